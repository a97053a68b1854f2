// Builds the site twice and compares every byte: node scripts/same.mjs [--story DIR]
// An address that is fetched from two servers, or before and after a release that changed nothing, must give one answer.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';

const folder = mkdtempSync(join(tmpdir(), 'same-'));
const filesIn = (root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();

try {
  const builds = ['first', 'second'].map((name) => join(folder, name));
  for (const out of builds)
    execFileSync(process.execPath, ['scripts/build.mjs', ...process.argv.slice(2), '--out', out], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const [first, second] = builds.map(
    (out) => new Map(filesIn(out).map((path) => [path, readFileSync(join(out, path))])),
  );
  const paths = [...new Set([...first.keys(), ...second.keys()])];
  const differing = paths.filter((path) => !second.get(path) || !first.get(path)?.equals(second.get(path)));
  for (const path of differing) console.error(`differs: ${path}`);
  console.log(`${paths.length} files built twice, ${differing.length} differ`);
  process.exitCode = differing.length > 0 || paths.length === 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
