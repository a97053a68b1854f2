import '#styles/fonts.css';
import '#styles/tokens.css';
import '#styles/base.css';
import '#styles/tour.css';
import { placeOf } from '#app/place.ts';
import { walkTour } from '#app/tourWalk.ts';
import { withStory } from '#app/withStory.ts';
import { must } from '#base/assert.ts';
import type { StoryData } from '#model/types.ts';
import { isNarrow } from '#views/timeline-boxes.ts';

const page = part('[data-app]');

// Wide screens never need it; here it comes while the data does.
if (isNarrow(innerWidth)) void import('#views/TimelineColumn.svelte');
await withStory(() => part('[data-notice]'), walk);

/** A step that the reader goes to is one that Back in the browser undoes: its address is that of its place in the document. */
function walk(data: StoryData): void {
  page.dataset['touring'] = '';
  const place = placeOf(page);
  const { show } = walkTour(part('[data-tour]'), data, { place, opensOn: stepHere(), onstep: store });
  addEventListener('popstate', () => show(stepHere()));

  function store(at: number): void {
    const address = `#step-${at + 1}`;
    try {
      if (place.framed) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    } catch (error) {
      // An opaque origin, or a browser that has had enough of us: the tour goes on, only its address stays behind.
      if (!(error instanceof DOMException)) throw error;
    }
  }
}

/** The step that the address names, from 0; the first where it names none. */
function stepHere(): number {
  return Number(/^#step-(\d{1,4})$/.exec(location.hash)?.[1] ?? 1) - 1;
}

function part(selector: string): HTMLElement {
  return must(document.querySelector<HTMLElement>(selector), `the page has no ${selector}`);
}
