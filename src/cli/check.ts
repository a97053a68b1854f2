import { optionsOf } from '#cli/options.ts';
import { readFolder } from '#site/compile.ts';
import { statsLines, statsOf } from '#site/stats.ts';

/**
 * `npm run check [-- --story DIR] [-- --stats]`: says nothing about a story without faults, or all of its faults.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options.ok) {
    console.error(options.error);
    return 2;
  }
  const story = await readFolder(options.value.story, 'complete');
  if (!story.ok) {
    for (const fault of story.error) console.error(String(fault));
    return 1;
  }
  if (options.value.stats) for (const line of statsLines(statsOf(story.value.data))) console.log(line);
  return 0;
}
