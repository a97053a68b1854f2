import { mount } from 'svelte';
import { storyWithin, windowOf } from '#app/embedFilter.ts';
import type { EmbedWishes } from '#app/embedOptions.ts';
import { loadEmbedStory, placeOfEmbed } from '#app/embedStory.ts';
import EmbedTold from '#app/EmbedTold.svelte';
import type { EventId } from '#model/types.ts';

// A chunk of its own for it would split those that the front page shares with this one.
export { retellTour } from '#app/embedTourTold.ts';

/**
 * Puts in place of the document that the build wrote the same as it was known by the day, through the filters and in the language that the
 * frame's address wishes.
 * @param link a link's hash; null where the address says nothing of the view
 */
export async function retell(told: HTMLElement, link: string | null, wishes: EmbedWishes): Promise<void> {
  const data = await loadEmbedStory(told);
  if (data === null) return;
  const story = storyWithin(data, wishes.bands);
  const only = told.querySelector<HTMLElement>('[data-view] > [data-event]')?.dataset['event'] ?? null;
  told.replaceChildren();
  for (const name of ['lang', 'dir']) told.removeAttribute(name);
  const window = windowOf(wishes, data.zone);
  const place = placeOfEmbed(told);
  mount(EmbedTold, { target: told, props: { story, link, window, only: only as EventId | null, place } });
}
