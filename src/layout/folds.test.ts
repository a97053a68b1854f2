import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedTicks } from '#layout/folded-ticks.ts';
import { foldedSpan, foldedTime, gapsOf, stretchesIn, unfolded, unfoldedSpan } from '#layout/folds.ts';
import { limitsOf } from '#layout/layout.ts';
import { scaleOf } from '#layout/viewport.ts';
import { instant, type Span } from '#time/instant.ts';

const DAY = 86_400_000;
const spanOf = (start: number, end: number): Span => ({ start: instant(start), end: instant(end) });

/** Events as numbers, sorted by start. */
function columnsOf(spans: readonly (readonly [start: number, end: number])[]) {
  const sorted = [...spans].sort(([a], [b]) => a - b);
  return {
    count: sorted.length,
    start: Float64Array.from(sorted, ([start]) => start),
    end: Float64Array.from(sorted, ([, end]) => end),
  };
}
const days = (...list: readonly (readonly [number, number])[]) => columnsOf(list.map(([a, b]) => [a * DAY, b * DAY]));
const gapDays = (columns: Parameters<typeof gapsOf>[0]): [number, number][] =>
  gapsOf(columns).map(({ start, end }) => [start / DAY, end / DAY]);

function timeOf(columns: ReturnType<typeof columnsOf>) {
  const limits = limitsOf(Array.from(columns.start, (start, i) => ({ start, end: columns.end[i] ?? start })));
  const told = spanOf(
    columns.start[0] ?? 0,
    columns.end.reduce((a, b) => Math.max(a, b), columns.start[0] ?? 0),
  );
  return { limits, told, time: foldedTime(gapsOf(columns), told, limits) };
}

test('gapsOf(columns) takes the gaps that would leave no room for the rest, and no others', () => {
  expect(gapDays(days([0, 1], [6000, 6001], [6047, 6050], [6052, 6070]))).toEqual([
    [1, 6000],
    [6001, 6047],
  ]);
  expect(gapDays(days([0, 1], [10, 11], [12, 30]))).toEqual([[1, 10]]);
  expect(gapDays(days([0, 1], [5, 6], [7, 30]))).toEqual([]);
});

test('gapsOf(columns) leaves evenly spread events alone, and what lasts over the gap', () => {
  expect(gapDays(days([0, 1], [30, 31], [60, 61], [90, 91]))).toEqual([]);
  expect(gapDays(days([0, 100], [2, 3], [95, 96]))).toEqual([]);
  expect(gapDays(days())).toEqual([]);
  expect(gapDays(days([0, 1], [900, 901]))).toEqual([]);
  expect(gapDays(days([0, 1], [900, 901], [901, 902]))).toEqual([[1, 900]]);
  expect(gapDays(days([0, 1]))).toEqual([]);
  expect(
    gapDays(
      columnsOf([
        [0, 1],
        [0.9 * DAY, DAY],
      ]),
    ),
  ).toEqual([]);
});

/** Stories of bursts with long empty times between them, from hours to ten thousands of years. */
const bursts = fc
  .tuple(
    fc.integer({ min: -6e13, max: 2e12 }),
    fc.array(
      fc.tuple(fc.integer({ min: 0, max: 3e11 }), fc.constantFrom(1, 1, 30, 1000), fc.integer({ min: 0, max: 4e8 })),
      {
        minLength: 2,
        maxLength: 12,
      },
    ),
  )
  .map(([origin, steps]) => {
    let at = origin;
    return columnsOf(
      steps.map(([gap, share, length]) => {
        at += Math.round(gap / share);
        return [at, at + length] as const;
      }),
    );
  });
const RUNS = { numRuns: 2000 };

