import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '#base/result.ts';
import { compareText, Fault } from '#site/faults.ts';
import type { TextFile } from '#site/yaml.ts';

/** The one file that is not YAML: every id that was ever published. */
export const LOCK = 'ids.lock';
const SINGLE = ['story.yaml', 'relations.yaml', 'corrections.yaml', 'retired.yaml', LOCK];
const FOLDERS = ['events', 'sources', 'tours', 'published'];

/**
 * Reads the texts of a story folder, in the order of their names. What is not part of a story (README, images) is passed by, but a file
 * in `events`, `sources`, `tours` or `published` that would be overlooked is a fault.
 * @param dir as the author typed it: faults repeat it
 */
export async function loadFolder(dir: string): Promise<Result<TextFile[], Fault[]>> {
  const shownDir = dir.replace(/[\\/]+$/, '') || dir;
  const fileOf = (name: string): string => join(shownDir, name).replaceAll('\\', '/');
  let top: readonly string[];
  try {
    top = await readdir(dir);
  } catch {
    return fail([new Fault(fileOf('story.yaml'), 1, 1, `expected a story folder, got no folder at ${shownDir}`)]);
  }
  const faults: Fault[] = [];
  const names = SINGLE.filter((name) => top.includes(name));
  for (const folder of FOLDERS.filter((name) => top.includes(name))) {
    const inside = (await readdir(join(dir, folder))).filter((name) => !name.startsWith('.'));
    names.push(...inside.filter((name) => name.endsWith('.yaml')).map((name) => `${folder}/${name}`));
    for (const name of inside.filter((one) => !one.endsWith('.yaml')))
      faults.push(new Fault(fileOf(`${folder}/${name}`), 1, 1, `expected a name that ends in .yaml, got "${name}"`));
  }
  const texts = names.map(async (name) => ({
    name,
    file: fileOf(name),
    text: await readFile(join(dir, name), 'utf8'),
  }));
  const files = (await Promise.all(texts)).sort((a, b) => compareText(a.name, b.name));
  return faults.length > 0 ? fail(faults) : ok(files);
}
