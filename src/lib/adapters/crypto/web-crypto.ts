// Hashes and chance by WebCrypto. Needs a secure context: https, localhost or a file.
import type { Cryptography } from '../../ports';

const UTF8 = new TextEncoder();

/** Cryptography by the platform. */
export const webCrypto: Cryptography = {
  randomHex: (bytes) => hex(crypto.getRandomValues(new Uint8Array(bytes))),
  sha256Hex: async (text) => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', UTF8.encode(text)))),
  hmacSha256: async (key, message) => {
    const imported = await crypto.subtle.importKey('raw', UTF8.encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    return new Uint8Array(await crypto.subtle.sign('HMAC', imported, UTF8.encode(message)));
  },
};

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
