// Reading the text of a product file that somebody opened: no larger and no deeper than a product can be, no key twice,
// JSON and nothing else; then whatever `readProduct` has to say. Nothing is ever half-read.
import { visit, type JSONPath, type ParseErrorCode } from 'jsonc-parser';
import { readProduct, type Problem, type ReadResult } from './read-product';

/** The shipped products take some 30 kB; a megabyte is room enough for anybody's. */
export const TEXT_MAX_CHARACTERS = 1_000_000;
export const DEPTH_MAX = 64;
/** So that a list of problems stays one that can be read. */
const PROBLEMS_MAX = 50;

/** The product, or every problem with its place, what was found and what was expected. */
export function readProductText(text: string): ReadResult {
  if (text.length > TEXT_MAX_CHARACTERS) {
    return refused([
      {
        path: '(the whole file)',
        found: `${text.length} characters`,
        expected: `at most ${TEXT_MAX_CHARACTERS} characters`,
      },
    ]);
  }
  const depth = depthOf(text);
  if (depth > DEPTH_MAX) return refused([problem([], `${depth} levels`, `at most ${DEPTH_MAX} levels`)]);
  const problems = problemsOfText(text);
  if (problems.length > 0) return refused(problems);
  const read = readProduct(JSON.parse(text));
  return read.isRead ? read : refused(read.problems);
}

function refused(problems: readonly Problem[]): ReadResult {
  return { isRead: false, problems: problems.slice(0, PROBLEMS_MAX) };
}

/** What is wrong with the text before it means anything: its syntax, and keys that stand twice in one object. */
function problemsOfText(text: string): readonly Problem[] {
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
          problems.push(problem([...path(), key], `the key a second time, in line ${line + 1}`, 'each key once'));
        }
        keys?.add(key);
      },
      onError: (code, offset, length, line, column) => {
        problems.push({
          path: `line ${line + 1}, column ${column + 1}`,
          found: text.slice(offset, offset + Math.max(1, Math.min(length, 20))) || 'the end of the file',
          expected: EXPECTED[code] ?? 'JSON',
        });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return problems;
}

/** How deep the text goes, counted before a parser that calls itself for every level gets to see it. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, (depth += 1));
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
}

function problem(path: JSONPath, found: string, expected: string): Problem {
  return { path: path.length === 0 ? '(the whole file)' : path.join('.'), found, expected };
}

/** What stands for JSON at a place where something else was found, by the parser's own numbers of its errors. */
const EXPECTED: Partial<Record<ParseErrorCode, string>> = {
  1: 'JSON, without such a sign',
  2: 'a number as JSON has it',
  3: 'a key in double quotes',
  4: 'a value',
  5: 'a colon',
  6: 'a comma',
  7: 'a closing brace }',
  8: 'a closing bracket ]',
  9: 'nothing after the end of the product',
  10: 'JSON, which has no comments',
  12: 'a closing double quote',
  16: 'JSON, without such a sign',
};
