import { BitTree } from '#layout/bit-tree.ts';
import type { Columns } from '#layout/columns.ts';

/** The level of a label that finds room at no zoom. */
export const NEVER = 255;

/** On which side of its mark a label stands, in the direction of time. */
export type Side = 0 | 1;
export const AFTER = 0 satisfies Side;
export const BEFORE = 1 satisfies Side;

export type RangeOptions = {
  /** How many lanes each band has. Bands may share lanes: see `group`. */
  readonly lanes: readonly number[];
  /** For each band, the group whose lanes it uses; bands of one group share lanes. */
  readonly group: readonly number[];
  /** The scale of level 0, px per ms: the coarsest at which anything is labelled. Level k has the scale `base * 2 ** (k / 2)`. */
  readonly base: number;
  /** How many levels there are, at most 254. */
  readonly levels: number;
  /** Free px kept between neighbours in a lane. */
  readonly gap: number;
  /** Shortest bar, px. */
  readonly bar: number;
  /** Least px from one label to the next in a lane, whatever their widths: bounds how many a screen can hold. */
  readonly pitch: number;
  /** px of the label that lie before its anchor even when it stands after its mark (half of a centred label, in a vertical timeline). */
  readonly lead: number;
  /** Whether bars take room in the lane (horizontal), or stand elsewhere (vertical). */
  readonly bars: boolean;
  /** Least px of a cell of the strip, in which what has no label is counted. */
  readonly cell: number;
  /** The story has so many events that the shape of the crowd is drawn. */
  readonly crowded: boolean;
};

/** On which sides of its mark a row's label may stand, the better one first. */
export type SidesOf = (row: number) => readonly Side[];

/** For each row: the level from which its label shows (its *active range*), and the lane and side it has from there on. */
export type Ranges = {
  readonly level: Uint8Array;
  readonly lane: Uint8Array;
  readonly side: Uint8Array;
  readonly options: RangeOptions;
};

/** The scale of a level, px per ms. */
export function scaleOfLevel(level: number, base: number): number {
  return base * 2 ** (level / 2);
}

/** The level in force at a scale: the finest whose scale is not above it; -1 below level 0. */
export function levelOfScale(scale: number, base: number): number {
  // The tolerance keeps a window that was computed to be exactly at a level from falling below it by rounding.
  return Math.max(-1, Math.floor(2 * Math.log2(scale / base) + 1e-9));
}

/** Where a labelled event begins to take room in its lane at a scale, ms. Draws near to the anchor as the scale grows, never moves away. */
export function takenFrom(columns: Columns, row: number, side: number, scale: number, options: RangeOptions): number {
  const start = columns.start[row] as number;
  return side === BEFORE ? start - room(columns, row, options) / scale : start - options.lead / scale;
}

/** Where it ends to take room. */
export function takenTo(columns: Columns, row: number, side: number, scale: number, options: RangeOptions): number {
  const start = columns.start[row] as number;
  const end = options.bars ? Math.max(columns.end[row] as number, start + options.bar / scale) : start;
  return side === BEFORE ? end : Math.max(end, start + (room(columns, row, options) - options.lead) / scale);
}

const room = (columns: Columns, row: number, { pitch, gap }: RangeOptions): number =>
  Math.max(columns.label[row] as number, pitch - gap);

/**
 * Gives every event an active range, once: the zoom from which its label shows, and its lane and side from there on.
 *
 * Levels are walked from coarse to fine. At each, the events that have no label yet try for a place in order of weight, in the first lane
 * (and on the first side) where nothing placed so far is in the way. A label shrinks in time as the scale grows, about a fixed anchor, so what
 * does not overlap at its first level never does: zooming in never hides a label, and since nothing here depends on a window, panning
 * changes nothing. The greedy choice is the 1D case of Been, Daiches, Yap: "Dynamic Map Labeling", IEEE TVCG 12 (2006), and Been,
 * Nöllenburg, Poon, Wolff: "Optimizing active ranges for consistent dynamic map labeling", Comput. Geom. 43 (2010).
 *
 * Two things keep a million events cheap. Only the heaviest few of each cell try at a level: a cell is as wide as the narrowest label, so
 * the others could find no room. And a row that finds none knows the level before which it need not ask again: what stands in its way
 * stays, and more may only come.
 *
 * @param onlevel hears each level as it is done, with the ranges as they are by then: those of coarser levels are final
 */
