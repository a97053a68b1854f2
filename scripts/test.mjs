// Everything `npm test` runs: node scripts/test.mjs [lint | data | unit | build | browser …]
// Goes on after a failure, so that one run tells all there is to mend; the last line counts the tests.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import process from 'node:process';

const UNIT = '.cache/vitest.json';
const BROWSER = '.cache/playwright.json'; // named in playwright.config.ts

/** Stages in order; the commands of a quiet stage run two at a time and are heard only when they fail. */
const STAGES = [
  {
    name: 'lint',
    quiet: true,
    commands: [
      'eslint --max-warnings 0 .',
      'svelte-check --fail-on-warnings --output human',
      'prettier --check --log-level warn .',
      'knip --no-progress --no-config-hints',
      'depcruise --config .dependency-cruiser.cjs src e2e scripts vite.config.ts playwright.config.ts',
    ],
  },
  { name: 'data', commands: ['npm run --silent check'] },
  { name: 'build', commands: ['node scripts/build.mjs'], env: { NODE_ENV: 'production', SITE_URL: '' } },
  {
    name: 'unit',
    commands: [`vitest run --reporter=dot --reporter=json --outputFile.json=${UNIT}`],
    counts: () => countVitest(read(UNIT)),
  },
  { name: 'browser', needs: 'build', commands: ['playwright test'], counts: () => countPlaywright(read(BROWSER)) },
];

export function countVitest(report) {
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** A test that passed only when tried again has passed; the configuration allows no second try, so there should be none. */
export function countPlaywright(report) {
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected };
}

/** A stage that fails without a failing test (a linter, a crash) counts as one failure, so that the sum never hides it. */
export function sum(results) {
  const passed = results.reduce((total, { counts }) => total + (counts?.passed ?? 0), 0);
  const failed = results.reduce((total, { ok, counts }) => total + (counts?.failed || (ok ? 0 : 1)), 0);
  return { passed, failed };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function run(command, quiet, more) {
  const PATH = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const env = { ...process.env, ...more, PATH };
  const child = spawn(command, { shell: true, env, stdio: quiet ? 'pipe' : 'inherit' });
  const heard = [];
  child.stdout?.on('data', (data) => heard.push(data));
  child.stderr?.on('data', (data) => heard.push(data));
  return new Promise((done) => {
    child.on('close', (status) => {
      if (quiet && status !== 0) process.stdout.write(`\n$ ${command}\n${Buffer.concat(heard)}`);
      done({ command, ok: status === 0 });
    });
  });
}

async function runStage({ commands, quiet = false, counts, env }, isBuilt) {
  /** For scripts/build.test.mjs: what this run has built stands in its place. A `BUILT` of another run is none. */
  const more = { BUILT: isBuilt ? 'dist' : '', ...env };
  const waiting = [...commands];
  const results = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next, quiet, more));
  };
  await Promise.all([lane(), lane()]);
  return results.map((result) => ({ ...result, counts: counts?.() }));
}

async function main(asked) {
  mkdirSync('.cache', { recursive: true });
  for (const file of [UNIT, BROWSER]) rmSync(file, { force: true });
  const results = [];
  const times = [];
  const broken = new Set();
  let isBuilt = false;
  for (const stage of STAGES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    console.log(`\n— ${stage.name} —`);
    if (broken.has(stage.needs)) {
      console.log(`not run, for ${stage.needs} failed`);
      results.push({ command: stage.name, ok: false });
      continue;
    }
    const start = performance.now();
    const stageResults = await runStage(stage, isBuilt);
    times.push(`${stage.name} ${((performance.now() - start) / 1000).toFixed(0)} s`);
    if (stageResults.some(({ ok }) => !ok)) broken.add(stage.name);
    else if (stage.name === 'build') isBuilt = true;
    results.push(...stageResults);
  }
  const bad = results.filter(({ ok }) => !ok);
  console.log(`\n${times.join(' · ')}`);
  for (const { command } of bad) console.log(`failed: ${command}`);
  const { passed, failed } = sum(results);
  const line = `${passed} passed, ${failed} failed`;
  writeFileSync('.cache/summary.txt', `${line}\n`);
  console.log(line);
  return bad.length === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith('test.mjs')) process.exit(await main(process.argv.slice(2)));
