import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findBrowser } from './scripts/browsers.ts';

const chrome = findBrowser('chrome');

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/tally-reporter.ts'],
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          testTimeout: 30_000, // parsing a hostile page by the standard takes seconds on a busy machine
          exclude: ['tests/e2e/**'],
        },
      },
      {
        // Views are drawn by a real browser. WXT's plugin does not run there, so the browser API's fake is
        // named here.
        resolve: {
          alias: {
            'webextension-polyfill': fileURLToPath(new URL('tests/support/polyfill.ts', import.meta.url)),
          },
        },
        test: {
          name: 'component',
          include: ['tests/components/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                ...(chrome ? { executablePath: chrome } : {}),
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-background-networking',
                  '--disable-component-update',
                ],
              },
            }),
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
