// The text of a JSON file that somebody opened, before it means anything: no larger and no deeper than it can be, no
// key twice, JSON and nothing else. What it holds is for its reader to say.
import { visit, type JSONPath, type ParseErrorCode } from 'jsonc-parser';
import { PROBLEMS_MAX, WHOLE_FILE, type Problem } from './problem';

export const DEPTH_MAX = 64;

export interface TextLimits {
  readonly charactersMax: number;
  /** What the file is, as in `product`. */
  readonly thing: string;
}

export type JsonText =
  | { readonly isJson: true; readonly value: unknown }
  | { readonly isJson: false; readonly problems: readonly Problem[] };

/** The value that the text says, or every problem with its place, what was found and what was expected. */
export function readJsonText(text: string, { charactersMax, thing }: TextLimits): JsonText {
  if (text.length > charactersMax) {
    return refused([problem([], `${text.length} characters`, `at most ${charactersMax} characters`)]);
  }
  const depth = depthOf(text);
  if (depth > DEPTH_MAX)
    return refused([problem([], `${depth} levels of brackets in brackets`, `at most ${DEPTH_MAX} levels`)]);
  const problems = problemsOfText(text, thing);
  return problems.length > 0 ? refused(problems) : { isJson: true, value: JSON.parse(text) as unknown };
}

function refused(problems: readonly Problem[]): JsonText {
  return { isJson: false, problems };
}

/** Its syntax, and keys that stand twice in one object. */
function problemsOfText(text: string, thing: string): readonly Problem[] {
  const problems: Problem[] = [];
  const open: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (key, _offset, _length, line, _column, path) => {
        const keys = open.at(-1);
        if (keys?.has(key) === true) {
          problems.push(
            problem([...path(), key], `the same entry a second time, in line ${line + 1}`, 'each entry once'),
          );
        }
        keys?.add(key);
      },
      onError: (code, offset, length, line, column) => {
        if (problems.length >= PROBLEMS_MAX) return;
        problems.push({
          path: `line ${line + 1}, column ${column + 1}`,
          found: text.slice(offset, offset + Math.max(1, Math.min(length, 20))) || 'the end of the file',
          expected: expectedAt(code, thing),
        });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return problems;
}

/**
 * How deep the text goes, counted before a parser that calls itself for every level gets to see it. One step a sign: a
 * pattern would start anew at every quotation mark that is never closed.
 */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (isQuoted && sign === '\\') index += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, (depth += 1));
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return deepest;
}

function problem(path: JSONPath, found: string, expected: string): Problem {
  return { path: path.length === 0 ? WHOLE_FILE : path.join('.'), found, expected };
}

function expectedAt(code: ParseErrorCode, thing: string): string {
  return EXPECTED[code]?.replace('{thing}', thing) ?? 'JSON';
}

/** What stands for JSON at a place where something else was found, by the parser's own numbers of its errors. */
const EXPECTED: Partial<Record<ParseErrorCode, string>> = {
  1: 'no such character here: outside of quotation marks there are only numbers, true, false, null and { } [ ] : ,',
  2: 'a number such as 30 or 0.5',
  3: 'the name of an entry, in double quotation marks',
  4: 'what the entry says: a text in double quotation marks, a number, true, false, a list or a group',
  5: 'a colon :',
  6: 'a comma ,',
  7: 'a closing brace }',
  8: 'a closing bracket ]',
  9: 'nothing after the end of the {thing}',
  10: 'no comments: JSON has none',
  12: 'a closing quotation mark "',
  16: 'no such character here: outside of quotation marks there are only numbers, true, false, null and { } [ ] : ,',
};
