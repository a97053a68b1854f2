import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTranslate } from '#base/messages.ts';
import { instant, type Span } from '#time/instant.ts';
import { farther, nearer, neighbour, periodName } from '#views/timeline-levels.ts';

const ZONE = 'Asia/Jerusalem';
const say = { zone: ZONE, locale: 'en', t: createTranslate() };
const span = (start: number, end: number): Span => ({ start: instant(start), end: instant(end) });
const full = span(Date.UTC(2005, 10, 16), Date.UTC(2025, 7, 21));
const opening = span(Date.UTC(2024, 8, 14, 21), Date.UTC(2024, 9, 10, 21));
const STARTS = [Date.UTC(2006, 7, 11), Date.UTC(2024, 8, 17, 12), Date.UTC(2024, 9, 8, 15), Date.UTC(2024, 10, 27)];

test('levels are walked from the whole story to a day, and back out, each told by its name', () => {
  const at = STARTS[2] ?? 0;
  const names: (string | null)[] = [];
  let window: Span | null = full;
  while ((window = nearer(window, at, full, ZONE))) names.push(periodName(window, say));
  expect(names).toEqual(['2024', 'October 2024', '8 October 2024']);
  expect(periodName(farther(span(at, at + 60_000), full, ZONE), say)).toBe('8 October 2024');
  expect(periodName(farther(opening, full, ZONE), say)).toBe('September 2024');
  expect(farther(full, full, ZONE)).toEqual(full);
});

test('neighbour(month) passes over the months in which nothing begins; any other window has none', () => {
  const month = nearer(span(Date.UTC(2024, 0, 1), Date.UTC(2024, 11, 1)), STARTS[1] ?? 0, full, ZONE);
  if (!month) throw new Error('no month');
  expect(periodName(neighbour(month, 1, STARTS, ZONE) ?? full, say)).toBe('October 2024');
  expect(periodName(neighbour(month, -1, STARTS, ZONE) ?? full, say)).toBe('August 2006');
  expect(neighbour(opening, 1, STARTS, ZONE)).toBeNull();
});

test('property: each step in is shorter and holds the event, each step out is longer until all is shown', () => {
  const instants = fc.integer({ min: full.start, max: full.end });
  fc.assert(
    fc.property(instants, fc.integer({ min: 600_000, max: full.end - full.start }), (at, length) => {
      const window = span(at - length / 2, at + length / 2);
      const inner = nearer(window, at, full, ZONE);
      if (inner) {
        expect(inner.end - inner.start).toBeLessThan(length);
        expect(at >= inner.start && at < inner.end).toBe(true);
      }
      const outer = farther(window, full, ZONE);
      if (outer !== full) expect(outer.end - outer.start).toBeGreaterThan(length);
    }),
    { numRuns: 1000 },
  );
});
