import { bisectLeft } from 'd3-array';
import { containing, startingIn } from '#layout/interval-index.ts';
import {
  countStarting,
  endedBy,
  rowsContaining,
  rowsStarting,
  startingFrom,
  type Kept,
  type Prepared,
} from '#layout/prepared.ts';
import { AFTER, BEFORE, levelOfScale, scaleOfLevel, type Side } from '#layout/ranges.ts';
import { pxOf, scaleOf, type Viewport } from '#layout/viewport.ts';
import { instant, type Span } from '#time/instant.ts';

/** One event drawn by itself. Places are px along the time axis, from the start of the window. */
export type Mark = {
  readonly row: number;
  readonly band: number;
  /** Lane of its band (or of the shared lanes), counted from 0; -1 for the strip of what has no label yet. */
  readonly lane: number;
  /** Where the glyph stands. */
  readonly at: number;
  /** The bar: all the time the event may have taken, cut off a little outside the window. */
  readonly from: number;
  readonly to: number;
  readonly label: { readonly side: Side; readonly at: number; readonly width: number } | null;
};

/** Several events of a band that have no room to be drawn apart. */
export type Cluster = {
  /** Stable while the same cell is on screen. */
  readonly key: string;
  readonly band: number;
  readonly at: number;
  readonly count: number;
  /** Time from its first member's start to its last member's start, both included: zooming there pulls it apart. */
  readonly span: Span;
  /** True for events that began before the window and go on in it. */
  readonly underWay: boolean;
};

/** What lies outside the window on one side of a band. */
export type Beyond = { readonly band: number; readonly count: number; readonly nearest: number };

export type Counts = {
  readonly visible: number;
  readonly clustered: number;
  readonly filtered: number;
  readonly outside: number;
  readonly total: number;
};

/** All that is drawn for one window: plain marks, bounded by the screen and not by the data. */
export type Scene = {
  readonly marks: readonly Mark[];
  readonly clusters: readonly Cluster[];
  readonly earlier: readonly Beyond[];
  readonly later: readonly Beyond[];
  readonly counts: Counts;
};

/** Least px of a cell of the strip: two neighbours' targets of 24 px keep apart. A cell is up to √2 wider between two levels. */
const CELL = 30;
/** px a single's glyph keeps from the sides of its cell. */
const INSET = 11;
/** px a label keeps from the window's start while its bar goes on. */
const STICK = 10;
/** px beyond the window at which bars are cut off. */
const CUT = 40;

/**
 * Lays out one window. A function of its arguments alone: the same window gives the same picture from any path.
 *
 * An event whose active range has begun stands in its lane with its label. The others stand in the strip of their band: alone in its cell of
 * time, as a mark without a label; else counted in a cluster. Cells are fixed in time at each level, so a pan moves none.
 */
