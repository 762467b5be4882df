import { describe, expect, test } from 'vitest';
import { standard } from '../../../tests/support/standard';
import { webCrypto } from '../adapters/crypto/web-crypto';
import { codeText, grouped, symbolsFrom, withoutSeparators } from './code-text';

const DIGITS = { alphabet: '0123456789', length: 8, groupSize: 4 };

describe('the symbols of a code', () => {
  test('are the same for the same seed and id, and others for another', async () => {
    const first = await codeText(webCrypto, 'seed', 'dana/code/1', DIGITS);
    expect(await codeText(webCrypto, 'seed', 'dana/code/1', DIGITS)).toBe(first);
    expect(await codeText(webCrypto, 'seed', 'dana/code/2', DIGITS)).not.toBe(first);
    expect(await codeText(webCrypto, 'other', 'dana/code/1', DIGITS)).not.toBe(first);
  });

  test('come in any alphabet and length', async () => {
    const text = await codeText(webCrypto, 'seed', 'x', {
      alphabet: 'ABCDEFGHJKMNPQRSTVWXYZ23456789',
      length: 64,
      groupSize: 4,
    });
    expect(text).toMatch(/^[A-HJKMNP-TV-Z2-9]{64}$/);
  });

  standard('[STD-11] leave out bytes that would favour some symbols', () => {
    expect(symbolsFrom(Uint8Array.of(249, 250, 251, 255, 0, 9, 10), '0123456789')).toBe('9090');
  });

  standard('[STD-11] are uniform: no digit strays from its share by more than chance allows', async () => {
    const counts = new Array<number>(10).fill(0);
    const codes = 1500;
    for (let each = 0; each < codes; each += 1) {
      for (const digit of await codeText(webCrypto, 'uniform', `code/${each}`, DIGITS)) counts[Number(digit)]! += 1;
    }
    const share = (codes * DIGITS.length) / 10;
    const chiSquare = counts.reduce((sum, count) => sum + (count - share) ** 2 / share, 0);
    expect(chiSquare).toBeLessThan(33.7);
  });
});

describe('a code as it is printed and typed', () => {
  test('is grouped, and read back without its separators', () => {
    expect(grouped('48201573', 4)).toBe('4820 1573');
    expect(grouped('123456', 4)).toBe('1234 56');
    for (const typed of ['4820 1573', '4820-1573', ' 48 20 15 73\n', '4820–1573', '4820 1573']) {
      expect(withoutSeparators(typed)).toBe('48201573');
    }
    expect(withoutSeparators('0042 0001')).toBe('00420001');
  });
});
