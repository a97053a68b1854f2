// Ten embeds on one page of another site: npm run build && npm run bench:embeds
// Prints what they block of the main threads once the page has loaded, and what those off screen still do.
import { chromium } from '@playwright/test';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../scripts/browser.mjs';
import { say, serve } from './server.mjs';

const SITE = fileURLToPath(new URL('../dist/', import.meta.url));
const FRAMES = 10;
/** ms after the load in which tasks are counted, and in which a page at rest is watched. */
const WATCHED = 5000;

/** In each frame: long tasks since it began, and calls of what keeps a page busy. */
function watch() {
  const counted = { tasks: [], busy: 0 };
  Object.assign(window, { counted });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      counted.tasks.push({ at: performance.timeOrigin + startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval']) {
    const own = window[name];
    window[name] = (...given) => {
      counted.busy += 1;
      return own.apply(window, given);
    };
  }
}

/** Tasks that were told more than once: they begin and last alike, as far as each frame's clock is true. */
function distinct(tasks) {
  const isSame = (a, b) => Math.abs(a.at - b.at) < 2 && Math.abs(a.duration - b.duration) < 2;
  return tasks.filter((one, i) => !tasks.slice(0, i).some((before) => isSame(one, before)));
}

const options = await findChromium();
if (!options) throw new Error('no Chromium: run node scripts/ensure.mjs --browser');
const site = await serve([['/', SITE]]);
// As the code that is handed out: with `loading="lazy"`.
const frame = `<iframe title="The story" width="100%" height="640" loading="lazy" src="${site.url}embed/"></iframe>`;
const html = `<!doctype html><html lang="en"><title>A host</title><link rel="icon" href="data:,">${frame.repeat(FRAMES)}`;
const host = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html));
await new Promise((done) => host.listen(0, '127.0.0.1', () => done(undefined)));
const { port } = host.address();
const browser = await chromium.launch(options);
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(`http://localhost:${port}/`, { waitUntil: 'load' });
  const loadedAt = await page.evaluate(
    'performance.timeOrigin + performance.timing.loadEventEnd - performance.timing.navigationStart',
  );
  const rest = () => new Promise((done) => setTimeout(done, WATCHED));
  const told = async () => {
    const frames = await Promise.all(
      page
        .frames()
        // One that its host has not reached yet has no page, and would never answer.
        .filter((one) => one.url().startsWith('http'))
        .map((one) => one.evaluate('({ ...counted, mode: document.querySelector("[data-mode]")?.dataset.mode })')),
    );
    const blocked = (tasks) => tasks.reduce((total, { duration }) => total + Math.max(0, duration - 50), 0);
    // Pages that share a main thread are each told of the same task.
    const tasks = distinct(frames.flatMap((one) => one.tasks));
    return {
      timelines: frames.filter(({ mode }) => mode === 'timeline').length,
      before: blocked(tasks.filter(({ at }) => at < loadedAt)),
      after: blocked(tasks.filter(({ at }) => at >= loadedAt)),
      longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
      busy: frames.reduce((total, { busy }) => total + busy, 0),
    };
  };
  await rest();
  const first = await told();
  await rest();
  const still = await told();
  say(
    `${FRAMES} embeds on ${cpus().length} cores, load of the machine ${loadavg()[0].toFixed(1)}; ${first.timelines} reached and shown as timelines`,
  );
  say(
    `blocked while the page loads: ${first.before.toFixed(0)} ms; after it has loaded: ${first.after.toFixed(0)} ms (aim: below 200)`,
  );
  say(`longest task: ${first.longest.toFixed(0)} ms`);
  say(
    `at rest, in ${WATCHED / 1000} s: ${still.busy - first.busy} timers and pictures, ${(still.after - first.after).toFixed(0)} ms blocked (aim: none)`,
  );
} finally {
  await browser.close();
  host.close();
  await site.close();
}
