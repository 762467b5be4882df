// The two implementations of the port that hash, for tests that hold of both.
import { nobleCrypto } from '../../src/lib/adapters/crypto/noble-crypto';
import { webCrypto } from '../../src/lib/adapters/crypto/web-crypto';

export const BOTH_ADAPTERS = [
  ['WebCrypto', webCrypto],
  ['plain JavaScript', nobleCrypto],
] as const;

/** Bytes of ASCII, as the standards write their keys. */
export function bytesOf(ascii: string): Uint8Array {
  return new TextEncoder().encode(ascii);
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
