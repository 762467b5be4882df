// What every implementation of the port has to do alike, and which one a page is given.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Cryptography } from '../../ports';
import { loadCryptography } from './load-cryptography';
import { nobleCrypto } from './noble-crypto';
import { webCrypto } from './web-crypto';

/** What browsers give a page on plain http: chance, and nothing else. */
function onPlainHttp(): Cryptography {
  const { crypto } = globalThis;
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  return loadCryptography();
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each([
  ['WebCrypto', () => webCrypto],
  ['plain JavaScript', () => nobleCrypto],
  ['what a page on plain http is given', onPlainHttp],
])('%s', (_name, open) => {
  test('hashes as FIPS 180-2 has it, over UTF-8', async () => {
    const cryptography = open();
    expect(await cryptography.sha256Hex('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(await cryptography.sha256Hex('Ünïcödé 🔑')).toBe(
      'c589cd0339e556b49151ce8889701d1bb6618a1c476231fe0104955df43f6b3c',
    );
  });

  test('authenticates as RFC 2202 and RFC 4231 have it, test case 2', async () => {
    const cryptography = open();
    const [key, message] = ['Jefe', 'what do ya want for nothing?'].map((text) => new TextEncoder().encode(text));
    const hmacs = await Promise.all(
      (['SHA-1', 'SHA-256', 'SHA-512'] as const).map((hash) => cryptography.hmac(hash, key!, message!)),
    );
    expect(hmacs.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual([
      'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
    ]);
    expect(await cryptography.hmacSha256('Jefe', 'what do ya want for nothing?')).toEqual(hmacs[1]);
  });

  test('authenticates bytes that lie inside a larger buffer', async () => {
    const cryptography = open();
    const larger = Uint8Array.from({ length: 64 }, (_, index) => index);
    const inside = await cryptography.hmac('SHA-1', larger.subarray(8, 28), larger.subarray(30, 38));
    expect(inside).toEqual(await cryptography.hmac('SHA-1', larger.slice(8, 28), larger.slice(30, 38)));
  });

  test('draws as many bytes as asked for, and others each time', () => {
    const cryptography = open();
    expect(cryptography.randomHex(16)).toMatch(/^[0-9a-f]{32}$/);
    expect(cryptography.randomHex(16)).not.toBe(cryptography.randomHex(16));
  });
});

test('a page with WebCrypto is given that, and one without never asks for it', async () => {
  expect(loadCryptography()).toBe(webCrypto);
  const without = onPlainHttp();
  expect(without).not.toBe(webCrypto);
  await expect(webCrypto.sha256Hex('abc')).rejects.toThrow();
  await expect(without.sha256Hex('abc')).resolves.toMatch(/^ba78/);
});
