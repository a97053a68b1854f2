import { bisectLeft } from 'd3-array';

const BLOCK = 16;

/**
 * Rows sorted by start, with the greatest end of every 16, of every 256 and so on above them: finds the rows that contain an instant
 * in O(hits · log n), whatever the lengths of the others. Plain data, so that a worker can build it and hand it over.
 */
export type IntervalIndex = {
  readonly rows: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly greatest: readonly Float64Array[];
};

/** @param rows positions in `start` and `end`, in order of `start` */
export function intervalIndex(rows: Int32Array, start: Float64Array, end: Float64Array): IntervalIndex {
  const starts = new Float64Array(rows.length);
  const ends = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    starts[i] = start[rows[i] as number] as number;
    ends[i] = end[rows[i] as number] as number;
  }
  const greatest: Float64Array[] = [];
  for (let below = ends; below.length > BLOCK;) {
    const above = new Float64Array(Math.ceil(below.length / BLOCK)).fill(-Infinity);
    for (let i = 0; i < below.length; i += 1) {
      const block = Math.floor(i / BLOCK);
      if ((below[i] as number) > (above[block] as number)) above[block] = below[i] as number;
    }
    greatest.push(above);
    below = above;
  }
  return { rows, starts, ends, greatest };
}

/** Range of positions in `rows` whose start lies in [from, to). */
export function startingIn({ starts }: IntervalIndex, from: number, to: number): [number, number] {
  const first = bisectLeft(starts, from);
  return [first, bisectLeft(starts, to, first)];
}

/**
 * The first position at or after `from` whose value is not below `at`: like a bisection, but looks near `from` first, in growing steps.
 * @param values sorted
 */
export function positionOf(values: Float64Array, at: number, from = 0): number {
  let step = 1;
  let low = from;
  while (low + step <= values.length && (values[low + step - 1] as number) < at) {
    low += step;
    step *= 2;
  }
  return bisectLeft(values, at, low, Math.min(values.length, low + step));
}

/**
 * Rows that start before `at` and end after it, in order of start.
 * @param most stops after so many
 */
export function containing(index: IntervalIndex, at: number, most = Infinity): number[] {
  const found: number[] = [];
  const { rows, starts, ends, greatest } = index;
  const limit = bisectLeft(starts, at);
  collect(greatest.length, 0);
  return found;

  function collect(depth: number, block: number): void {
    const values = depth === 0 ? ends : (greatest[depth - 1] as Float64Array);
    const size = BLOCK ** depth;
    const top = depth === greatest.length;
    const from = top ? 0 : block * BLOCK;
    const to = top ? values.length : Math.min(values.length, from + BLOCK);
    for (let i = from; i < to && i * size < limit && found.length < most; i += 1) {
      if ((values[i] as number) <= at) continue;
      if (depth === 0) found.push(rows[i] as number);
      else collect(depth - 1, i);
    }
  }
}
