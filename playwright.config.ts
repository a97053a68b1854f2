import { defineConfig, devices } from '@playwright/test';
import process from 'node:process';
import { findChromium } from './scripts/browser.mjs';

const browser = await findChromium();
if (!browser) throw new Error('no Chromium: run node scripts/ensure.mjs --browser');

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Tests wait for conditions, not for time: these limits only stop what hangs, on a slow machine too.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    launchOptions: browser,
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'Asia/Jerusalem',
    ...(process.env['TRACE'] ? { trace: 'retain-on-failure' } : {}),
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
      grepInvert: /@phone/,
    },
    // What does not depend on the size of the screen is tested once.
    { name: 'mobile', use: { ...devices['Pixel 7'] }, grepInvert: /@desktop/ },
  ],
});
