import { flushSync, mount, unmount } from 'svelte';
import { storyWithin, windowOf } from '#app/embedFilter.ts';
import type { EmbedWishes } from '#app/embedOptions.ts';
import { loadEmbedStory, placeOfEmbed } from '#app/embedStory.ts';
import EmbedTimeline from '#app/EmbedTimeline.svelte';
import { must } from '#base/assert.ts';
import { timelineHeight } from '#views/timeline-height.ts';

/** A timeline in its frame: px it needs at least as wide as it is, and how to take it away again. */
export type Running = { readonly least: () => number; readonly stop: () => void };

/**
 * Puts the timeline of the story into a frame.
 * @returns null when the data cannot be had: the list stays, with a word above it and a button to try again
 */
export async function startTimeline(stage: HTMLElement, wishes: EmbedWishes): Promise<Running | null> {
  const data = await loadEmbedStory(stage);
  if (data === null) return null;
  const story = storyWithin(data, wishes.bands);
  const { events } = story.data;
  const rest = {
    start: events[0]?.when.earliestStart ?? data.opens.start,
    end: events.reduce((last, { when }) => (when.latestEnd > last ? when.latestEnd : last), data.opens.end),
  };
  const bare = wishes.ui === 'min';
  const opens = windowOf(wishes, data.zone, rest) ?? data.opens;
  const timeline = mount(EmbedTimeline, {
    target: stage,
    props: { story, opens, bare, link: wishes.view, place: placeOfEmbed(stage) },
  });
  flushSync();
  const view = must(stage.querySelector<HTMLElement>('[data-view="timeline"]'), 'the stage has no timeline');
  return { least, stop: () => void unmount(timeline) };

  function least(): number {
    const px = timelineHeight(view, story.data.bands.length);
    stage.style.setProperty('--least', `${px}px`);
    return px;
  }
}
