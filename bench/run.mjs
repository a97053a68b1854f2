// The benchmark: node bench/run.mjs [--sizes 35,1000,…] [--quick] [--only NAME] [--profile] [--out FILE]
import { chromium } from '@playwright/test';
import { format, resolveConfig } from 'prettier';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium } from '../scripts/browser.mjs';
import { measure } from './drive.mjs';
import { reportOf } from './report.mjs';
import { say, serve } from './server.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, '.cache/bench');
const SITE = join(CACHE, 'site');
const STORY = join(CACHE, 'story');

const { values } = parseArgs({
  options: {
    /** Numbers of made events. */
    sizes: { type: 'string', default: '35,200,1000,5000,10000,100000,1000000' },
    /** The sizes 35, 1000 and 10000 only, and less patience. */
    quick: { type: 'boolean', default: false },
    /** One of sourceline, canvas, gravity, vis, timelinejs. */
    only: { type: 'string' },
    /** Writes a CPU profile of each gesture beside the stories. */
    profile: { type: 'boolean', default: false },
    out: { type: 'string', default: join(HERE, 'RESULTS.md') },
  },
});

/** At which numbers of events each peer is shown: as far as it goes, and one step more. */
const PEERS = {
  canvas: { least: 0, most: Infinity },
  gravity: { least: 1000, most: Infinity },
  vis: { least: 200, most: 5000 },
  timelinejs: { least: 35, most: 1000 },
};
const sizes = values.quick ? [35, 1000, 10_000] : values.sizes.split(',').map(Number);
const patience = values.quick ? 20_000 : 45_000;

/** Loads of each page, of which the middle one is told; one of pages that take longer than `SLOW` ms. */
const LOADS = 9;
const SLOW = 4000;

/** The site as the site is: the stories are files in the `columns/` of its story. Nothing in it knows of the benchmark. */
const ours = (name) => ({
  name: 'sourceline',
  path: `columns/${name}/`,
  file: `/data/columns/${name}.json`,
  content: '[data-row], [data-cluster]',
  alive: '.page [data-view="timeline"] svg :is([data-row], [data-cluster])',
  settled: 'main[aria-busy="false"]',
  target: '[data-view="timeline"] .field',
  pan: 'drag',
  zoom: 'wheel',
});
/** The same page with a file that no build has seen, named by its address. */
const ofAnyFile = (name, file) => ({
  ...ours(name),
  name: 'anyfile',
  path: `columns/?story=${file}`,
  file,
  content: ours(name).alive,
});
const peer = (name, file) => ({
  name,
  path: `pages/${name}.html?story=${file}`,
  file,
  content: '[data-drawn]',
  target: name === 'timelinejs' ? '.tl-timenav-slider' : name === 'vis' ? '.vis-center' : '#stage',
  // The canvas of gravity-ui has no drag; TimelineJS zooms by its buttons alone.
  pan: name === 'gravity' ? 'wheel' : 'drag',
  zoom: name === 'timelinejs' ? 'buttons' : 'wheel',
});

await main();

