import { mount, unmount } from 'svelte';
import TourStage from '#app/TourStage.svelte';
import { must } from '#base/assert.ts';
import { createStory } from '#model/story.ts';
import type { StoryData } from '#model/types.ts';
import type { Place } from '#state/context.ts';
import { parseState } from '#state/url.ts';

/** A tour that is walked through. */
export type Walk = {
  /** Shows a step, from 0; one that is not there is passed by. */
  readonly show: (at: number) => void;
  /** Makes it a document again. */
  readonly stop: () => void;
};

type Options = {
  readonly place: Place;
  /** The step it opens on, from 0. */
  readonly opensOn: number;
  /** The reader went to a step. */
  readonly onstep?: (at: number) => void;
};

/**
 * Walks through the document of a tour: one step at a time is shown, and beside it the timeline as the step wants it.
 * @param article what `TourDocument.svelte` wrote; its words stay in their place
 */
export function walkTour(article: HTMLElement, data: StoryData, { place, opensOn, onstep }: Options): Walk {
  const text = part(article, '[data-tour-text]');
  const target = part(article, '[data-tour-stage]');
  const items = [...article.querySelectorAll<HTMLElement>('[data-step]')];
  const titles = items.map((item) => item.querySelector('h2')?.textContent ?? '');
  const steps = items.map(({ dataset }) => parseState(dataset['step'] ?? '', data.zone));
  target.hidden = false;
  function onshow(at: number): void {
    article.dataset['at'] = String(at + 1);
    items.forEach((item, i) => item.toggleAttribute('data-current', i === at));
    text.scrollTop = 0;
  }
  const oncover = (isCovered: boolean): void => void (text.inert = isCovered);
  const props = { story: createStory(data), steps, titles, opensOn, place, article, onshow, onstep, oncover };
  const stage = mount(TourStage, { target, props });
  return {
    show: stage.show,
    stop: () => {
      void unmount(stage);
      target.hidden = true;
      text.inert = false;
      delete article.dataset['at'];
    },
  };
}

function part(article: HTMLElement, selector: string): HTMLElement {
  return must(article.querySelector<HTMLElement>(selector), `the tour has no ${selector}`);
}
