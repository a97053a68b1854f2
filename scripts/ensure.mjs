// Runs before every npm script that needs something installed, so that `npm start` and `npm test` are all there is to type on a fresh
// clone. Only node:* here: nothing else exists yet.
//   node scripts/ensure.mjs [--browser]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

/** The same ranges as `engines` in package.json, in plain words: npm itself only warns. */
export function isNodeFit(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
}

/** Installs what package-lock.json names, unless node_modules already is that. */
function ensurePackages() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const stamp = 'node_modules/.lock-hash';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  console.log('Installing the packages named in package-lock.json …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32', // npm is npm.cmd there
  });
  if (status !== 0) return false;
  writeFileSync(stamp, hash);
  return true;
}

async function ensure() {
  process.chdir(new URL('..', import.meta.url).pathname);
  if (!isNodeFit(process.version)) {
    console.error(`Node ${process.version} is too old or an odd release: install Node 20.19, 22.12, 24 or newer.`);
    return 1;
  }
  if (!ensurePackages()) {
    console.error('The packages could not be installed; see above.');
    return 1;
  }
  if (process.argv.includes('--browser')) {
    const { ensureChromium } = await import('./browser.mjs');
    const browser = await ensureChromium();
    if (!browser) return 1;
    console.log(`Browser: ${browser.executablePath}`);
  }
  return 0;
}

if (process.argv[1]?.endsWith('ensure.mjs')) process.exit(await ensure());
