// Two projects: rules, adapters and everything else without a page in Node; components in a real browser.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { shellLaunchOptions } from './scripts/find-browser.mjs';

const alias = { $lib: new URL('./src/lib', import.meta.url).pathname };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          // A bound on a machine that is busy with other work, not a claim about speed.
          testTimeout: 60_000,
          include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/{simulation,vectors}/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts', 'tests/facts-coverage.test.ts'],
        },
      },
      {
        test: { name: 'facts', environment: 'node', include: ['tests/facts-coverage.test.ts'] },
      },
      {
        plugins: [svelte()],
        resolve: { alias },
        // Packages that are only found out about while a test runs would make the page load again in the middle of it.
        optimizeDeps: { include: ['dexie', 'jsqr', 'qrcode'] },
        test: {
          name: 'browser',
          include: ['src/**/*.svelte.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            viewport: { width: 1440, height: 900 },
            screenshotFailures: false,
            provider: playwright({
              launchOptions: shellLaunchOptions(),
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
