// Reading the text of a product file that somebody opened: JSON of a bearable size, then whatever `readProduct` has to
// say. Nothing is ever half-read.
import { readJsonText } from './json-text';
import { PROBLEMS_MAX } from './problem';
import { readProduct, type Problem, type ReadResult } from './read-product';

export { DEPTH_MAX } from './json-text';
/** The shipped products take some 30 kB; a megabyte is room enough for anybody's. */
export const TEXT_MAX_CHARACTERS = 1_000_000;

/** The product, or every problem with its place, what was found and what was expected. */
export function readProductText(text: string): ReadResult {
  const json = readJsonText(text, { charactersMax: TEXT_MAX_CHARACTERS, thing: 'product' });
  if (!json.isJson) return refused(json.problems);
  const read = readProduct(json.value);
  return read.isRead ? read : refused(read.problems);
}

function refused(problems: readonly Problem[]): ReadResult {
  return { isRead: false, problems: problems.slice(0, PROBLEMS_MAX) };
}
