import process from 'node:process';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  build: {
    reportCompressedSize: false,
    // Products and starting points are fetched as files of their own; a data: address could not be.
    assetsInlineLimit: 0,
    sourcemap: process.env['LAB_SOURCEMAP'] === 'yes' ? 'hidden' : false,
  },
});
