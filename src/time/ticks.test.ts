import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, DAY, HOUR, MINUTE } from '#time/civil.ts';
import { ZONES } from '#time/edtfTexts.testing.ts';
import { span, type Span } from '#time/instant.ts';
import { ticksFor, type Tick } from '#time/ticks.ts';

const israel = { zone: 'Asia/Jerusalem', locale: 'en' };
const labels = (ticks: readonly Tick[]) => ticks.map(({ label }) => label).join(' ');
const utc = (...fields: [number, number, number?, number?]) => Date.UTC(...fields);

test('ticksFor(span, lengthPx) shows days under months', () => {
  const { unit, minor, major, context } = ticksFor(span(utc(2024, 8, 14, 12), utc(2024, 9, 4)), 1000, israel);
  expect(unit).toEqual({ of: 'day', count: 1 });
  expect(labels(minor)).toBe('15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 1 2 3 4');
  expect(minor[0]?.at).toBe(utc(2024, 8, 14, 21));
  expect(major).toEqual([{ at: utc(2024, 8, 30, 21), label: 'October 2024', short: 'October' }]);
  expect(context).toEqual({ at: utc(2024, 7, 31, 21), label: 'September 2024', short: 'September' });
});

test('ticksFor(span, lengthPx) goes from minutes to months', () => {
  const of = (start: number, ms: number, px = 1000) => ticksFor(span(start, start + ms), px, israel);
  expect(labels(of(utc(2024, 9, 8), HOUR).minor)).toBe(
    '03:00 03:05 03:10 03:15 03:20 03:25 03:30 03:35 03:40 03:45 03:50 03:55',
  );
  expect(labels(of(utc(2024, 9, 8), 2 * DAY, 500).minor)).toBe('06:00 12:00 18:00 00:00 06:00 12:00 18:00 00:00');
  expect(of(utc(2024, 9, 8), 2 * DAY, 500).major[0]).toMatchObject({ label: '9 October 2024', short: '9 October' });
  expect(labels(of(utc(2024, 8, 1), 90 * DAY, 480).minor)).toBe('2 9 16 23 30 7 14 21 28 4 11 18 25');
  expect(labels(of(utc(2024, 8, 15), 180 * DAY, 400).minor)).toBe('Oct Nov Dec Jan Feb Mar');
  expect(labels(of(utc(2024, 8, 15), 180 * DAY, 400).major)).toBe('2025');
  expect(labels(of(utc(2006, 0), 19 * 365 * DAY).minor)).toBe('2008 2010 2012 2014 2016 2018 2020 2022 2024');
  expect(labels(of(utc(1700, 0), 320 * 365 * DAY, 300).minor)).toBe('1800 1900 2000');
});

test('ticksFor(span, lengthPx) makes every second day leave room for the 1st', () => {
  const { minor, unit } = ticksFor(span(utc(2024, 0, 26), utc(2024, 2, 6)), 900, { ...israel, zone: 'UTC' });
  expect(unit).toEqual({ of: 'day', count: 2 });
  expect(labels(minor)).toBe('27 29 1 3 5 7 9 11 13 15 17 19 21 23 25 27 1 3 5');
});

test('ticksFor(span, lengthPx) is true to the clock on days of clock change', () => {
  const long = ticksFor(span(utc(2023, 9, 28, 21), utc(2023, 9, 29, 4)), 500, israel);
  expect(labels(long.minor)).toBe('00:00 01:00 01:00 02:00 03:00 04:00 05:00');
  const short = ticksFor(span(utc(2024, 2, 28, 22), utc(2024, 2, 29, 4)), 600, israel);
  expect(labels(short.minor)).toBe('00:00 00:30 01:00 01:30 03:00 03:30 04:00 04:30 05:00 05:30 06:00 06:30');
  const noMidnight = ticksFor(span(utc(2024, 2, 29), utc(2024, 3, 2)), 200, { ...israel, zone: 'Asia/Beirut' });
  expect(noMidnight.minor.map(({ at }) => at)).toContain(utc(2024, 2, 30, 22));
  expect(labels(noMidnight.minor)).toBe('30 31 1 2');
  const halfHour = ticksFor(span(utc(2024, 9, 26, 0), utc(2024, 9, 26, 4)), 220, { ...israel, zone: 'Asia/Tehran' });
  expect(labels(halfHour.minor)).toBe('04:00 05:00 06:00 07:00');
});

