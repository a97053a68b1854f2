import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optionsOf } from '#cli/options.ts';
import { readFolder } from '#site/compile.ts';
import { checkChanges } from '#site/check-history.ts';
import { sortedFaults } from '#site/faults.ts';
import { frozenFiles } from '#site/freeze.ts';
import { LOCK } from '#site/load.ts';
import { linesOf, lockedText } from '#site/lock.ts';
import { EDITIONS, FROZEN_TOURS } from '#site/published.ts';

/**
 * `npm run lock [-- --story DIR]`: adds the new ids of a story without faults to its ids.lock, and to `published/` the new revisions of its
 * events and tours and an edition of the whole, if anything changed. From then on they are promised.
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
  const { material } = story.value;
  const unaccounted = sortedFaults(checkChanges(material, false));
  if (unaccounted.length > 0) {
    for (const fault of unaccounted) console.error(String(fault));
    return 1;
  }
  const frozen = frozenFiles(material);
  if (frozen.size > 0) await mkdir(join(options.value.story, 'published'), { recursive: true });
  for (const [name, published] of frozen) await writeFile(join(options.value.story, name), published);
  const path = join(options.value.story, LOCK);
  const old = await readFile(path, 'utf8').catch(() => '');
  const text = lockedText(old, material.known.lines.keys());
  if (text !== old) await writeFile(path, text);
  console.log(`${linesOf(text).length - linesOf(old).length} ids added to ${path}, ${linesOf(text).length} in all`);
  const editions = (material.published.editions?.raw.length ?? 0) + (frozen.has(EDITIONS) ? 1 : 0);
  console.log(frozen.has(EDITIONS) ? `edition ${editions} published` : `edition ${editions} is still the newest`);
  console.log(`${[...frozen.keys()].filter((name) => /\.\d+\.yaml$/.test(name)).length} revisions published`);
  const tours = material.published.tours?.raw.length ?? 0;
  const after = frozen.get(FROZEN_TOURS)?.match(/^- n: /gm)?.length ?? tours;
  console.log(`${after - tours} revisions of tours published`);
  return 0;
}
