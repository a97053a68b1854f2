import { expect, test } from 'vitest';
import { TourState } from '#state/tour.svelte.ts';
import { EMPTY, parseState, type LinkState } from '#state/url.ts';
import { ViewState } from '#state/view.svelte.ts';
import type { Span } from '#time/instant.ts';
import { daysOf, eventOf, storyOf } from '#testing/story.ts';

const story = storyOf({
  events: [
    eventOf('early', { when: daysOf('2031-01-01') }),
    eventOf('ferry'),
    eventOf('repair', { when: daysOf('2031-03-20') }),
    eventOf('late', { when: daysOf('2031-06-01') }),
  ],
});
const steps: readonly LinkState[] = [
  parseState('#v1&e=ferry&t=2031-03-02..2031-03-05', 'Etc/UTC'),
  parseState('#v1&e=repair&known=2031-03-20&t=2031-03-18..2031-03-22', 'Etc/UTC'),
  { ...EMPTY, span: parseState('#v1&t=2031-03-01..2031-03-25', 'Etc/UTC').span },
];

/** A tour whose flights end when the test says so. */
function tourAt(at: number) {
  const view = new ViewState(story);
  const flights: { readonly to: Span; readonly end: () => void }[] = [];
  const tour = new TourState(view, steps, at, (to, onend) => {
    flights.push({ to, end: () => (view.setSpan(to), onend()) });
  });
  return { view, tour, land: () => flights.pop()?.end() };
}

test('a tour opens on its step at once, and on the first where there is no such step', () => {
  const { view, tour } = tourAt(1);
  expect([tour.at, view.selectedId, view.span]).toEqual([1, 'repair', steps[1]?.span]);
  expect(view.known).not.toBeNull();
  expect(tour.isAway).toBe(false);
  for (const at of [-1, 3, NaN]) expect(tourAt(at).tour.at).toBe(0);
});

test('go(at) sets window, event and day, takes the day back, and passes by what is not there', () => {
  const { view, tour, land } = tourAt(0);
  expect(tour.go(1)).toBe(true);
  expect([view.selectedId, tour.isAway]).toEqual(['repair', false]); // under way is not away
  land();
  expect([view.span, tour.isAway]).toEqual([steps[1]?.span, false]);
  tour.go(2);
  land();
  expect([view.known, view.selectedId]).toEqual([null, null]);
  expect(tour.go(3)).toBe(false);
  expect(tour.at).toBe(2);
});

test('a reader may leave the view of a step and come back to it', () => {
  const { view, tour, land } = tourAt(0);
  view.setSpan(view.zoomed(3));
  expect(tour.isAway).toBe(true);
  tour.restore();
  land();
  expect([view.span, tour.isAway]).toEqual([steps[0]?.span, false]);
});

test('a reader may look into an event, and finds the step as it was', () => {
  const { view, tour } = tourAt(0);
  const repair = story.data.events[2]?.id ?? null;
  tour.enter(repair);
  expect([tour.isInside, tour.isAway, tour.at]).toEqual([true, true, 0]);
  tour.leave();
  expect([tour.isInside, tour.isAway, view.selectedId]).toEqual([false, false, 'ferry']);
  tour.enter(repair);
  tour.go(1);
  expect(tour.isInside).toBe(false);
});
