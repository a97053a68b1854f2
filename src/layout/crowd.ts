import { positionOf } from '#layout/interval-index.ts';
import type { Kept, Prepared } from '#layout/prepared.ts';
import { levelOfScale, scaleOfLevel } from '#layout/ranges.ts';
import { pxOf, scaleOf, type Viewport } from '#layout/viewport.ts';

/** How many events of a band begin in each few px of a window and a little around it: the shape of a crowd that has no room for marks. */
export type Crowd = {
  readonly band: number;
  /** Where the first bin begins, px, and how wide each is. */
  readonly from: number;
  readonly step: number;
  readonly counts: readonly number[];
  /** The greatest of the counts. */
  readonly most: number;
};

/** Least px of a bin. */
const BIN = 4;
/** Bins are counted by so many at a time, so that a pan brings new ones, and with them a new shape, now and then only. */
const BLOCK = 32;

/**
 * Counts the kept events of a band in bins that are fixed in time at each level, so that a pan moves the shape and does not change it.
 * Takes one search for each bin, however many events there are: the index has the starts in order and, under a filter, running totals.
 */
export function crowdOf(prepared: Prepared, kept: Kept, band: number, viewport: Viewport): Crowd {
  const { span } = viewport;
  const { base, levels } = prepared.ranges.options;
  const level = Math.max(0, Math.min(levelOfScale(scaleOf(viewport), base), levels - 1));
  const bin = BIN / scaleOfLevel(level, base);
  const starts = prepared.bands[band]?.index.starts ?? new Float64Array();
  const sums = kept.byStart[band] ?? null;
  const first = Math.floor(span.start / bin / BLOCK) * BLOCK;
  const last = Math.ceil(span.end / bin / BLOCK) * BLOCK;
  const counts: number[] = [];
  let most = 0;
  let position = positionOf(starts, first * bin);
  for (let i = first; i < last; i += 1) {
    const next = positionOf(starts, (i + 1) * bin, position);
    const count = sums ? (sums[next] as number) - (sums[position] as number) : next - position;
    counts.push(count);
    if (count > most) most = count;
    position = next;
  }
  return { band, from: pxOf(viewport, first * bin), step: bin * scaleOf(viewport), counts, most };
}

/** Each tenfold number is as much taller; so many fill the height. The same number has the same height at any zoom. */
const FULL = 10_000;

/** The share of the height that a count takes, from 0 to 1, by its logarithm: one event can be seen beside ten thousand. */
export function heightOf(count: number): number {
  return Math.min(1, Math.log2(1 + count) / Math.log2(1 + FULL));
}
