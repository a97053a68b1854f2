import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { main as lock } from '#cli/lock.ts';
import { starterFiles } from '#site/starter.ts';

/**
 * `npm run new -- DIR`: writes a small sound story to begin with into a folder that is new or empty.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const [dir, ...more] = args;
  if (dir === undefined || dir.startsWith('-') || more.length > 0) {
    console.error('expected one folder for the new story: npm run new -- DIR');
    return 2;
  }
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length > 0) {
    console.error(`expected a new or empty folder, got ${dir}, which holds files`);
    return 1;
  }
  const schemas = relative(dir, join('public', 'schema')).replaceAll('\\', '/');
  for (const [name, text] of starterFiles(schemas)) {
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const code = await lock(['--story', dir]);
  if (code === 0) console.log(`A story to begin with is in ${dir}. To see it: npm start -- --story ${dir}`);
  return code;
}
