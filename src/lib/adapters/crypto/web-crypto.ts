// Hashes and chance by WebCrypto. All but chance needs a secure context: https, localhost or a file.
import type { Cryptography } from '../../ports';

const UTF8 = new TextEncoder();

/** Cryptography by the platform. */
export const webCrypto: Cryptography = {
  randomHex: (bytes) => hex(crypto.getRandomValues(new Uint8Array(bytes))),
  sha256Hex: async (text) => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', UTF8.encode(text)))),
  hmacSha256: (key, message) => webCrypto.hmac('SHA-256', UTF8.encode(key), UTF8.encode(message)),
  hmac: async (hash, key, message) => {
    // Copies, because WebCrypto takes no bytes of memory that threads share, and a type cannot tell whether these are.
    const imported = await crypto.subtle.importKey('raw', key.slice(), { name: 'HMAC', hash }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message.slice()));
  },
};

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
