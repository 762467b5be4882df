// A value held against a schema, with two things that a schema of the library lets pass: a list where an object belongs, and
// keys by which JavaScript knows something else. Nothing is half-read.
import * as v from 'valibot';
import { narrow, partAt, under, type Part } from './expected';
import { problemOf, WHOLE_FILE, type Problem } from './problem';

export type Held<Output> =
  { readonly fits: true; readonly output: Output } | { readonly fits: false; readonly problems: readonly Problem[] };

/** The value as the schema has it, or every problem with it. `path` is where in the file it stands. */
export function heldAgainst<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  path?: string,
): Held<v.InferOutput<Schema>> {
  const problems = [...foreignKeys(input, path), ...listsForObjects(schema, input, path)];
  if (problems.length > 0) return { fits: false, problems };
  const parsed = v.safeParse(schema, input);
  return parsed.success
    ? { fits: true, output: parsed.output }
    : { fits: false, problems: parsed.issues.flatMap((issue) => problemsOf(issue, schema, path)) };
}

/** The problem that an issue is; where several shapes were possible and one was begun, the problems with that one. */
function problemsOf(
  issue: v.BaseIssue<unknown>,
  schema: v.GenericSchema,
  path: string | undefined,
): readonly Problem[] {
  const whole = partAt(issue, schema);
  const begun = issue.type === 'union' && whole !== undefined ? narrow(whole, issue.input) : undefined;
  if (begun === undefined) return [problemOf(issue, path, schema)];
  const at = problemOf(issue, path).path;
  const inner = heldAgainst(begun as unknown as v.GenericSchema, issue.input, at);
  return inner.fits ? [] : inner.problems;
}

/** Keys such as `__proto__` or `constructor`: every object has something by that name already. */
function foreignKeys(input: unknown, path: string | undefined): readonly Problem[] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, value]: [string, unknown]) => {
    const at = below(path, key);
    return key in Object.prototype || key === 'prototype'
      ? [
          {
            path: at,
            found: `the entry “${key}”`,
            expected: 'another name: in a browser this one means something else',
          },
        ]
      : foreignKeys(value, at);
  });
}

function listsForObjects(part: Part | undefined, input: unknown, path: string | undefined): readonly Problem[] {
  const chosen = part === undefined ? undefined : narrow(part, input);
  if (chosen === undefined || typeof input !== 'object' || input === null) return [];
  const isOfObjects = chosen.type === 'strict_object' || chosen.type === 'record';
  if (isOfObjects && Array.isArray(input)) {
    return [{ path: path ?? WHOLE_FILE, found: 'a list [ … ]', expected: 'a group { … }' }];
  }
  if (chosen.type === 'array' && !Array.isArray(input)) return [];
  return Object.entries(input).flatMap(([key, value]: [string, unknown]) =>
    listsForObjects(under(chosen, input, key), value, below(path, key)),
  );
}

function below(path: string | undefined, key: string): string {
  return path === undefined ? key : `${path}.${key}`;
}
