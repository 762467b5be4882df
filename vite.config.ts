import process from 'node:process';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { rulesDigest } from './scripts/source-version.mjs';

export default defineConfig({
  plugins: [sveltekit()],
  define: { RULES_DIGEST: JSON.stringify(rulesDigest()) },
  build: {
    reportCompressedSize: false,
    // Products and starting points are fetched as files of their own; a data: address could not be.
    assetsInlineLimit: 0,
    sourcemap: process.env['LAB_SOURCEMAP'] === 'yes' ? 'hidden' : false,
  },
});
