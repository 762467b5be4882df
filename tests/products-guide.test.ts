// The guide to products is true: its template is a product, each of its examples is read over it, what it says is refused
// is refused in those words, and the JSON schema for editors is the one that products are read by.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mergePatch } from '../src/lib/products/merge-patch';
import { readProduct } from '../src/lib/products/read-product';
import { readProductText } from '../src/lib/products/read-product-text';
import { productJsonSchema } from './support/product-json-schema';

const guide = readFileSync('docs/products.md', 'utf8');
const template = readFileSync('docs/examples/minimal.product.json', 'utf8');
const blocks = [...guide.matchAll(/```json( refused)?\n([\s\S]*?)```(?:\s*> ([^\n]+))?/g)].map(
  ([, refused, text, words]) => ({
    isRefused: refused !== undefined,
    text: text ?? '',
    words: words ?? '',
  }),
);

describe('the guide to products', () => {
  test('its template is a product', () => {
    const read = readProductText(template);
    expect(read.isRead ? [] : read.problems).toEqual([]);
  });

  test('has examples that are read and examples that are refused', () => {
    expect(blocks.filter(({ isRefused }) => !isRefused).length).toBeGreaterThan(3);
    expect(blocks.filter(({ isRefused }) => isRefused).length).toBeGreaterThan(1);
  });

  for (const [index, { isRefused, text, words }] of blocks.entries()) {
    test(`example ${index + 1} is ${isRefused ? 'refused in the words the guide gives' : 'read'}`, () => {
      const read = readProduct(mergePatch(JSON.parse(template), JSON.parse(text)));
      const problems = read.isRead ? [] : read.problems;
      const told = problems.map(({ path, found, expected }) => `\`${path}\` has ${found}; expected: ${expected}.`);
      if (isRefused) expect(told).toContain(words);
      else expect(told).toEqual([]);
    });
  }

  test('the JSON schema for editors is the one that products are read by: else run `node scripts/product-schema.mjs`', () => {
    expect(JSON.parse(readFileSync('static/product.schema.json', 'utf8'))).toEqual(JSON.parse(productJsonSchema()));
  });
});
