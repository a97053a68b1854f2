import { optionsOf } from '#cli/options.ts';
import { readFolder } from '#site/compile.ts';
import { balanceLines, balanceOf } from '#model/tour-balance.ts';
import { createStory } from '#model/story.ts';
import { toursOf } from '#site/tours.ts';
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
  if (options.value.stats) {
    const { data, material } = story.value;
    const all = createStory(data);
    const tours = toursOf(material).flatMap((tour) => balanceLines(tour.id, balanceOf(tour, all)));
    for (const line of [...statsLines(statsOf(data)), ...tours]) console.log(line);
  }
  return 0;
}
