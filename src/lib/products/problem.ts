// A problem with a file that somebody made: where, what was found there and what was expected.
import type * as v from 'valibot';

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

/** What a schema has found, as a problem; `under` is the path to what the schema was held against. */
export function problemOf(issue: v.BaseIssue<unknown>, under?: string): Problem {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const path = [...(under === undefined ? [] : [under]), ...keys].join('.');
  const expected =
    issue.type === 'strict_object' && issue.expected === 'never'
      ? 'no such key'
      : issue.kind === 'schema'
        ? (issue.expected ?? 'something else')
        : issue.message;
  return { path: path === '' ? WHOLE_FILE : path, found: issue.received, expected };
}