export function assignRanges(
  columns: Columns,
  options: RangeOptions,
  sides: SidesOf,
  onlevel?: (done: number, ranges: Ranges) => void,
): Ranges {
  const { count, start, end, band } = columns;
  const level = new Uint8Array(count).fill(NEVER);
  const lane = new Uint8Array(count);
  const side = new Uint8Array(count);
  const trees = options.lanes.map((lanes) => Array.from({ length: lanes }, () => new BitTree(count)));
  const { gap, lead, bars } = options;
  const bar = bars ? options.bar : 0;
  const narrowest = Math.max(
    options.pitch,
    gap + columns.label.reduce((least, width) => Math.min(least, width), Infinity),
    1,
  );
  /** Rows that still wait for a place, in order: the first `waiting` of `rows`. */
  const rows = new Int32Array(count).map((_, row) => row);
  /** The level at which a row that waits may find room at the earliest; NEVER once it is settled. */
  const next = new Uint8Array(count);
  let waiting = count;

  /** px that a label takes after its start (before it, for those on that side), and those that it takes on the other side of it. */
  const after = (row: number, on: number): number =>
    on === BEFORE ? bar : Math.max(bar, room(columns, row, options) - lead);
  const before = (row: number, on: number): number => (on === BEFORE ? room(columns, row, options) : lead);

  /** The coarsest scale at which `second` has room behind `first` in a lane. */
  function scaleBetween(first: number, firstSide: number, second: number, secondSide: number): number {
    const need = gap + before(second, secondSide);
    const at = start[second] as number;
    const between = (need + after(first, firstSide)) / (at - (start[first] as number));
    return bars
      ? Math.max(between, at > (end[first] as number) ? need / (at - (end[first] as number)) : Infinity)
      : between;
  }

  /** The neighbours of a row in each lane, while it tries. */
  const most = Math.max(...options.lanes);
  const lefts = new Int32Array(most);
  const rights = new Int32Array(most);

  /** Tries the sides and lanes of a row in order. Returns the coarsest scale at which there is room for it, as things stand. */
  function place(row: number, scale: number): number {
    const lanes = trees[options.group[band[row] as number] as number] as BitTree[];
    const ways = sides(row);
    let least = Infinity;
    for (let way = 0; way < ways.length; way += 1) {
      const on = ways[way] as Side;
      for (let at = 0; at < lanes.length; at += 1) {
        const tree = lanes[at] as BitTree;
        if (way === 0) {
          lefts[at] = tree.before(row);
          rights[at] = tree.after(row);
        }
        const left = lefts[at] as number;
        const right = rights[at] as number;
        let needed = left < 0 ? 0 : scaleBetween(left, side[left] as number, row, on);
        if (right >= 0 && needed < least)
          needed = Math.max(needed, scaleBetween(row, on, right, side[right] as number));
        if (needed <= scale) {
          tree.add(row);
          lane[row] = at;
          side[row] = on;
          return needed;
        }
        if (needed < least) least = needed;
      }
    }
    return least;
  }

  const chosen = new Int32Array(count);
  const ordered = new Int32Array(count);
  for (let k = 0; k < options.levels && waiting > 0; k += 1) {
    const scale = scaleOfLevel(k, options.base);
    const found = heaviestOfCells(columns, rows.subarray(0, waiting), next, k, narrowest / scale, options, chosen);
    sortByWeight(chosen.subarray(0, found), columns.weight, ordered);
    let settled = 0;
    for (let i = 0; i < found; i += 1) {
      const row = ordered[i] as number;
      const needed = place(row, scale);
      if (needed <= scale) level[row] = k;
      else if (needed < Infinity) {
        next[row] = Math.min(NEVER - 1, Math.max(k + 1, Math.ceil(2 * Math.log2(needed / options.base) - 1e-6)));
        continue;
      }
      next[row] = NEVER;
      settled += 1;
    }
    onlevel?.(k, { level, lane, side, options });
    if (settled === 0) continue;
    let kept = 0;
    for (let i = 0; i < waiting; i += 1) {
      const row = rows[i] as number;
      if (next[row] !== NEVER) rows[kept++] = row;
    }
    waiting = kept;
  }
  return { level, lane, side, options };
}

/**
 * From each cell of time, the heaviest rows of each group of bands among those that may find room at a level, one more than the group has
 * lanes; earlier rows first among equals.
 * @returns how many were written to `chosen`
 */
function heaviestOfCells(
  { start, weight, band }: Columns,
  rows: Int32Array,
  next: Uint8Array,
  level: number,
  cellMs: number,
  { lanes, group }: RangeOptions,
  chosen: Int32Array,
): number {
  let written = 0;
  const best = lanes.map((n) => new Int32Array(n + 1));
  const found = new Int32Array(lanes.length);
  const flush = (): void => {
    for (let g = 0; g < best.length; g += 1) {
      for (let i = 0; i < (found[g] as number); i += 1) chosen[written++] = (best[g] as Int32Array)[i] as number;
      found[g] = 0;
    }
  };
  let limit = -Infinity;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    if ((next[row] as number) > level) continue;
    const at = start[row] as number;
    if (at >= limit) {
      flush();
      limit = (Math.floor(at / cellMs) + 1) * cellMs;
    }
    const g = group[band[row] as number] as number;
    const own = best[g] as Int32Array;
    let n = found[g] as number;
    const heavy = weight[row] as number;
    if (n === own.length && (weight[own[n - 1] as number] as number) >= heavy) continue;
    if (n < own.length) found[g] = n += 1;
    let slot = n - 1;
    for (; slot > 0 && (weight[own[slot - 1] as number] as number) < heavy; slot -= 1)
      own[slot] = own[slot - 1] as number;
    own[slot] = row;
  }
  flush();
  return written;
}

/** Heavier rows first, the given order among equals: a counting sort, since weights are bytes. */
function sortByWeight(rows: Int32Array, weight: Uint8Array, sorted: Int32Array): void {
  const places = new Int32Array(257);
  for (let i = 0; i < rows.length; i += 1) {
    const place = 256 - (weight[rows[i] as number] as number);
    places[place] = (places[place] as number) + 1;
  }
  for (let i = 1; i < places.length; i += 1) places[i] = (places[i] as number) + (places[i - 1] as number);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    const slot = 255 - (weight[row] as number);
    sorted[places[slot] as number] = row;
    places[slot] = (places[slot] as number) + 1;
  }
}
