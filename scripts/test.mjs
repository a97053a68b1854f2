// Everything `npm test` runs: node scripts/test.mjs [build | lint | data | unit | browser …]
// Goes on after a failure, so that one run tells all there is to mend; the last line counts the tests.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import process from 'node:process';

const UNIT = '.cache/vitest.json';
const BROWSER = '.cache/playwright.json'; // named in playwright.config.ts

/**
 * Stages in order. Those that go `together` with the one before need nothing of each other and share two lanes, for most tools use one core each;
 * what they say is heard once they are through, of a quiet stage only if they fail. What takes long stands first, or one lane waits for it at the end.
 */
export const STAGES = [
  { name: 'build', commands: ['node scripts/build.mjs'], env: { NODE_ENV: 'production', SITE_URL: '' } },
  {
    name: 'lint',
    together: true,
    quiet: true,
    commands: [
      'svelte-check --fail-on-warnings --output human',
      'eslint --max-warnings 0 .',
      'prettier --check --log-level warn .',
      'knip --no-progress --no-config-hints',
      'depcruise --config .dependency-cruiser.cjs src e2e scripts vite.config.ts playwright.config.ts',
    ],
  },
  { name: 'data', together: true, commands: ['node scripts/run.mjs check'] },
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

/** The stages asked for, in groups of those that run together. */
export function groupsOf(stages) {
  return stages.reduce((groups, stage) => {
    if (stage.together && groups.length > 0) groups.at(-1).push(stage);
    else groups.push([stage]);
    return groups;
  }, []);
}

/** @returns what the command said, if that is not shown at once, and whether all was well */
function run(command, isHeard, more) {
  const PATH = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const env = { ...process.env, ...more, PATH };
  const start = performance.now();
  const child = spawn(command, { shell: true, env, stdio: isHeard ? 'inherit' : 'pipe' });
  const heard = [];
  child.stdout?.on('data', (data) => heard.push(data));
  child.stderr?.on('data', (data) => heard.push(data));
  return new Promise((done) => {
    child.on('close', (status) => {
      const seconds = (performance.now() - start) / 1000;
      done({ command, ok: status === 0, said: Buffer.concat(heard).toString(), seconds });
    });
  });
}

/** Runs the stages of a group, two commands at a time. @returns for each command its stage and how it went */
async function runGroup(group, isBuilt) {
  const waiting = group.flatMap((stage) => stage.commands.map((command) => ({ stage, command })));
  const isAlone = waiting.length === 1;
  const results = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { stage, command } = next;
      /** For scripts/build.test.mjs: what this run has built stands in its place. A `BUILT` of another run is none. */
      const more = { BUILT: isBuilt ? 'dist' : '', ...stage.env };
      const result = await run(command, isAlone, more);
      if (!isAlone && (!result.ok || (!stage.quiet && result.said !== ''))) {
        console.log(`\n$ ${command} (${stage.name}, ${result.seconds.toFixed(0)} s)\n${result.said.trimEnd()}`);
      }
      results.push({ ...result, stage, counts: stage.counts?.() });
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

async function main(asked) {
  mkdirSync('.cache', { recursive: true });
  for (const file of [UNIT, BROWSER]) rmSync(file, { force: true });
  const results = [];
  const times = [];
  const broken = new Set();
  let isBuilt = false;
  for (const group of groupsOf(STAGES.filter(({ name }) => asked.length === 0 || asked.includes(name)))) {
    const title = group.map(({ name }) => name).join(', ');
    console.log(`\n— ${title} —`);
    const kept = group.find(({ needs }) => broken.has(needs));
    if (kept) {
      console.log(`not run, for ${kept.needs} failed`);
      results.push({ command: title, ok: false });
      continue;
    }
    const start = performance.now();
    const done = await runGroup(group, isBuilt);
    times.push(`${title} ${((performance.now() - start) / 1000).toFixed(0)} s`);
    for (const { stage, ok } of done) if (!ok) broken.add(stage.name);
    isBuilt ||= group.some(({ name }) => name === 'build' && !broken.has(name));
    results.push(...done);
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
