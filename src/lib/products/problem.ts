// A problem with a file that somebody made: where, what was found there and what was expected, in words for whoever made it.
import type * as v from 'valibot';
import { inWords, belongsAt, ofRule } from './expected';

export interface Problem {
  /** Where in the file, as in `nodes.staff-edit.opens`. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** What a path says of a problem that is nowhere in particular. */
export const WHOLE_FILE = '(the whole file)';

/** So that a list of problems stays one that can be read. */
export const PROBLEMS_MAX = 50;

/** What is found where an entry has to stand and does not. */
const MISSING = 'nothing: the entry is missing';

/** What is expected where an entry stands that nobody knows. */
const UNKNOWN = 'no entry by this name: look at its spelling, or take it out';

/** What was found is told no longer than this. */
const FOUND_MAX = 80;

/**
 * What a schema has found, as a problem; `under` is the path to what the schema was held against. With the `schema`, a key
 * that is missing is told with what belongs there.
 */
export function problemOf(issue: v.BaseIssue<unknown>, under?: string, schema?: v.GenericSchema): Problem {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const path = [...(under === undefined ? [] : [under]), ...keys].join('.');
  const place = path === '' ? WHOLE_FILE : path;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path: place, found: `the entry “${keys.at(-1) ?? ''}”`, expected: UNKNOWN };
  }
  if (issue.path?.at(-1)?.origin === 'key' && issue.received === 'undefined') {
    return { path: place, found: MISSING, expected: belongsAt(issue, schema) };
  }
  const expected = issue.type === 'union' ? belongsAt(issue, schema) : expectedBy(issue);
  return { path: place, found: foundIn(issue), expected };
}

function foundIn({ received, type, input }: v.BaseIssue<unknown>): string {
  if (type === 'min_length' || type === 'max_length') {
    return Array.isArray(input) ? `${received} in the list` : `${received} characters`;
  }
  if (type === 'check') return 'what does not go together';
  if (type === 'union' && typeof input === 'object' && input !== null && !Array.isArray(input)) {
    const keys = Object.keys(input);
    return keys.length === 0 ? 'an empty group { }' : shortened(`a group with ${keys.join(', ')}`);
  }
  return shortened(inWords(received));
}

/** A value of a file, as short as can be told. */
export function inShort(value: unknown): string {
  if (value === undefined) return MISSING;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list [ … ]' : 'a group { … }';
  return shortened(JSON.stringify(value));
}

function shortened(words: string): string {
  return words.length > FOUND_MAX ? `${words.slice(0, FOUND_MAX)}… (${words.length} characters)` : words;
}

function expectedBy(issue: v.BaseIssue<unknown>): string {
  return issue.kind === 'schema' ? inWords(issue.expected ?? 'something else') : ofRule(issue.type, issue);
}
