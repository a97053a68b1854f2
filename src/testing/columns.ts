import fc from 'fast-check';
import type { Columns } from '#layout/columns.ts';
import { horizontalLayout, limitsOf, type Layout } from '#layout/layout.ts';
import type { Limits } from '#layout/viewport.ts';
import { instant, type Span } from '#time/instant.ts';

export type Row = {
  readonly start: number;
  readonly length: number;
  readonly band: number;
  readonly weight: number;
  readonly label: number;
};

const HOUR = 3_600_000;

/** Random events of a story: bursts and a long tail, points, days, months and years, in three bands. */
export const arbitraryRows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    start: fc.oneof(
      fc.integer({ min: 0, max: 24 * 40 }).map((hours) => hours * HOUR), // a burst of forty days
      fc.integer({ min: -24 * 7000, max: 24 * 100 }).map((hours) => hours * HOUR), // a tail of nineteen years
      fc.constantFrom(0, 24 * HOUR), // pile-ups on one instant
    ),
    length: fc.constantFrom(0, HOUR, 24 * HOUR, 72 * HOUR, 24 * 30 * HOUR, 24 * 400 * HOUR),
    band: fc.integer({ min: 0, max: 2 }),
    weight: fc.integer({ min: 1, max: 5 }),
    label: fc.integer({ min: 30, max: 320 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** A story of many events, the same for the same seed: two thirds in bursts of days, the others over nineteen years; most are short. */
export function manyRows(count: number, seed = 7): Row[] {
  let state = seed;
  const random = (): number => (state = (state * 16807) % 2147483647) / 2147483647;
  const bursts = Array.from({ length: 12 }, () => random() * -7000 * 24 * HOUR);
  return Array.from({ length: count }, () => {
    const burst = bursts[Math.floor(random() * bursts.length)] ?? 0;
    const start = random() < 0.66 ? burst + random() ** 3 * 40 * 24 * HOUR : random() * -7000 * 24 * HOUR;
    return {
      start: Math.round(start),
      length: random() < 0.8 ? Math.round(random() * 24) * HOUR : Math.round(random() ** 4 * 400) * 24 * HOUR,
      band: Math.floor(random() * 3),
      weight: 1 + Math.floor(random() ** 3 * 5),
      label: 60 + Math.round(random() * 240),
    };
  });
}

export function columnsFrom(rows: readonly Row[]): Columns {
  const sorted = [...rows].sort((a, b) => a.start - b.start || a.start + a.length - (b.start + b.length));
  return {
    count: sorted.length,
    start: Float64Array.from(sorted, ({ start }) => start),
    end: Float64Array.from(sorted, ({ start, length }) => start + length),
    band: Uint8Array.from(sorted, ({ band }) => band),
    weight: Uint8Array.from(sorted, ({ weight }) => weight),
    label: Float32Array.from(sorted, ({ label }) => label),
  };
}

export function layoutFrom(
  rows: readonly Row[],
  length = 1000,
  height = 560,
): { layout: Layout; limits: Limits; columns: Columns } {
  const columns = columnsFrom(rows);
  const limits = limitsOf(rows.map(({ start, length: ms }) => ({ start, end: start + ms })));
  const opens: Span = { start: instant(0), end: instant(25 * 24 * HOUR) };
  return { layout: horizontalLayout(columns, 3, limits, opens, length, height), limits, columns };
}

/** A window inside the limits: anywhere, at any zoom, evenly over the zooms. */
export function windowIn({ full, shortest }: Limits, where: number, depth: number): Span {
  const whole = full.end - full.start;
  const length = whole * (shortest / whole) ** depth;
  const start = full.start + where * (whole - length);
  return { start: instant(start), end: instant(start + length) };
}
