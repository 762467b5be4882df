// RFC 4648 section 10, and what people make of a key when they copy it by hand.
import { describe, expect, test } from 'vitest';
import { base32Of, bytesOfBase32 } from '../../src/lib/domain/base32';
import { Random } from '../simulation/random';
import { bytesOf } from './both-adapters';

const ROWS = [
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
] as const;

describe('RFC 4648 section 10', () => {
  test.each(ROWS)('%j is %s', (plain, padded) => {
    const bare = padded.replaceAll('=', '');
    expect(base32Of(bytesOf(plain))).toBe(bare);
    expect(bytesOfBase32(padded)).toEqual(bytesOf(plain));
    expect(bytesOfBase32(bare)).toEqual(bytesOf(plain));
  });
});

test('any bytes come back as they were', () => {
  const random = new Random(4648);
  for (let length = 0; length < 200; length += 1) {
    const bytes = Uint8Array.from({ length }, () => random.below(256));
    const text = base32Of(bytes);
    expect(text).toMatch(/^[A-Z2-7]*$/);
    expect(bytesOfBase32(text)).toEqual(bytes);
  }
});

describe('a key as people type it', () => {
  test.each(['mzxw6ytboi', 'MZXW 6YTB OI', 'mzxw-6ytb-oi', ' MZXW\t6YTB\nOI ', 'MZXW 6YTB OI== ===='])('%j', (text) => {
    expect(bytesOfBase32(text)).toEqual(bytesOf('foobar'));
  });

  test.each([
    ['symbols that are none', ['MZXW6YT0', 'MZXW6YT1', 'MZXW6YT8', 'MZXW6YT9', 'MZXW6Y+B', 'MZXW_YTB', 'MZXW6YTé']],
    ['letters that only become one in upper case', ['MZXW6YTſ', 'MZXW6YTı', 'MZXW6Yß', 'MZXW6Yﬁ']],
    ['lengths that no bytes have', ['A', 'AAA', 'AAAAAA', 'MZXW6YTBA', 'MZXW6YTBOIA', 'MZX', 'MZXW6Y']],
    [
      'padding out of place',
      ['MY=', 'MY=======', 'M=Y=====', '=MY=====', 'MZXW6YTB========', '========', 'MY======MY'],
    ],
    ['bits left over that are not zero', ['MZ', 'MZXR', 'MZXW7', 'MZXW6YR']],
  ])('is refused for %s', (_why, texts) => {
    expect(texts.filter((text) => bytesOfBase32(text) !== null)).toEqual([]);
  });
});