test('property: no event stands in a fold, and no extent is cut by one', () => {
  fc.assert(
    fc.property(bursts, (columns) => {
      for (const { gap, strip } of timeOf(columns).time.folds) {
        const { unfold } = timeOf(columns).time;
        expect(unfold(strip.start)).toBeGreaterThan(gap.start);
        expect(unfold(strip.end)).toBeLessThan(gap.end);
        for (let row = 0; row < columns.count; row += 1) {
          const isBefore = (columns.end[row] ?? 0) <= gap.start && (columns.start[row] ?? 0) <= gap.start;
          expect(isBefore || (columns.start[row] ?? 0) >= gap.end).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('property: unfold(fold(t)) = t outside folds, fold is monotone, and a millisecond there is a millisecond', () => {
  const shares = fc.array(fc.double({ min: -0.2, max: 1.2, noNaN: true }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(bursts, shares, (columns, where) => {
      const { time, told } = timeOf(columns);
      // What rounds to minus nought is no instant; adding 0 makes it nought.
      const ats = where
        .map((share) => Math.round(told.start + share * (told.end - told.start)) + 0)
        .sort((a, b) => a - b);
      const hidden = (at: number): boolean =>
        time.folds.some(({ strip }) => at > time.unfold(strip.start) && at < time.unfold(strip.end));
      ats.forEach((at, i) => {
        const back = time.unfold(time.fold(at));
        if (hidden(at)) expect(Math.abs(back - at)).toBeLessThan(1 + 1e-9 * Math.abs(at));
        else expect(back).toBe(at);
        const next = ats[i + 1];
        if (next === undefined) return;
        if (next > at) expect(time.fold(next)).toBeGreaterThan(time.fold(at));
        const [from, to] = [time.fold(at), time.fold(next)];
        const between = time.folds.some(({ strip }) => strip.start < to && strip.end > from);
        if (!between) expect(to - from).toBe(next - at);
        else expect(to - from).toBeLessThanOrEqual(next - at);
      });
    }),
    RUNS,
  );
});

test('property: the folded story keeps most of its room for what happens, and its ends are within reach', () => {
  fc.assert(
    fc.property(bursts, (columns) => {
      const { time, told } = timeOf(columns);
      const { start, end } = time.reach.full;
      expect(start).toBeLessThan(time.fold(told.start));
      expect(end).toBeGreaterThan(time.fold(told.end));
      const strips = time.folds.reduce((sum, { strip }) => sum + strip.end - strip.start, 0);
      expect(strips).toBeLessThan((end - start) / 2);
    }),
    RUNS,
  );
});

test('property: there is no tick in a fold, ticks are in order, and each says its own instant', () => {
  const windows = fc.tuple(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }));
  fc.assert(
    fc.property(bursts, windows, (columns, [where, share]) => {
      const { time } = timeOf(columns);
      const { start, end } = time.reach.full;
      const from = start + where * (end - start);
      const span = spanOf(from, Math.min(end, from + share * (end - start)));
      const viewport = { span, length: 1000 };
      const { minor, major, contexts } = foldedTicks(viewport, time, { zone: 'UTC', locale: 'en', minGapPx: 38 });
      for (const [i, { at }] of minor.entries()) {
        expect(time.folds.some(({ strip }) => at > strip.start && at < strip.end)).toBe(false);
        const next = minor[i + 1];
        if (next) expect((next.at - at) * scaleOf(viewport)).toBeGreaterThan(30);
      }
      expect(new Set(contexts.map(({ at }) => at)).size).toBe(contexts.length);
      expect(major.every(({ at }, i) => i === 0 || at > (major[i - 1]?.at ?? -Infinity))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('foldedSpan and unfoldedSpan are inverse; with nothing folded they change nothing', () => {
  const columns = days([0, 1], [6000, 6001], [6047, 6050], [6052, 6070]);
  const { time, limits } = timeOf(columns);
  const span = spanOf(-DAY / 2, 6060 * DAY);
  expect(unfoldedSpan(time, foldedSpan(time, span))).toEqual(span);
  expect(foldedSpan(unfolded(limits), span)).toEqual(span);
  expect(stretchesIn(time, foldedSpan(time, span)).length).toBe(3);
  expect(stretchesIn(unfolded(limits), span)).toEqual([span]);
});

test('a window within a fold has no stretch of time, and no ticks', () => {
  const { time } = timeOf(days([0, 1], [6000, 6001], [6002, 6005]));
  const strip = time.folds[0]?.strip ?? { start: 0, end: 0 };
  const third = (strip.end - strip.start) / 3;
  const span = spanOf(strip.start + third, strip.end - third);
  expect(stretchesIn(time, span)).toEqual([]);
  expect(foldedTicks({ span, length: 1000 }, time, { zone: 'UTC', locale: 'en', minGapPx: 38 }).minor).toEqual([]);
});
