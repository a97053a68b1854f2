import { dataFileOf, loadStory } from '#app/load.ts';
import { showNotice } from '#app/notice.svelte.ts';
import { createTranslate } from '#base/messages.ts';
import type { StoryData } from '#model/types.ts';

/**
 * Fetches the story of this page. While it cannot be had the page stays as it was written, with a notice that says why and a button to try again.
 * @param place where the notice goes; only asked for when it is needed
 * @param tell called with the story once it is there: before this returns, or after a reader has tried again
 */
export async function withStory(place: () => HTMLElement, tell: (data: StoryData) => void): Promise<void> {
  const file = dataFileOf(document);
  const loaded = await loadStory(file, fetch);
  if (loaded.ok) return tell(loaded.value);
  const notice = showNotice(place(), loaded.error, createTranslate(document.documentElement.lang), async () => {
    const again = await loadStory(file, fetch, { retry: true });
    if (!again.ok) return again.error;
    notice.close();
    tell(again.value);
    return null;
  });
}