export function sceneOf(prepared: Prepared, kept: Kept, viewport: Viewport): Scene {
  const { columns, ranges } = prepared;
  const { span } = viewport;
  const scale = scaleOf(viewport);
  const { options } = ranges;
  const level = Math.min(levelOfScale(scale, options.base), options.levels - 1);
  const marks: Mark[] = [];
  const clusters: Cluster[] = [];
  const bands = prepared.bands.length;
  // Labelled rows by band: those that start in the window (in order of start), and how many began before it.
  const labelled: number[][] = Array.from({ length: bands }, () => []);
  const underWay = new Array<number>(bands).fill(0);

  const isKept = (row: number): boolean => !kept.mask || kept.mask[row] === 1;
  for (let k = 0; k <= level; k += 1) {
    const index = prepared.levels[k];
    if (!index || index.rows.length === 0) continue;
    const [first, last] = startingIn(index, span.start, span.end);
    for (let i = first; i < last; i += 1) {
      const row = index.rows[i] as number;
      if (!isKept(row)) continue;
      labelled[columns.band[row] as number]?.push(row);
      marks.push(labelledMark(prepared, row, viewport));
    }
    for (const row of containing(index, span.start)) {
      if (!isKept(row)) continue;
      const band = columns.band[row] as number;
      underWay[band] = (underWay[band] as number) + 1;
      marks.push(labelledMark(prepared, row, viewport));
    }
  }

  let visible = marks.length;
  let clustered = 0;
  const cellMs = CELL / scaleOfLevel(Math.max(0, level), options.base);
  const earlier: Beyond[] = [];
  const later: Beyond[] = [];
  let outside = 0;
  for (let band = 0; band < bands; band += 1) {
    const rows = (labelled[band] as number[]).sort((a, b) => a - b);
    const starts = rows.map((row) => columns.start[row] as number);
    const before = endedBy(prepared, kept, band, span.start);
    const after = startingFrom(prepared, kept, band, span.end);
    if (before.count > 0) earlier.push({ band, ...before });
    if (after.count > 0) later.push({ band, ...after });
    outside += before.count + after.count;

    const unlabelledUnderWay =
      countStarting(prepared, kept, band, -Infinity, span.start) - before.count - (underWay[band] as number);
    if (unlabelledUnderWay === 1) {
      const row = rowsContaining(prepared, kept, band, span.start).find((one) => (ranges.level[one] as number) > level);
      if (row !== undefined) marks.push(stripMark(prepared, row, viewport, STICK));
      visible += 1;
    } else if (unlabelledUnderWay > 1) {
      clustered += unlabelledUnderWay;
      clusters.push({
        key: `${band}-under-way`,
        band,
        at: STICK,
        count: unlabelledUnderWay,
        span: { start: span.start, end: span.start },
        underWay: true,
      });
    }

    for (let cell = Math.floor(span.start / cellMs); cell * cellMs < span.end; cell += 1) {
      const from = Math.max(cell * cellMs, span.start);
      const to = Math.min((cell + 1) * cellMs, span.end);
      const own = bisectLeft(starts, to) - bisectLeft(starts, from);
      const count = countStarting(prepared, kept, band, from, to) - own;
      if (count === 0) continue;
      if (count === 1) {
        const row = rowsStarting(prepared, kept, band, from, to).find((one) => (ranges.level[one] as number) > level);
        if (row !== undefined) {
          const left = pxOf(viewport, cell * cellMs) + INSET;
          const right = pxOf(viewport, (cell + 1) * cellMs) - INSET;
          const at = pxOf(viewport, columns.start[row] as number);
          marks.push(stripMark(prepared, row, viewport, Math.min(Math.max(at, left), right)));
        }
        visible += 1;
        continue;
      }
      clustered += count;
      const middle = pxOf(viewport, (cell + 0.5) * cellMs);
      clusters.push({
        key: `${band}-${level}-${cell}`,
        band,
        at: Math.min(Math.max(middle, CELL / 2), viewport.length - CELL / 2),
        count,
        span: membersSpan(prepared, kept, band, from, to),
        underWay: false,
      });
    }
  }
  marks.sort((a, b) => a.row - b.row);
  return {
    marks,
    clusters,
    earlier,
    later,
    counts: { visible, clustered, filtered: columns.count - kept.total, outside, total: columns.count },
  };

  function labelledMark({ columns: of, ranges: { lane, side } }: Prepared, row: number, within: Viewport): Mark {
    const on = side[row] === BEFORE ? BEFORE : AFTER;
    const { from, to } = barOf(row, within);
    const anchor = pxOf(within, of.start[row] as number);
    const width = of.label[row] as number;
    // A label stays on screen as long as its bar does: it slides along its own bar, where nothing else may stand.
    const at = on === AFTER && options.bars ? Math.max(anchor, Math.min(STICK, to - width)) : anchor;
    return {
      row,
      band: of.band[row] as number,
      lane: lane[row] as number,
      at,
      from,
      to,
      label: { side: on, at, width },
    };
  }

  function stripMark({ columns: of }: Prepared, row: number, within: Viewport, at: number): Mark {
    return { row, band: of.band[row] as number, lane: -1, at, ...barOf(row, within), label: null };
  }

  function barOf(row: number, within: Viewport): { from: number; to: number } {
    const from = Math.max(-CUT, pxOf(within, columns.start[row] as number));
    const to = Math.min(within.length + CUT, pxOf(within, columns.end[row] as number));
    return { from, to: Math.max(to, from + options.bar) };
  }
}

/** From the first to the last start among the kept rows of a band that start in [from, to). */
function membersSpan(prepared: Prepared, kept: Kept, band: number, from: number, to: number): Span {
  const first = startingFrom(prepared, kept, band, from).nearest;
  const { index } = prepared.bands[band] as { index: { starts: Float64Array } };
  const last = bisectLeft(index.starts, to) - 1;
  const start = first >= 0 ? (prepared.columns.start[first] as number) : from;
  return { start: instant(start), end: instant(Math.max(start, index.starts[last] ?? start)) };
}
