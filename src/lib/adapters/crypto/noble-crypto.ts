// Hashes in plain JavaScript, for pages on plain http, where browsers keep `crypto.subtle` away. Loaded only there.
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Cryptography } from '../../ports';
import { webCrypto } from './web-crypto';

const UTF8 = new TextEncoder();
const HASHES = { 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-512': sha512 };

/** Cryptography without a secure context. Chance is the platform's all the same: it is to be had everywhere. */
export const nobleCrypto: Cryptography = {
  randomHex: (bytes) => webCrypto.randomHex(bytes),
  sha256Hex: async (text) => bytesToHex(sha256(UTF8.encode(text))),
  hmacSha256: async (key, message) => hmac(sha256, UTF8.encode(key), UTF8.encode(message)),
  hmac: async (algorithm, key, message) => hmac(HASHES[algorithm], key, message),
};
