// Writes static/product.schema.json, by which editors complete product files. Run it when schema.ts has changed; a test
// holds the two together.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadSource } from './load-source.mjs';

mkdirSync('static', { recursive: true });
await loadSource(
  './tests/support/product-json-schema.ts',
  (/** @type {typeof import('../tests/support/product-json-schema')} */ { productJsonSchema }) =>
    writeFileSync('static/product.schema.json', productJsonSchema()),
);
