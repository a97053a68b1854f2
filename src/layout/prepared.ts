import { bisectLeft } from 'd3-array';
import type { Columns } from '#layout/columns.ts';
import { containing, intervalIndex, startingIn, type IntervalIndex } from '#layout/interval-index.ts';
import { orderOf } from '#layout/order.ts';
import type { Ranges } from '#layout/ranges.ts';

/** The rows of one band, ready to be counted in any window. */
export type BandIndex = {
  readonly index: IntervalIndex;
  /** Rows in order of end, and their ends. */
  readonly byEnd: Int32Array;
  readonly ends: Float64Array;
};

/** Columns and active ranges, indexed so that a window is answered in time bounded by what it shows. Made once; a filter is laid over it. */
export type Prepared = {
  readonly columns: Columns;
  readonly ranges: Ranges;
  /** For each level, the rows whose label shows from there on. */
  readonly levels: readonly IntervalIndex[];
  readonly bands: readonly BandIndex[];
};

export function prepare(columns: Columns, ranges: Ranges): Prepared {
  return {
    columns,
    ranges,
    levels: levelIndexes(columns, ranges),
    bands: bandIndexes(columns, ranges.options.group.length),
  };
}

/** The rows of each level. */
export function levelIndexes({ start, end }: Columns, { level, options }: Ranges): IntervalIndex[] {
  return rowsBy(level, options.levels).map((rows) => intervalIndex(rows, start, end));
}

/** The rows of each band: they depend on no screen. */
export function bandIndexes({ start, end, band }: Columns, count: number): BandIndex[] {
  return rowsBy(band, count).map((rows) => {
    const index = intervalIndex(rows, start, end);
    const order = orderOf(index.ends);
    const byEnd = new Int32Array(rows.length);
    const ends = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i += 1) {
      byEnd[i] = rows[order[i] as number] as number;
      ends[i] = index.ends[order[i] as number] as number;
    }
    return { index, byEnd, ends };
  });
}

/** The rows of each key below `count`, in order; rows with another key are left out. */
function rowsBy(keys: Uint8Array, count: number): Int32Array[] {
  const sizes = new Uint32Array(256);
  for (let row = 0; row < keys.length; row += 1)
    sizes[keys[row] as number] = (sizes[keys[row] as number] as number) + 1;
  const groups = Array.from({ length: count }, (_, key) => new Int32Array(sizes[key] as number));
  const filled = new Uint32Array(256);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] as number;
    const group = groups[key];
    if (!group) continue;
    group[filled[key] as number] = row;
    filled[key] = (filled[key] as number) + 1;
  }
  return groups;
}

/** What a filter leaves of the rows, with running totals by band. */
export type Kept = {
  /** 1 where the row is kept; null when all are. */
  readonly mask: Uint8Array | null;
  readonly total: number;
  /** For each band, how many of its first i rows (by start; by end) are kept. Null when all are. */
  readonly byStart: readonly (Uint32Array | null)[];
  readonly byEnd: readonly (Uint32Array | null)[];
};

/** @param mask one byte a row, 1 = kept; null keeps all */
export function keep(prepared: Prepared, mask: Uint8Array | null): Kept {
  const running = (rows: Int32Array): Uint32Array | null => {
    if (!mask) return null;
    const sums = new Uint32Array(rows.length + 1);
    for (let i = 0; i < rows.length; i += 1) sums[i + 1] = (sums[i] as number) + (mask[rows[i] as number] as number);
    return sums;
  };
  return {
    mask,
    total: mask ? totalOf(mask) : prepared.columns.count,
    byStart: prepared.bands.map(({ index }) => running(index.rows)),
    byEnd: prepared.bands.map(({ byEnd }) => running(byEnd)),
  };
}

function totalOf(mask: Uint8Array): number {
  let total = 0;
  for (let row = 0; row < mask.length; row += 1) total += mask[row] as number;
  return total;
}

const keptBelow = (sums: Uint32Array | null, position: number): number => (sums ? (sums[position] ?? 0) : position);

/** How many kept rows of a band start in [from, to). */
export function countStarting(prepared: Prepared, kept: Kept, band: number, from: number, to: number): number {
  const [first, last] = startingIn((prepared.bands[band] as BandIndex).index, from, to);
  const sums = kept.byStart[band] ?? null;
  return keptBelow(sums, last) - keptBelow(sums, first);
}

/** How many kept rows of a band ended at `at` or before, and the one that ended last; -1 when there is none. Zero-length rows at `at` count as starting there. */
export function endedBy(prepared: Prepared, kept: Kept, band: number, at: number): { count: number; nearest: number } {
  const { byEnd, ends } = prepared.bands[band] as BandIndex;
  const { start } = prepared.columns;
  let position = bisectLeft(ends, at);
  // Rows that end exactly at `at` are over, but for instants that also start there.
  while (position < ends.length && ends[position] === at && (start[byEnd[position] as number] as number) < at)
    position += 1;
  const sums = kept.byEnd[band] ?? null;
  const count = keptBelow(sums, position);
  if (count === 0) return { count, nearest: -1 };
  const last = sums ? bisectLeft(sums, count) - 1 : position - 1;
  return { count, nearest: byEnd[last] as number };
}

/** How many kept rows of a band start at `at` or later, and the first of them; -1 when there is none. */
export function startingFrom(
  prepared: Prepared,
  kept: Kept,
  band: number,
  at: number,
): { count: number; nearest: number } {
  const { index } = prepared.bands[band] as BandIndex;
  const position = bisectLeft(index.starts, at);
  const sums = kept.byStart[band] ?? null;
  const before = keptBelow(sums, position);
  const count = keptBelow(sums, index.rows.length) - before;
  if (count === 0) return { count, nearest: -1 };
  const first = sums ? bisectLeft(sums, before + 1) - 1 : position;
  return { count, nearest: index.rows[first] as number };
}

/** The kept rows of a band that start in [from, to), in order. Bounded by `most`. */
export function rowsStarting(
  prepared: Prepared,
  kept: Kept,
  band: number,
  from: number,
  to: number,
  most = Infinity,
): number[] {
  const { index } = prepared.bands[band] as BandIndex;
  const [first, last] = startingIn(index, from, to);
  const rows: number[] = [];
  for (let i = first; i < last && rows.length < most; i += 1) {
    const row = index.rows[i] as number;
    if (!kept.mask || kept.mask[row]) rows.push(row);
  }
  return rows;
}

/** The kept ones among the first `most` rows of a band that start before `at` and end after it, in order. */
export function rowsContaining(prepared: Prepared, kept: Kept, band: number, at: number, most = Infinity): number[] {
  const { index } = prepared.bands[band] as BandIndex;
  return containing(index, at, most).filter((row) => !kept.mask || kept.mask[row]);
}
