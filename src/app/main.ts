import '#styles/fonts.css';
import '#styles/tokens.css';
import '#styles/base.css';
import { mount } from 'svelte';
import App from '#app/App.svelte';
import { pageAt } from '#app/page.ts';
import { placeOf } from '#app/place.ts';
import { withStory } from '#app/withStory.ts';
import { must } from '#base/assert.ts';
import { createStory } from '#model/story.ts';
import type { StoryData } from '#model/types.ts';
import { isNarrow } from '#views/timeline-boxes.ts';

const target = must(document.querySelector<HTMLElement>('[data-app]'), 'the page has no place for the app');
const path = target.dataset['page'] ?? '';

// Wide screens never need it; here it comes while the data does.
if (isNarrow(innerWidth)) void import('#views/TimelineColumn.svelte');
await withStory(
  () => must(document.querySelector<HTMLElement>('[data-notice]'), 'the page has no place for a notice'),
  enliven,
);

/** The app takes the document's place. It opens on another view of the same story, so there is nothing of the document to hydrate. */
function enliven(data: StoryData): void {
  const story = createStory(data);
  target.replaceChildren();
  mount(App, { target, props: { story, page: pageAt(path), place: placeOf(target), alive: true } });
}
