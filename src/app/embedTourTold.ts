import { flushSync, mount } from 'svelte';
import { loadEmbedStory, placeOfEmbed } from '#app/embedStory.ts';
import EmbedTourTold from '#app/EmbedTourTold.svelte';
import { must } from '#base/assert.ts';
import { createStory } from '#model/story.ts';
import type { Tour, TourSentence, TourStep } from '#model/tour.ts';
import type { ClaimId } from '#model/types.ts';
import { parseState } from '#state/url.ts';

/**
 * Says the document of a frame's tour again in the language of the frame. The tour is read from the document itself, which may be one that is
 * pinned; what its claims rest on comes from the story.
 */
export async function retellTour(told: HTMLElement): Promise<void> {
  const data = await loadEmbedStory(told);
  if (data === null) return;
  const tour = tourIn(must(told.querySelector<HTMLElement>('[data-tour]'), 'the frame has no tour'), data.zone);
  told.replaceChildren();
  for (const name of ['lang', 'dir']) told.removeAttribute(name);
  mount(EmbedTourTold, { target: told, props: { story: createStory(data), tour, place: placeOfEmbed(told) } });
  flushSync();
}

/** A tour from what `TourDocument.svelte` wrote of it. The casts stand here because the build has checked what it wrote. */
function tourIn(article: HTMLElement, zone: string): Tour {
  return {
    id: article.dataset['tour'] ?? '',
    title: textOf(article, 'h1'),
    summary: textOf(article, '.tour-summary'),
    updated: article.dataset['updated'] ?? '',
    steps: [...article.querySelectorAll<HTMLElement>('[data-step]')].map((one) =>
      stepIn(one, zone),
    ) as unknown as Tour['steps'],
  };
}

function stepIn(item: HTMLElement, zone: string): TourStep {
  const link = item.dataset['step'] ?? '';
  const { span, selectedId } = parseState(link, zone);
  const [, known] = /&known=([^&]+)/.exec(link) ?? [];
  const question = item.querySelector('.tour-question [data-said]')?.textContent;
  const sentences = [...item.querySelectorAll<HTMLElement>('[data-sentence]')].map((one) => ({
    text: textOf(one, '[data-said]'),
    claims: [...one.querySelectorAll<HTMLElement>('[data-of]')].map(({ dataset }) => dataset['of'] as ClaimId),
  }));
  return {
    title: textOf(item, 'h2'),
    span: must(span, `a step without a window: ${link}`),
    ...(selectedId !== null && { event: selectedId }),
    ...(known !== undefined && { known }),
    sentences: sentences as unknown as readonly [TourSentence],
    ...(question !== undefined && { question }),
  };
}

function textOf(inside: HTMLElement, selector: string): string {
  return must(inside.querySelector(selector), `nothing is ${selector}`).textContent;
}
