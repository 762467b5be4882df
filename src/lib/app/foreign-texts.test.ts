import { describe, expect, test } from 'vitest';
import { PRODUCTS, startingPoint } from '../../../tests/support/play';
import { foreignTexts } from './foreign-texts';

test('what ships holds nothing foreign', () => {
  expect(foreignTexts([PRODUCTS, startingPoint])).toEqual([]);
});

test('a problem says where, and never what a key was', () => {
  const found = foreignTexts({ a: [{ b: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP' }] });
  expect(found).toEqual([
    { path: 'a.0.b', found: 'a real key (otpauth:…)', expected: 'a simulated run, which holds no key' },
  ]);
});

describe('a key is told from other words:', () => {
  const KEYS = [
    'JBSWY3DPEHPK3PXP',
    'jbsw y3dp ehpk 3pxp',
    'JBSW-Y3DP-EHPK-3PXP',
    'Key: GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ.',
  ];
  const WORDS = [
    'INTERNATIONALISATION',
    'a'.repeat(64),
    '0123456789abcdef'.repeat(4),
    'dana/device/1/totp',
    'Mon9Mar2026at0900',
    'call them soon, then wait here',
    'AB12 CD34 EF56',
    '2234 5672 3456 7723',
  ];
  for (const text of KEYS) test(text, () => expect(foreignTexts(text)).toHaveLength(1));
  for (const text of WORDS) test(`not ${text.slice(0, 40)}`, () => expect(foreignTexts(text)).toEqual([]));
});

test('a text of any length is read once', () => {
  const started = process.cpuUsage().user;
  for (const piece of ['A', 'AAAA ', 'A2', '22 ', 'otpauth ']) foreignTexts(piece.repeat(2_000_000 / piece.length));
  expect(process.cpuUsage().user - started).toBeLessThan(20_000_000);
});

test('a list of problems stays one that can be read', () => {
  expect(foreignTexts(Array.from({ length: 1000 }, () => '\u202e'))).toHaveLength(50);
});
