import { describe, expect, test } from 'vitest';
import onvio from './onvio/product.json';
import { DEPTH_MAX, readProductText, TEXT_MAX_CHARACTERS } from './read-product-text';

const TEXT = JSON.stringify(onvio, null, 2);

/** The first problem with this text. */
function problemWith(text: string) {
  const read = readProductText(text);
  return read.isRead ? null : read.problems[0];
}

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('the text of a product file', () => {
  test('is read where it is one', () => {
    expect(readProductText(TEXT)).toMatchObject({ isRead: true, product: { id: 'onvio' } });
  });

  const truncated = [1, 0.5, 0.9, 0.99, 0.999].map((share) => Math.floor(TEXT.length * share) - 2);
  for (const length of truncated) {
    test(`cut short after ${length} characters is refused with its place`, () => {
      expect(problemWith(TEXT.slice(0, length))?.path).toMatch(/^line \d+, column \d+$/);
    });
  }

  const SIGN =
    'no such character here: outside of quotation marks there are only numbers, true, false, null and { } [ ] : ,';
  const foreign: readonly (readonly [string, string, string])[] = [
    [
      'nothing at all',
      '',
      'what the entry says: a text in double quotation marks, a number, true, false, a list or a group',
    ],
    ['a comment', `// mine\n${TEXT}`, 'no comments: JSON has none'],
    ['a trailing comma', TEXT.replace(/\}\s*$/, ',}'), 'the name of an entry, in double quotation marks'],
    ['a single-quoted key', TEXT.replace('"format"', "'format'"), SIGN],
    ['a second product behind it', `${TEXT}${TEXT}`, 'nothing after the end of the product'],
    ['NaN for a number', TEXT.replace('"format": 1', '"format": NaN'), SIGN],
  ];
  for (const [name, text, expected] of foreign) {
    test(`with ${name} is refused, and told what was expected`, () => {
      const read = readProductText(text);
      expect(read.isRead ? [] : read.problems.map((each) => each.expected)).toContain(expected);
    });
  }

  const twice: readonly (readonly [string, string, string])[] = [
    ['at the top', TEXT.replace('"format": 1,', '"format": 1, "format": 1,'), 'format'],
    ['with another value', TEXT.replace('"id": "onvio",', '"id": "onvio", "id": "other",'), 'id'],
    ['in the policy', TEXT.replace('\n  "policy": {', '\n  "policy": {"enforcement": {},'), 'policy.enforcement'],
    ['among the nodes', TEXT.replace('\n  "nodes": {', '\n  "nodes": {"portal": {},'), 'nodes.portal'],
    [
      'deep in a setting',
      TEXT.replace('"value": 86400,', '"value": 1, "value": 86400,'),
      'policy.codes.temporaryCode.lifeSeconds.value',
    ],
  ];
  for (const [name, text, path] of twice) {
    test(`with a key twice ${name} is refused with the path`, () => {
      const read = readProductText(text);
      const found = read.isRead ? [] : read.problems.filter(({ expected }) => expected === 'each entry once');
      expect(found.map((each) => each.path)).toContain(path);
    });
  }

  test('that is too deep is refused, however deep, and no deeper than it may be is read', () => {
    for (const levels of [DEPTH_MAX + 1, 200, 5000, 50_000, 400_000]) {
      expect(problemWith(nested(levels))).toMatchObject({ found: `${levels} levels of brackets in brackets` });
    }
    expect(problemWith(nested(DEPTH_MAX))?.expected).not.toContain('levels');
  });

  test('with a quotation mark that is never closed is refused at once, however many quoted ones follow', () => {
    for (const sign of ['\\"', '\\\\', '"', '\\', '\\u0022']) {
      const text = `"${sign.repeat(Math.floor(TEXT_MAX_CHARACTERS / sign.length) - 1)}`;
      expect(problemWith(text)).not.toBeNull();
    }
  });

  test('that is too large is refused before it is parsed', () => {
    for (const more of [1, 2, 100, 1_000_000, 20_000_000]) {
      expect(problemWith(' '.repeat(TEXT_MAX_CHARACTERS + more))).toMatchObject({
        found: `${TEXT_MAX_CHARACTERS + more} characters`,
      });
    }
  });
});