test('ticksFor(span, lengthPx) counts years from 1 both ways', () => {
  const deep = (from: number, to: number) => ticksFor(span(clockOf(from), clockOf(to)), 1000, israel);
  expect(labels(deep(-2500, 2501).minor)).toBe(
    '2500 BCE 2000 BCE 1500 BCE 1000 BCE 500 BCE 1 CE 500 CE 1000 1500 2000 2500',
  );
  expect(labels(deep(-13_800_000_000, 2024).minor)).toBe(
    '12 billion BCE 10 billion BCE 8 billion BCE 6 billion BCE 4 billion BCE 2 billion BCE 1 CE',
  );
  expect(labels(deep(-8, 8).minor)).toBe(
    '8 BCE 7 BCE 6 BCE 5 BCE 4 BCE 3 BCE 2 BCE 1 BCE 1 CE 2 CE 3 CE 4 CE 5 CE 6 CE 7 CE 8 CE',
  );
});

test('ticksFor(span, lengthPx) has no ticks for an empty or infinite span', () => {
  for (const empty of [span(5, 5), span(-Infinity, 5), span(-Infinity, Infinity)])
    expect(ticksFor(empty, 1000, israel)).toMatchObject({ minor: [], major: [], context: null });
  expect(ticksFor(span(0, 5), 0, israel).minor).toEqual([]);
});

const windows = fc
  .tuple(
    fc.double({ min: 3, max: 21, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 3000 }),
    fc.constantFrom(...ZONES),
  )
  .map(([power, where, px, zone]) => {
    const length = Math.round(10 ** power);
    const start = Math.round(where * (power > 14 ? 1e20 : 4e12));
    return { within: span(start, start + length), px, zone };
  });
const inSpan =
  ({ start, end }: Span) =>
  (tick: Tick) =>
    tick.at >= start && tick.at < end;

test('ticksFor(span, lengthPx): property: in the span, in order, labelled, and no more than have room', () => {
  fc.assert(
    fc.property(windows, ({ within, px, zone }) => {
      const { minor, major, context } = ticksFor(within, px, { zone, locale: 'en', minGapPx: 40 });
      expect(minor.length).toBeLessThanOrEqual(px / 40 + 2);
      for (const ticks of [minor, major]) {
        expect(ticks.every(inSpan(within))).toBe(true);
        expect(
          ticks.every(
            ({ at, label }, i) => at > (ticks[i - 1]?.at ?? -Infinity) && label !== '' && !label.includes('NaN'),
          ),
        ).toBe(true);
      }
      expect(context?.at).toBeLessThanOrEqual(within.start);
    }),
    { numRuns: 1000 },
  );
});

test('ticksFor(span, lengthPx): property: a pan moves, adds and renames no tick', () => {
  const pans = fc.record({
    start: fc.integer({ min: utc(1950, 0), max: utc(2035, 0) }),
    length: fc.double({ min: 5, max: 13, noNaN: true }).map((power) => Math.round(10 ** power)),
    by: fc.double({ min: 0, max: 1, noNaN: true }),
    zone: fc.constantFrom(...ZONES),
  });
  fc.assert(
    fc.property(pans, ({ start, length, by, zone }) => {
      const a = span(start, start + length);
      const b = span(start + Math.round(by * length), start + Math.round(by * length) + length);
      const both = { start: b.start, end: a.end };
      const [before, after] = [a, b].map((within) => ticksFor(within, 800, { zone, locale: 'en' }));
      expect(after?.unit).toEqual(before?.unit);
      expect(after?.minor.filter(inSpan(both))).toEqual(before?.minor.filter(inSpan(both)));
      expect(after?.major.filter(inSpan(both))).toEqual(before?.major.filter(inSpan(both)));
    }),
    { numRuns: 1000 },
  );
});

test('ticksFor(span, lengthPx): property: a major tick is a minor one too, but for weeks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: utc(1950, 0), max: utc(2035, 0) }),
      fc.integer({ min: 10 * MINUTE, max: 4000 * DAY }),
      (start, length) => {
        const { unit, minor, major } = ticksFor(span(start, start + length), 800, israel);
        fc.pre(unit.of !== 'week');
        const at = new Set(minor.map((tick) => tick.at));
        expect(major.every((tick) => at.has(tick.at))).toBe(true);
      },
    ),
  );
});
