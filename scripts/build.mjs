// Writes the site: node scripts/build.mjs [--story DIR] [--out DIR]
// SITE_URL=https://… gives the addresses that must be absolute.
import { existsSync, readdirSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createBuilder } from 'vite';

const options = { story: { type: 'string', default: 'data' }, out: { type: 'string', default: 'dist' } };
const { story, out } = parseArgs({ options }).values;

/** The folder is emptied first, so it must be one that holds a site, or nothing. */
function isFitForOutput(folder) {
  const target = resolve(folder);
  const holds = (inner) =>
    !relative(target, resolve(inner)).startsWith('..' + sep) && relative(target, resolve(inner)) !== '..';
  if (holds('.') || holds(story)) return false;
  if (!existsSync(target) || readdirSync(target).length === 0) return true;
  return existsSync(resolve(target, 'data/story.json')) || existsSync(resolve(target, '_headers'));
}

if (!isFitForOutput(out)) {
  console.error(`${out} is not empty and holds no site: give --out a new folder.`);
  process.exit(1);
}
Object.assign(process.env, { STORY: story, OUT: out });
try {
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
  console.log(`Written to ${out}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
