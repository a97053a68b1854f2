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
  /** Rows whose label should rather stand before the mark; a label that would leave the first view, say. */
  readonly prefersBefore?: (row: number) => boolean;
  /** Whether labels may stand before their mark at all. */
  readonly sides: boolean;
};

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

/** What a labelled event occupies in its lane at a scale: from, to in ms. Shrinks about the anchor as the scale grows, never moves. */
export function occupied(
  columns: Columns,
  row: number,
  side: number,
  scale: number,
  options: RangeOptions,
): [number, number] {
  const start = columns.start[row] ?? 0;
  const length = Math.max(columns.label[row] ?? 0, options.pitch - options.gap) / scale;
  const lead = options.lead / scale;
  const end = options.bars ? Math.max(columns.end[row] ?? 0, start + options.bar / scale) : start;
  return side === BEFORE ? [start - length, end] : [start - lead, Math.max(end, start + length - lead)];
}

/**
 * Gives every event an active range, once: the zoom from which its label shows, and its lane and side from there on.
 *
 * Levels are walked from coarse to fine. At each, the events that have no label yet try for a place in order of weight, in the first lane
 * (and on the first side) where nothing placed so far is in the way. A label shrinks in time as the scale grows, about a fixed anchor, so what
 * does not overlap at its first level never does: zooming in never hides a label, and since nothing here depends on a window, panning
 * changes nothing. The greedy choice is the 1D case of Been, Daiches, Yap: "Dynamic Map Labeling", IEEE TVCG 12 (2006), and Been,
 * Nöllenburg, Poon, Wolff: "Optimizing active ranges for consistent dynamic map labeling", Comput. Geom. 43 (2010).
 *
 * Only the heaviest few of each cell try at a level: a cell is as wide as the narrowest label, so the others could find no room.
 */
export function assignRanges(columns: Columns, options: RangeOptions): Ranges {
  const { count, start, weight } = columns;
  const level = new Uint8Array(count).fill(NEVER);
  const lane = new Uint8Array(count);
  const side = new Uint8Array(count);
  const trees = options.lanes.map((lanes) => Array.from({ length: lanes }, () => new BitTree(count)));
  const tries = 2 * Math.max(1, ...options.lanes) + 1;
  const narrowest = Math.max(
    options.pitch,
    options.gap + columns.label.reduce((least, width) => Math.min(least, width), Infinity),
    1,
  );
  let waiting = Int32Array.from({ length: count }, (_, row) => row);

  const placedAt = (row: number, scale: number): boolean => {
    const group = options.group[columns.band[row] ?? 0] ?? 0;
    const first = options.sides && options.prefersBefore?.(row) ? BEFORE : AFTER;
    const lanes = trees[group] ?? [];
    const gap = options.gap / scale;
    for (const onSide of options.sides ? [first, 1 - first] : [AFTER]) {
      const [from, to] = occupied(columns, row, onSide, scale, options);
      for (let at = 0; at < lanes.length; at += 1) {
        const tree = lanes[at] as BitTree;
        const before = tree.before(row);
        if (before >= 0 && occupied(columns, before, side[before] ?? 0, scale, options)[1] + gap > from) continue;
        const after = tree.after(row);
        if (after >= 0 && occupied(columns, after, side[after] ?? 0, scale, options)[0] < to + gap) continue;
        tree.add(row);
        lane[row] = at;
        side[row] = onSide;
        return true;
      }
    }
    return false;
  };

  for (let k = 0; k < options.levels && waiting.length > 0; k += 1) {
    const scale = scaleOfLevel(k, options.base);
    const cell = narrowest / scale;
    const candidates: number[] = [];
    for (let from = 0; from < waiting.length;) {
      const limit = (Math.floor((start[waiting[from] as number] as number) / cell) + 1) * cell;
      let to = from + 1;
      while (to < waiting.length && (start[waiting[to] as number] as number) < limit) to += 1;
      pushHeaviest(waiting.subarray(from, to), weight, columns.band, options.group, tries, candidates);
      from = to;
    }
    candidates.sort((a, b) => (weight[b] as number) - (weight[a] as number) || a - b);
    for (const row of candidates) if (placedAt(row, scale)) level[row] = k;
    waiting = waiting.filter((row) => level[row] === NEVER);
  }
  return { level, lane, side, options };
}

/** Appends the `most` heaviest rows of each group of bands to `out`. */
function pushHeaviest(
  rows: Int32Array,
  weight: Float64Array,
  band: Uint8Array,
  group: readonly number[],
  most: number,
  out: number[],
): void {
  if (rows.length <= most) {
    out.push(...rows);
    return;
  }
  const kept = new Map<number, number[]>();
  for (const row of rows) {
    const of = group[band[row] as number] ?? 0;
    let best = kept.get(of);
    if (!best) kept.set(of, (best = []));
    // An insertion into a list of at most `most`: the rows come in order, so a tie stays behind the earlier one.
    if (best.length === most && (weight[best[most - 1] as number] as number) >= (weight[row] as number)) continue;
    let at = best.length;
    while (at > 0 && (weight[best[at - 1] as number] as number) < (weight[row] as number)) at -= 1;
    best.splice(at, 0, row);
    if (best.length > most) best.pop();
  }
  for (const best of kept.values()) out.push(...best);
}
