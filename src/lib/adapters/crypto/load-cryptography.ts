// Chooses between the platform's cryptography and the one in plain JavaScript, which is fetched at its first use only.
import type { Cryptography } from '../../ports';
import { webCrypto } from './web-crypto';

/** Cryptography by whatever this page has. */
export function loadCryptography(): Cryptography {
  const { subtle }: { readonly subtle?: SubtleCrypto } = crypto;
  return subtle === undefined ? lateCryptography : webCrypto;
}

const lateCryptography: Cryptography = {
  randomHex: (bytes) => webCrypto.randomHex(bytes),
  sha256Hex: async (text) => (await noble()).sha256Hex(text),
  hmacSha256: async (key, message) => (await noble()).hmacSha256(key, message),
  hmac: async (algorithm, key, message) => (await noble()).hmac(algorithm, key, message),
};

async function noble(): Promise<Cryptography> {
  return (await import('./noble-crypto')).nobleCrypto;
}
