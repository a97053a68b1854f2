import { flushSync } from 'svelte';
import type { Running } from '#app/embedTimeline.ts';
import { loadEmbedStory, placeOfEmbed } from '#app/embedStory.ts';
import { walkTour } from '#app/tourWalk.ts';
import { must } from '#base/assert.ts';

/** px that a tour in a frame would like to have between head and foot; and from which width, px, the words stand beside the timeline. */
const LEAST = { beside: 480, below: 640, from: 560 } as const;

/**
 * Walks through the tour of a frame. Its document goes to the stage, and back when it is stopped.
 * @returns null when the data cannot be had: the document stays, with a word above it and a button to try again
 */
export async function startTour(stage: HTMLElement, told: HTMLElement): Promise<Running | null> {
  const data = await loadEmbedStory(stage);
  if (data === null) return null;
  const article = must(document.querySelector<HTMLElement>('[data-tour]'), 'the frame has no tour');
  stage.append(article);
  const walk = walkTour(article, data, { place: placeOfEmbed(stage), opensOn: 0 });
  flushSync();
  return {
    least,
    stop: () => {
      walk.stop();
      told.append(article);
    },
  };

  function least(): number {
    const px = article.clientWidth >= LEAST.from ? LEAST.beside : LEAST.below;
    stage.style.setProperty('--least', `${px}px`);
    return px;
  }
}
