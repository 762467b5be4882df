import { expect, test } from 'vitest';
import { kindOf } from '../../app/file-kind';
import { notARun } from './other-files';

/** What is said of this text where a run is wanted. */
function saidOf(text: string): string {
  const kind = kindOf(text);
  if (kind === 'run') throw new Error('It is one.');
  const { found, expected } = notARun(kind, text);
  return `${found}; ${expected}`;
}

const IN_THE_LAB = 'with “Open a file…” in the lab';

test.each([
  ['{"people": [], "firms": []}', `a firm; the file of a run, as the lab saves it; this one is opened ${IN_THE_LAB}`],
  [
    '{"steps": [], "teaches": []}',
    'a walkthrough; the file of a run, as the lab saves it; this one is opened on the Train page',
  ],
  ['{"policy": {}}', `no run; the file of a run, as the lab saves it; products and firms are opened ${IN_THE_LAB}`],
  // Regression: a letter was “no run”, as if it were a file of something else.
  [
    'Dear Dana,',
    `a text that is no file of the lab; the file of a run, as the lab saves it; products and firms are opened ${IN_THE_LAB}`,
  ],
])('where a run is wanted, of %s it is said what it is instead, and where it belongs', (text, said) => {
  expect(saidOf(text)).toBe(said);
});
