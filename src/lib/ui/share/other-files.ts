// What is said of a file that is one of the lab's, and has its door elsewhere.
import type { FileKind } from '../../app/file-kind';
import { WHOLE_FILE, type Problem } from '../../products/problem';

export const WALKTHROUGH_ELSEWHERE: Problem = {
  path: WHOLE_FILE,
  found: 'a walkthrough',
  expected: 'a run, a product or a firm; walkthroughs are opened on the Train page',
};

/** What is no file of the lab: what stands in it may be anything. */
export const NONE_OF_OURS: Problem = {
  path: WHOLE_FILE,
  found: 'nothing in it that the lab knows',
  expected: 'a run as the lab saves it, a product, or a firm',
};

/** What is wrong with a file of this kind where only runs are taken. A product may also be anything that is none of ours. */
export function notARun(kind: Exclude<FileKind, 'run'>, text: string): Problem {
  const other = /^\s*\{/.test(text) ? 'no run' : 'a text that is no file of the lab';
  const found = { firm: 'a firm', walkthrough: 'a walkthrough', product: other, unknown: other }[kind];
  const door = kind === 'walkthrough' ? 'on the Train page' : 'with “Open a file…” in the lab';
  const others = kind === 'product' || kind === 'unknown' ? 'products and firms are opened' : 'this one is opened';
  return { path: WHOLE_FILE, found, expected: `the file of a run, as the lab saves it; ${others} ${door}` };
}
