// Node's own hashes, at once where WebCrypto waits for a thread each time: for tests that hash a hundred thousand records.
import { createHash } from 'node:crypto';
import { webCrypto } from '../../src/lib/adapters/crypto/web-crypto';
import type { Cryptography } from '../../src/lib/ports';

export const nodeCryptography: Cryptography = {
  ...webCrypto,
  sha256Hex: async (text) => createHash('sha256').update(text).digest('hex'),
};
