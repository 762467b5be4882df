// Writes static/product.schema.json, by which editors complete product files, in the form the format step asks for. Run
// it when schema.ts has changed; a test holds the two together.
import { mkdirSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { loadSource } from './load-source.mjs';

const FILE = 'static/product.schema.json';

mkdirSync('static', { recursive: true });
await loadSource(
  './tests/support/product-json-schema.ts',
  async (/** @type {typeof import('../tests/support/product-json-schema')} */ { productJsonSchema }) =>
    writeFileSync(FILE, await format(productJsonSchema(), { ...(await resolveConfig(FILE)), filepath: FILE })),
);
