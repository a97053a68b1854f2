import { mount } from 'svelte';
import { storyWithin, windowOf } from '#app/embedFilter.ts';
import type { EmbedWishes } from '#app/embedOptions.ts';
import { loadEmbedStory, placeOfEmbed } from '#app/embedStory.ts';
import EmbedTold from '#app/EmbedTold.svelte';
import type { EventId } from '#model/types.ts';

/**
 * Puts in place of the document that the build wrote the same as it was known by the day, and through the filters, that the frame's address
 * wishes.
 * @param link a link's hash
 */
export async function retell(told: HTMLElement, link: string, wishes: EmbedWishes): Promise<void> {
  const data = await loadEmbedStory(told);
  if (data === null) return;
  const story = storyWithin(data, wishes.bands);
  const only = told.querySelector<HTMLElement>('[data-view] > [data-event]')?.dataset['event'] ?? null;
  told.replaceChildren();
  const window = windowOf(wishes, data.zone);
  const place = placeOfEmbed(told);
  mount(EmbedTold, { target: told, props: { story, link, window, only: only as EventId | null, place } });
}
