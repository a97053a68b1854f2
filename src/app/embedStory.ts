import { withStory } from '#app/withStory.ts';
import type { StoryData } from '#model/types.ts';
import type { Place } from '#state/context.ts';

/**
 * The data of a frame's story.
 * @param above the notice goes there when the data cannot be had; what the build wrote stays below it
 * @returns null when it cannot be had: a word says why, and a button tries again
 */
export async function loadEmbedStory(above: HTMLElement): Promise<StoryData | null> {
  let story: StoryData | null = null;
  let isLate = false;
  await withStory(
    () => {
      const target = document.createElement('div');
      above.before(target);
      return target;
    },
    (data) => {
      if (isLate)
        location.reload(); // the frame is a reader's page: it starts anew with the data at hand
      else story = data;
    },
  );
  isLate = true;
  await new Promise((done) => setTimeout(done)); // reading and drawing are two tasks: a host has others to do
  return story;
}

export function placeOfEmbed(inside: HTMLElement): Place {
  return {
    root: inside.closest('[data-root]')?.getAttribute('data-root') ?? './',
    locale: document.documentElement.lang,
    framed: true,
    restricted: window.origin === 'null',
  };
}
