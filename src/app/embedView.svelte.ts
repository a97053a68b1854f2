import { createTranslate } from '#base/messages.ts';
import { withinStory } from '#model/filter.ts';
import type { Story } from '#model/story.ts';
import { parseState } from '#state/url.ts';
import { ViewState } from '#state/view.svelte.ts';
import { dayWords } from '#time/words.ts';

/**
 * The view of a frame, as its address wishes. Where a day is given the head of the frame says so, for as long as it holds: what is not shown
 * must not look as if it did not exist. Call it while a component is set up.
 * @param link a link's hash, or null when nothing is wished
 */
export function createEmbedView(story: Story, link: string | null, locale: string): ViewState {
  const view = new ViewState(story);
  const { known, filter, selectedId, folded, zoneChoice } = parseState(link ?? '', story.data.zone);
  view.known = known;
  view.folded = folded;
  view.zoneChoice = zoneChoice;
  view.filter = withinStory(filter, story.data.events, story.sources);
  if (selectedId !== null && story.byId.has(selectedId)) view.select(selectedId);
  const t = createTranslate(locale);
  $effect(() => {
    const note = document.querySelector<HTMLElement>('[data-known]');
    if (!note) return;
    note.hidden = view.known === null;
    note.textContent = view.known === null ? '' : t('known.day', { day: dayWords(view.known, 'UTC', locale) });
  });
  return view;
}