async function main() {
  prepare();
  const { madeStory, realStories, written } = await import('./stories.mjs');
  const made = [...sizes.map(madeStory), ...(values.quick ? [] : realStories())];
  rmSync(STORY, { recursive: true, force: true });
  cpSync(join(ROOT, 'data'), STORY, { recursive: true });
  const stories = made.map((story) => ({
    name: story.name,
    count: story.events.length,
    path: written(story, join(STORY, 'columns')),
  }));
  run(process.execPath, ['scripts/build.mjs', '--story', STORY, '--out', SITE], ROOT);
  const options = await findChromium();
  if (!options) throw new Error('no Chromium: run node scripts/ensure.mjs --browser first');
  const server = await serve([
    ['/packages/', join(HERE, 'node_modules')],
    ['/pages/', join(HERE, 'pages')],
    ['/built/', join(CACHE, 'built')],
    ['/', SITE],
  ]);
  const load = [loadavg()[0]];
  // A browser for each page: what one leaves behind is not the next one's.
  const inBrowser = async (run) => {
    const browser = await chromium.launch(options);
    try {
      return { result: await run(browser), version: browser.version() };
    } finally {
      await browser.close();
    }
  };
  const rows = [];
  let front;
  /** After each page: a run that is broken off has still told what it found. */
  const write = async () => {
    const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', load: [...load, loadavg()[0]], version };
    const markdown = reportOf(rows, front, { ...machine, node: process.version }, versionsOf());
    writeFileSync(
      values.out,
      await format(markdown, { ...(await resolveConfig(ROOT + 'package.json')), parser: 'markdown' }),
    );
  };
  let version = '';
  try {
    front = (await inBrowser((browser) => paintWithoutScripts(browser, server))).result;
    for (const { name, count, path } of stories) {
      const file = `/data/columns/${path}`;
      const own = path.replace(/\.json$/, '');
      const peers = Object.entries(PEERS).filter(([, { least, most }]) => count >= least && count <= most);
      const contenders = [ours(own), ofAnyFile(own, file), ...peers.map(([one]) => peer(one, file))];
      for (const contender of contenders) {
        if (values.only && values.only !== contender.name) continue;
        const loadOnly = contender.name === 'anyfile';
        const trace = values.profile ? join(CACHE, `${contender.name}-${name}.cpuprofile`) : undefined;
        const ran = await inBrowser((browser) => measure(browser, contender, server, { patience, loadOnly, trace }));
        version = ran.version;
        const loads = [ran.result];
        while (!ran.result.fault && ran.result.alive < SLOW && loads.length < LOADS) {
          const options = { patience, loadOnly: true };
          loads.push((await inBrowser((browser) => measure(browser, contender, server, options))).result);
        }
        const result = { ...ran.result, ...middleOf(loads) };
        rows.push({ story: name, count, name: contender.name, ...result });
        await write();
        const { fault, content, alive, p95, task } = result;
        const moved = loadOnly ? '' : `, p95 ${p95?.toFixed(1)} ms, work ${task?.toFixed(2)} ms a step`;
        say(
          `${name} ${contender.name}: ${fault ?? `content ${Math.round(content)} ms, alive ${Math.round(alive)} ms${moved}`}`,
        );
      }
    }
    say(`Written to ${values.out}`);
  } finally {
    await server.close();
  }
}

/** Of several loads the middle one in each of its times; a fault of any is told. */
function middleOf(loads) {
  const fault = loads.find((load) => load.fault)?.fault ?? null;
  if (fault !== null) return { fault };
  const sorted = loads.map((load) => ({ ...load, aliveAfter: load.alive - load.had }));
  const middle = (key) => sorted.map((load) => load[key]).sort((a, b) => a - b)[Math.floor(sorted.length / 2)];
  const keys = ['paint', 'content', 'alive', 'aliveAfter', 'block'];
  return Object.fromEntries(keys.map((key) => [key, middle(key)]));
}

/** Installs the peers, and bundles the one that comes in parts. */
function prepare() {
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(join(HERE, 'node_modules/vis-timeline'))) run('npm', ['install'], HERE);
  run(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(HERE, 'gravity.config.mjs')],
    ROOT,
  );
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}`);
}

/** When the front page shows its words while every script is kept back for some seconds. */
async function paintWithoutScripts(browser, server) {
  const held = 3000;
  server.hold(held);
  try {
    const page = await browser.newPage();
    await page.goto(server.url, { waitUntil: 'commit' });
    await page.locator('[data-event]').first().waitFor();
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      undefined,
      { polling: 50 },
    );
    const events = await page.locator('article[data-event]').count();
    return { held, paint: Number(await paint.jsonValue()), events };
  } finally {
    server.hold(0);
  }
}

function versionsOf() {
  return Object.fromEntries(
    ['vis-timeline', '@knight-lab/timelinejs', '@gravity-ui/timeline', 'vega-datasets'].map((name) => [
      name,
      JSON.parse(readFileSync(join(HERE, 'node_modules', name, 'package.json'), 'utf8')).version,
    ]),
  );
}
