import { bisectLeft } from 'd3-array';

const BLOCK = 16;

/**
 * Rows sorted by start, with the greatest end of every 16, of every 256 and so on above them: finds the rows that contain an instant
 * in O(hits · log n), whatever the lengths of the others.
 */
export class IntervalIndex {
  readonly rows: Int32Array;
  readonly starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #greatest: Float64Array[] = [];

  /** @param rows positions in `start` and `end`, in order of `start` */
  constructor(rows: Int32Array, start: Float64Array, end: Float64Array) {
    this.rows = rows;
    this.starts = Float64Array.from(rows, (row) => start[row] ?? 0);
    this.#ends = Float64Array.from(rows, (row) => end[row] ?? 0);
    for (let below = this.#ends; below.length > BLOCK;) {
      const above = new Float64Array(Math.ceil(below.length / BLOCK)).fill(-Infinity);
      for (let i = 0; i < below.length; i += 1) {
        const block = Math.floor(i / BLOCK);
        above[block] = Math.max(above[block] as number, below[i] as number);
      }
      this.#greatest.push(above);
      below = above;
    }
  }

  /** Range of positions in `rows` whose start lies in [from, to). */
  starting(from: number, to: number): [number, number] {
    const first = bisectLeft(this.starts, from);
    return [first, bisectLeft(this.starts, to, first)];
  }

  /**
   * Rows that start before `at` and end after it, in order of start.
   * @param most stops after so many
   */
  containing(at: number, most = Infinity): number[] {
    const found: number[] = [];
    this.#collect(this.#greatest.length, 0, bisectLeft(this.starts, at), at, found, most);
    return found;
  }

  #collect(depth: number, block: number, limit: number, at: number, found: number[], most: number): void {
    const ends = depth === 0 ? this.#ends : (this.#greatest[depth - 1] as Float64Array);
    const size = BLOCK ** depth;
    const top = depth === this.#greatest.length;
    const from = top ? 0 : block * BLOCK;
    const to = top ? ends.length : Math.min(ends.length, from + BLOCK);
    for (let i = from; i < to && i * size < limit && found.length < most; i += 1) {
      if ((ends[i] as number) <= at) continue;
      if (depth === 0) found.push(this.rows[i] as number);
      else this.#collect(depth - 1, i, limit, at, found, most);
    }
  }
}
