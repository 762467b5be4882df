// Product files that are none, for tests: made from one that is read by a difference or another text, and what reading one
// tells. They come in by the door by which everybody's do: as text.
import { describe, expect, test } from 'vitest';
import onvio from '../../src/lib/products/onvio/product.json';
import { mergePatch } from '../../src/lib/products/merge-patch';
import { readProductText } from '../../src/lib/products/read-product-text';

/** What is wrong with a file, the file, and words that reading it has to tell. */
export type Bad = readonly [name: string, text: string, told: string];

/** The text that all of these begin from. */
export const TEXT = JSON.stringify(onvio, null, 2);

/** The product with this difference; null takes a key away. */
export const differing = (difference: object): string => JSON.stringify(mergePatch(onvio, difference));

/** The product with one text of it in another's place; the text must be there once. */
export function replaced(was: string, is: string): string {
  const parts = TEXT.split(was);
  if (parts.length !== 2) throw new Error(`“${was}” stands ${parts.length - 1} times in the file.`);
  return parts.join(is);
}

/** The product with other settings of its code. */
export const code = (settings: object): string => differing({ policy: { codes: { temporaryCode: settings } } });

/** A node that is well made. */
export const NODE = { kind: 'text', text: 'Alone' };

/** What reading the text tells, a line for each problem. */
export function told(text: string): readonly string[] {
  const read = readProductText(text);
  return read.isRead
    ? []
    : read.problems.map(({ path, found, expected }) => `${path} has ${found}; expected: ${expected}`);
}

/** Every file of every class is refused, in words that say what was found and what was expected. */
export function refuses(classes: Readonly<Record<string, readonly Bad[]>>): void {
  for (const [name, bad] of Object.entries(classes)) {
    describe(`a product file with ${name}`, () => {
      test('is tried in five ways or more', () => expect(bad.length).toBeGreaterThanOrEqual(5));

      for (const [what, text, words] of bad) {
        test(`is refused: ${what}`, () => {
          const problems = told(text);
          expect(problems.join('\n')).toContain(words);
          expect(problems.join('\n')).not.toMatch(/undefined|Invalid|expected: expected|\[object/);
        });
      }
    });
  }
}
