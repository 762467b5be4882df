import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { rulesDigest } from './scripts/source-version.mjs';

/** `npm run test:slow` plays on a storage that takes its time; nothing of it is in what is shipped. */
const slowStore: Plugin = {
  name: 'slow-store',
  enforce: 'pre',
  resolveId: (id, importer = '') =>
    id.endsWith('storage/dexie-store') && importer.endsWith('app/wire-storage.ts')
      ? fileURLToPath(new URL('tests/support/slow-store.ts', import.meta.url))
      : null,
};

export default defineConfig({
  plugins: [sveltekit(), ...(process.env['LAB_SLOW_STORE'] === 'yes' ? [slowStore] : [])],
  define: { RULES_DIGEST: JSON.stringify(rulesDigest()) },
  build: {
    reportCompressedSize: false,
    // Products and starting points are fetched as files of their own; a data: address could not be.
    assetsInlineLimit: 0,
    sourcemap: process.env['LAB_SOURCEMAP'] === 'yes' ? 'hidden' : false,
  },
});
