// End-to-end tests on what was built. A test that only passes on a second try has failed.
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findFirefox, shellLaunchOptions } from './scripts/find-browser.mjs';

const firefox = findFirefox();
/** Another one where several working copies are tested at once. */
const PORT = Number(process.env['LAB_PORT'] || 4287);

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  // A test waits as often as it works, so that there may be more of them at once than there are cores.
  workers: process.env['CI'] === undefined ? '75%' : 6,
  // What says once more what other tests say, or is one of many cells: `npm run test:long` has time for it.
  ...(process.env['LAB_LONG'] === 'yes' ? {} : { grepInvert: /@long/ }),
  forbidOnly: true,
  retries: 0,
  // Bounds on a machine that is busy with other work, not claims about speed.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    // Recording takes as long again as the test; what failed is told with the page as it stood, and `--trace on` records it.
    trace: 'off',
    screenshot: 'only-on-failure',
    // Keeping the whole site for offline use in every test would cost more than the test; those about it say so.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: shellLaunchOptions() } },
    // The core journeys once more, where a Firefox is installed; where none is, that is said before the tests begin.
    ...(firefox === null
      ? []
      : [
          {
            name: 'firefox',
            grep: process.env['LAB_LONG'] === 'yes' ? /@core/ : /@core(?!-long)/,
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]),
  ],
  webServer: { command: `node scripts/serve.mjs --port ${PORT}`, port: PORT, reuseExistingServer: false },
});
