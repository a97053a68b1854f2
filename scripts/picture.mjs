// Makes the picture of the README: node scripts/picture.mjs [FILE]
// Builds the story into a folder of its own, serves it, opens one event and takes the screen.
import { chromium } from '@playwright/test';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { findChromium } from './browser.mjs';

const [file = 'docs/picture.png'] = process.argv.slice(2);
const FOLDER = '.cache/picture';
const EVENT = 'n12-us-iran-talks-report';

const browserOptions = await findChromium();
if (!browserOptions) {
  console.error('No Chromium: run node scripts/ensure.mjs --browser first.');
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--out', FOLDER], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

const server = spawn(process.execPath, ['scripts/run.mjs', 'preview', FOLDER, '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = await once(server.stdout, 'data');
  const url = /https?:\S+/.exec(String(line))?.[0];
  if (!url) throw new Error(`the preview gave no address: ${line}`);
  const browser = await chromium.launch(browserOptions);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${url}#v1&e=${EVENT}`);
  await page.locator(`[data-view="timeline"] [data-label="${EVENT}"]`).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file });
  await browser.close();
  console.log(`Written to ${file}`);
} finally {
  server.kill();
}
