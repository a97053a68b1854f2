// Finds a Chromium for the browser tests, or gets one. Only node:* at the top: this file is also read before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CACHE = fileURLToPath(new URL('../.cache/', import.meta.url));
/** Outside node_modules, or each `npm ci` would fetch its 68 MB again. 147.0.0 is the newest that runs on Node 20. */
const NPM_CHROMIUM = '@sparticuz/chromium@147.0.0';
const NPM_FOLDER = join(CACHE, 'chromium');
const UNPACKED = join(NPM_FOLDER, 'unpacked');

const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const FIXED_PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
      : [];
  }),
};

const isRoot = () => process.getuid?.() === 0;

/**
 * The Chromium that tests drive, as launch options for Playwright, or null when there is none.
 * Order: CHROME_PATH, Playwright's own, one on PATH or in its usual place, the one from npm in `.cache/`.
 * @returns {Promise<{executablePath: string, args: string[], env?: Record<string, string>} | null>}
 */
export async function findChromium() {
  const asked = process.env['CHROME_PATH'];
  if (asked) {
    if (existsSync(asked)) return optionsOf(asked);
    console.error(`CHROME_PATH names ${asked}, which is not there; looking elsewhere.`);
  }
  const installed = (await playwrightsOwn()) ?? onPath() ?? (FIXED_PLACES[process.platform] ?? []).find(existsSync);
  if (installed) return optionsOf(installed);
  return fromNpm();
}

/**
 * As `findChromium`, but fetches one when none is found: Playwright's own build, then the npm package, then (root on Debian) the system's.
 * Says what to install when all fail; never lets the browser tests be skipped.
 */
export async function ensureChromium() {
  for (const get of [async () => true, playwrightInstall, npmInstall, aptInstall]) {
    const found = (await get()) ? await findChromium() : null;
    if (found) return found;
  }
  console.error(
    'No Chromium for the browser tests. Install Chrome, Chromium or Edge, or set CHROME_PATH to the program, and run again.',
  );
  return null;
}

/** Chromium refuses its sandbox to root; for anyone else it stays on. */
const optionsOf = (executablePath) => ({ executablePath, args: isRoot() ? ['--no-sandbox'] : [] });

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright-core');
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined; // not installed yet: the next place is tried
  }
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending))).find(existsSync);
}

/**
 * The Chromium inside an npm package: unpacked once, then launched with its own libraries and fonts.
 * Without its font path a machine that has no fontconfig shows no text at all.
 */
async function fromNpm() {
  const entry = join(NPM_FOLDER, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  if (!existsSync(entry)) return null;
  const executablePath = join(UNPACKED, 'chromium');
  if (!existsSync(executablePath)) {
    mkdirSync(UNPACKED, { recursive: true });
    // It unpacks its libraries only when it believes it is on AWS, and into the temporary folder: both are set for that process alone.
    const script = `const { default: c } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await c.executablePath();`;
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, TMPDIR: UNPACKED, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    if (status !== 0 || !existsSync(executablePath)) return null;
  }
  return {
    ...optionsOf(executablePath),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(UNPACKED, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      FONTCONFIG_PATH: join(UNPACKED, 'fonts'),
    },
  };
}

function playwrightInstall() {
  const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
  if (!existsSync(cli)) return false;
  console.log('No Chromium found: trying Playwright’s download …');
  return run(process.execPath, [cli, 'install', '--only-shell', 'chromium'], 120_000);
}

function npmInstall() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  console.log(`Trying ${NPM_CHROMIUM} from npm …`);
  mkdirSync(NPM_FOLDER, { recursive: true });
  const args = [
    'install',
    '--prefix',
    NPM_FOLDER,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    NPM_CHROMIUM,
  ];
  return run('npm', args, 300_000);
}

/** Last, since a test run should not change a person's system; not on Ubuntu, whose package is an empty stub. */
function aptInstall() {
  if (!isRoot() || !existsSync('/etc/debian_version') || isUbuntu()) return false;
  console.log('Trying Debian’s chromium with apt-get …');
  const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update', '-q'], 120_000, quiet) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], 300_000, quiet)
  );
}

function isUbuntu() {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=ubuntu$/m.test(readFileSync(release, 'utf8'));
}

function run(command, args, timeout, env = process.env) {
  return spawnSync(command, args, { stdio: 'inherit', timeout, env }).status === 0;
}
