import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optionsOf } from '#cli/options.ts';
import { readFolder } from '#site/compile.ts';
import { LOCK } from '#site/load.ts';
import { linesOf, lockedText } from '#site/lock.ts';

/**
 * `npm run lock [-- --story DIR]`: adds the new ids of a story without faults to its ids.lock. From then on they are promised.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options.ok) {
    console.error(options.error);
    return 2;
  }
  const story = await readFolder(options.value.story, 'kept');
  if (!story.ok) {
    for (const fault of story.error) console.error(String(fault));
    return 1;
  }
  const path = join(options.value.story, LOCK);
  const old = await readFile(path, 'utf8').catch(() => '');
  const text = lockedText(old, story.value.material.known.lines.keys());
  if (text !== old) await writeFile(path, text);
  console.log(`${linesOf(text).length - linesOf(old).length} ids added to ${path}, ${linesOf(text).length} in all`);
  return 0;
}
