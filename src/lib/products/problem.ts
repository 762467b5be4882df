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
    return { path: place, found: issue.received, expected: 'no such key' };
  }
  if (issue.path?.at(-1)?.origin === 'key' && issue.received === 'undefined') {
    return { path: place, found: 'no value: the key is missing', expected: belongsAt(issue, schema) };
  }
  const expected = issue.type === 'union' ? belongsAt(issue, schema) : expectedBy(issue);
  return { path: place, found: foundIn(issue), expected };
}

function foundIn({ received, type }: v.BaseIssue<unknown>): string {
  if (type === 'min_length' || type === 'max_length') return `a length of ${received}`;
  const words = inWords(received);
  return words.length > FOUND_MAX ? `${words.slice(0, FOUND_MAX)}… (${received.length} characters)` : words;
}

function expectedBy(issue: v.BaseIssue<unknown>): string {
  return issue.kind === 'schema' ? inWords(issue.expected ?? 'something else') : ofRule(issue.type, issue);
}
