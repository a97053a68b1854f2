import { expect, test } from 'vitest';
import { createTranslate } from '#base/messages.ts';
import { foldedSpan, foldedTime, gapsOf, unfolded } from '#layout/folds.ts';
import { limitsOf } from '#layout/layout.ts';
import { axisOf } from '#views/axis.ts';
import { instant, type Span } from '#time/instant.ts';

const t = createTranslate();
const voice = { zone: 'UTC', locale: 'en', t };
const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date);
const spanOf = (start: number, end: number): Span => ({ start: instant(start), end: instant(end) });

/** A day in 2006, one in July 2024, and an autumn. */
const events = [
  [day(2006, 8, 11), day(2006, 8, 12)],
  [day(2024, 7, 30), day(2024, 7, 31)],
  [day(2024, 9, 17), day(2024, 10, 20)],
  [day(2024, 10, 26), day(2024, 11, 27)],
].map(([start = 0, end = 0]) => ({ start, end }));
const limits = limitsOf(events);
const gaps = gapsOf({
  count: events.length,
  start: Float64Array.from(events, ({ start }) => start),
  end: Float64Array.from(events, ({ end }) => end),
});
const time = foldedTime(gaps, spanOf(day(2006, 8, 11), day(2024, 11, 27)), limits);

test('axisOf(viewport, time) names the period after each fold, writes its length, and puts no word into it', () => {
  const { majors, minors, folds } = axisOf({ span: time.reach.full, length: 1000 }, time, voice);
  expect(majors.map(({ text }) => text)).toEqual(['August 2006', 'July 2024', 'September', 'October', 'November']);
  expect(folds.map(({ text }) => text)).toEqual(['18 years', '48 days']);
  for (const { from, to } of folds) expect(minors.filter(({ x }) => x > from && x < to)).toEqual([]);
  expect(minors.map(({ text }) => text)).toContain('23');
});

test('axisOf(viewport, time) writes the length of a fold in full where it has room, and not at all where it is nearly out of sight', () => {
  const [first] = time.folds;
  const { start = 0, end = 0 } = first?.strip ?? {};
  const near = axisOf({ span: spanOf(start - 8 * 3.6e6, end + 8 * 3.6e6), length: 1000 }, time, voice);
  expect(near.folds.map(({ text }) => text)).toEqual(['18 years without events']);
  const cut = axisOf({ span: spanOf(end - 3.6e6, end + 20 * 8.64e7), length: 1000 }, time, voice);
  expect(cut.folds.map(({ text }) => text)).toEqual(['', '48 days without events']);
});

test('axisOf(viewport, unfolded) has no folds, and keeps the name of the period under way in view', () => {
  const span = spanOf(day(2024, 9, 20), day(2024, 10, 10));
  const { majors, folds } = axisOf({ span, length: 1000 }, unfolded(limits), voice);
  expect(folds).toEqual([]);
  expect(majors.map(({ text, x }) => [text, Math.round(x)])).toEqual([
    ['September 2024', 28],
    ['October', 550],
  ]);
  expect(
    axisOf({ span: foldedSpan(unfolded(limits), span), length: 300 }, unfolded(limits), { ...voice, taken: 290 })
      .majors,
  ).toEqual([]);
});

test('axisOf(viewport, time) leaves a year to the next word where it has no room', () => {
  const words = (start: number, end: number, length: number): string[] =>
    axisOf({ span: spanOf(start, end), length }, unfolded(limits), voice).majors.map(({ text }) => text);
  const start = day(2024, 9, 24);
  expect(words(start, day(2024, 10, 1), 1400).slice(0, 2)).toEqual(['24 September 2024', '25 September']);
  // All days are as near to each other: none of them has room for it.
  expect(words(start, day(2024, 10, 3), 1028).slice(0, 2)).toEqual(['24 September', '25 September']);
  expect(words(start + 6 * 3.6e6, day(2024, 10, 3), 1028).slice(0, 2)).toEqual(['25 September', '26 September']);
});

test('axisOf(viewport, time) cuts no name at the edge: where it has no room it is left out, and the next says the year', () => {
  const year = unfolded(limits);
  const words = (hours: number): (readonly [string, number])[] => {
    const start = day(2024, 9, 16) + hours * 3.6e6;
    const { majors } = axisOf({ span: spanOf(start, start + 4 * 86.4e6), length: 1000 }, year, voice);
    return majors.map(({ text, x }) => [text, Math.round(x)] as const);
  };
  expect(words(2).slice(0, 2)).toEqual([
    ['16 September 2024', 28],
    ['17 September', 229],
  ]);
  expect(words(12)[0]).toEqual(['17 September 2024', 125]);
  for (let hours = 0; hours < 24; hours += 0.25) expect(words(hours)[0]?.[1]).toBeGreaterThanOrEqual(0);
});
