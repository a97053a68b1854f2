import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROW } from '#layout/layout.ts';
import { pxOf } from '#layout/viewport.ts';
import { ViewState } from '#state/view.svelte.ts';
import { daysOf, eventOf, storyOf } from '#testing/story.ts';
import { instant } from '#time/instant.ts';

const DAY = 86_400_000;
const DAYS = ['2006-08-11', '2031-02-01', '2031-03-02', '2031-03-03', '2031-03-05', '2031-03-09', '2031-03-20'];
const story = storyOf({ events: DAYS.map((day, i) => eventOf(`e${i}`, { when: daysOf(day) })) });
const { data } = story;

function viewOf(): ViewState {
  const view = new ViewState(story);
  view.length = 1000;
  view.across = 500;
  return view;
}

test('fold(true) shows the whole story without its gaps; fold(false) leaves the window where it was', () => {
  const view = viewOf();
  expect(view.canFold).toBe(true);
  view.setSpan(view.limits.full);
  /** px between the last two events. */
  const between = (): number => (view.scene.marks.at(-1)?.at ?? NaN) - (view.scene.marks.at(-2)?.at ?? NaN);
  const before = between();
  view.fold(true);
  expect(view.span.start).toBeLessThan(Date.UTC(2006, 7, 11));
  expect(view.span.end).toBeGreaterThan(Date.UTC(2031, 2, 21));
  expect(view.scene.counts.outside).toBe(0);
  expect(between()).toBeGreaterThan(20 * before);
  const { span } = view;
  view.fold(false);
  expect(view.span.start).toBeCloseTo(span.start, -1);
  expect(view.span.end).toBeCloseTo(span.end, -1);
});

test('a cluster tells its span as instants, with folds too', () => {
  const view = viewOf();
  view.length = 120;
  view.fold(true);
  view.setSpan(view.limits.full);
  expect(view.scene.clusters.length).toBeGreaterThan(0);
  const starts = data.events.map(({ when }) => when.earliestStart);
  for (const { span } of view.scene.clusters) expect(starts).toContain(Math.round(span.start));
});

test('windowFor(event) has the event in it, with folds and without', () => {
  for (const folded of [false, true]) {
    const view = viewOf();
    view.fold(folded);
    for (const event of data.events) {
      const { start, end } = view.windowFor(event);
      expect(start).toBeLessThanOrEqual(event.when.earliestStart);
      expect(end).toBeGreaterThan(event.when.earliestStart);
    }
  }
});

test('property: windowFor(event, window) on a phone: mark and label are wholly above the sheet, whatever the window and the room', () => {
  const view = viewOf();
  view.vertical = true;
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 700 }),
      fc.double({ min: 0.25, max: 0.9, noNaN: true }),
      fc.constantFrom(...data.events),
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.0001, max: 1, noNaN: true })),
      (length, share, event, [at, part]) => {
        view.length = length;
        view.inSight = Math.max(2 * ROW + 4, share * length);
        const { full } = view.limits;
        const whole = full.end - full.start;
        const start = instant(full.start + at * whole * (1 - part));
        view.span = view.windowFor(event, { start, end: instant(start + part * whole) });
        const px = pxOf(view.viewport, event.when.earliestStart);
        // Before the story there is nothing either, but a label stands below the first mark.
        expect(px).toBeGreaterThan(view.span.start > full.start ? ROW - 1 : 0);
        expect(px).toBeLessThan(view.inSight - ROW + 1);
        // What can be seen already stays as it is.
        const again = view.windowFor(event);
        expect(Math.abs(again.start - view.span.start)).toBeLessThan(2);
        expect(Math.abs(again.end - view.span.end)).toBeLessThan(2);
      },
    ),
  );
});

test('property: whatever zooms and moves, the moment under the pointer stays there, and nothing drifts', () => {
  const steps = fc.array(
    fc.tuple(fc.boolean(), fc.double({ min: 0.25, max: 4, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    { minLength: 1, maxLength: 60 },
  );
  const view = viewOf();
  fc.assert(
    fc.property(fc.boolean(), steps, (folded, gestures) => {
      view.fold(folded);
      view.setSpan(view.limits.full);
      for (const [zooms, factor, where] of gestures) {
        const px = where * 1000;
        const before = view.viewport;
        const at = before.span.start + (px / 1000) * (before.span.end - before.span.start);
        view.setSpan(zooms ? view.zoomed(factor, px) : view.panned(where - 0.5));
        const { start, end } = view.window;
        const { full, shortest } = view.time.reach;
        expect(end - start).toBeGreaterThan(shortest * 0.999);
        expect(start).toBeGreaterThan(full.start - 1);
        expect(end).toBeLessThan(full.end + 1);
        const met = start < full.start + 1 || end > full.end - 1;
        if (zooms && !met) expect(Math.abs(pxOf(view.viewport, at) - px)).toBeLessThan(0.5);
        // What is written to a link and read again shows the same.
        const { span } = view;
        view.setSpan(span);
        expect(Math.abs(view.span.start - span.start)).toBeLessThan(2);
      }
    }),
    { numRuns: 300 },
  );
});

test('the zone that the reader chose is that of the axis; without a choice it is that of the events', () => {
  const view = viewOf();
  expect([view.zone, view.readerZone]).toEqual([data.zone, undefined]);
  view.zoneChoice = 'Asia/Tokyo';
  expect([view.zone, view.readerZone]).toEqual(['Asia/Tokyo', 'Asia/Tokyo']);
  view.zoneChoice = 'local';
  expect(view.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
});

test('setSpan(span) cuts what lies beyond the story, and shows its edge when all of it does', () => {
  const view = viewOf();
  const { start, end } = view.limits.full;
  view.setSpan({ start: instant(start - 100 * DAY), end: instant(start + 10 * DAY) });
  expect(view.span).toEqual({ start, end: start + 10 * DAY });
  view.setSpan({ start: instant(end + DAY), end: instant(end + 3 * DAY) });
  expect(view.span.end).toBe(end);
});
