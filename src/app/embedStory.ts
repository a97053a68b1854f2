import { dataFileOf, loadStory } from '#app/load.ts';
import { showNotice } from '#app/notice.svelte.ts';
import { createTranslate } from '#base/messages.ts';
import type { StoryData } from '#model/types.ts';
import type { Place } from '#state/context.ts';

/**
 * The data of a frame's story.
 * @param above the notice goes there when the data cannot be had; what the build wrote stays below it
 * @returns null when it cannot be had: a word says why, and a button tries again
 */
export async function loadEmbedStory(above: HTMLElement): Promise<StoryData | null> {
  const file = dataFileOf(document);
  const loaded = await loadStory(file, fetch);
  if (loaded.ok) return loaded.value;
  const target = document.createElement('div');
  above.before(target);
  showNotice(target, loaded.error, createTranslate(document.documentElement.lang), async () => {
    const again = await loadStory(file, fetch, { retry: true });
    if (!again.ok) return again.error;
    location.reload(); // the frame is a reader's page: it starts anew with the data at hand
    return null;
  });
  return null;
}

export function placeOfEmbed(inside: HTMLElement): Place {
  return {
    root: inside.closest('[data-root]')?.getAttribute('data-root') ?? './',
    locale: document.documentElement.lang,
    framed: true,
    restricted: window.origin === 'null',
  };
}
