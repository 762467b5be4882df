import { expect, test } from 'vitest';
import { sizeText } from './size-text';

test('a size is told in thousands, never as “1000 kB”', () => {
  expect([0, 1, 999, 1000, 34_400, 999_499, 999_500, 2_140_000].map(sizeText)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '34 kB',
    '999 kB',
    '1.0 MB',
    '2.1 MB',
  ]);
});
