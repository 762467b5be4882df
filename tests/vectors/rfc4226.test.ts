// RFC 4226 appendix D: the key "12345678901234567890" and the counts 0 to 9.
import { describe, expect, test } from 'vitest';
import { hotpCode } from '../../src/lib/app/totp';
import { counterBytes, truncated } from '../../src/lib/domain/one-time-password';
import { BOTH_ADAPTERS, bytesOf, hexOf } from './both-adapters';

const SECRET = bytesOf('12345678901234567890');

/** The HMAC, the truncated value in decimal, and the code, a count each. */
const ROWS: readonly (readonly [hmac: string, value: number, code: string])[] = [
  ['cc93cf18508d94934c64b65d8ba7667fb7cde4b0', 1284755224, '755224'],
  ['75a48a19d4cbe100644e8ac1397eea747a2d33ab', 1094287082, '287082'],
  ['0bacb7fa082fef30782211938bc1c5e70416ff44', 137359152, '359152'],
  ['66c28227d03a2d5529262ff016a1e6ef76557ece', 1726969429, '969429'],
  ['a904c900a64b35909874b33e61c5938a8e15ed1c', 1640338314, '338314'],
  ['a37e783d7b7233c083d4f62926c7a25f238d0316', 868254676, '254676'],
  ['bc9cd28561042c83f219324d3c607256c03272ae', 1918287922, '287922'],
  ['a4fb960c0bc06e1eabb804e5b397cdc4b45596fa', 82162583, '162583'],
  ['1b3c89f65e6c9e883012052823443f048b4332db', 673399871, '399871'],
  ['1637409809a679dc698207310c8c7fc07290d9e5', 645520489, '520489'],
];

describe.each(BOTH_ADAPTERS)('RFC 4226 appendix D by %s', (_name, cryptography) => {
  test.each(ROWS.map((row, counter) => [counter, ...row] as const))('count %i', async (counter, hmac, value, code) => {
    expect(hexOf(await cryptography.hmac('SHA-1', SECRET, counterBytes(counter)))).toBe(hmac);
    for (const digits of [6, 7, 8] as const) {
      const last = String(value).padStart(10, '0').slice(-digits);
      expect(await hotpCode(cryptography, SECRET, counter, { algorithm: 'SHA-1', digits })).toBe(last);
    }
    expect(await hotpCode(cryptography, SECRET, counter, { algorithm: 'SHA-1', digits: 6 })).toBe(code);
  });
});

test('RFC 4226 section 5.4: the example of truncation, also inside a larger buffer', () => {
  const hmac = Uint8Array.from(Buffer.from('1f8698690e02ca16618550ef7f19da8e945b555a', 'hex'));
  const larger = Uint8Array.from([...Array<number>(7).fill(0xff), ...hmac, 0xff]);
  expect(truncated(hmac, 6)).toBe('872921');
  expect(truncated(larger.subarray(7, 27), 6)).toBe('872921');
});

test('the highest bit does not count, and leading zeros stay', () => {
  const hmac = new Uint8Array(20);
  hmac.set([0x80, 0, 0, 42], 0);
  expect(([6, 7, 8] as const).map((digits) => truncated(hmac, digits))).toEqual(['000042', '0000042', '00000042']);
});

test('the offset is the last four bits of the last byte, also of a longer HMAC', () => {
  const hmac = new Uint8Array(64);
  hmac.set([0x7f, 0xff, 0xff, 0xff], 15);
  hmac[63] = 0xff;
  expect(truncated(hmac, 8)).toBe('47483647');
});

test('the moving factor is eight bytes, the highest first, as far as whole numbers go', () => {
  const hex = (counter: number): string => hexOf(counterBytes(counter));
  expect(hex(0)).toBe('0000000000000000');
  expect(hex(0x01020304)).toBe('0000000001020304');
  expect(hex(2 ** 31)).toBe('0000000080000000');
  expect(hex(2 ** 32 - 1)).toBe('00000000ffffffff');
  expect(hex(2 ** 32)).toBe('0000000100000000');
  expect(hex(2 ** 52 + 2 ** 32 + 5)).toBe('0010000100000005');
  expect(hex(Number.MAX_SAFE_INTEGER)).toBe('001fffffffffffff');
  for (const wrong of [-1, 0.5, 2 ** 53, NaN, Infinity]) expect(() => counterBytes(wrong)).toThrow(RangeError);
});
