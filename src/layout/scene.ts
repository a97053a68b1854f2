import { bisectLeft } from 'd3-array';
import { crowdOf, type Crowd } from '#layout/crowd.ts';
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
  /** True where events are among them that began before the window and go on in it; `span` then reaches to the last that may begin in it. */
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
  /** The shape of the crowd of each band that has one in the window; none in small stories. */
  readonly crowds: readonly Crowd[];
  readonly earlier: readonly Beyond[];
  readonly later: readonly Beyond[];
  readonly counts: Counts;
};

/** px of a cell that the window's edge cuts off, below which it is made one with its neighbour. */
const LEAST = 30;
/** px a single's glyph keeps from the sides of its cell. */
const INSET = 12;
/** px a label keeps from the window's start while its bar goes on. */
const STICK = 10;
/** px of a glyph after a label that stands before its mark, and comes along with its bar once the mark has left the window. */
const GONE = 14;
/**
 * Labelled events under way at the start of the window that are drawn where bars take no room in the lanes: any number may be. More are counted
 * together with those without a label.
 */
const MOST_UNDER_WAY = 12;
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
  const going: number[] = [];
  const mostGoing = options.bars ? Infinity : MOST_UNDER_WAY;

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
    if (going.length <= mostGoing) going.push(...containing(index, span.start, mostGoing + 1));
  }
  if (going.length <= mostGoing)
    for (const row of going) {
      if (!isKept(row)) continue;
      const band = columns.band[row] as number;
      underWay[band] = (underWay[band] as number) + 1;
      marks.push(labelledMark(prepared, row, viewport));
    }

  let visible = marks.length;
  let clustered = 0;
  const cellMs = options.cell / scaleOfLevel(Math.max(0, level), options.base);
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
    const cells = cellsOf(span, cellMs, Math.min(options.cell, LEAST) / scale);
    for (let i = 0; i + 1 < cells.length; i += 1) {
      const [from, to] = [cells[i] as number, cells[i + 1] as number];
      const own = bisectLeft(starts, to) - bisectLeft(starts, from);
      // What is under way at the window's start stands there together with what begins next to it.
      const joined = i === 0 ? unlabelledUnderWay : 0;
      const count = countStarting(prepared, kept, band, from, to) - own + joined;
      if (count === 0) continue;
      const cell = Math.round(i === 0 ? to / cellMs - 1 : from / cellMs);
      const left = pxOf(viewport, from) + INSET;
      const right = pxOf(viewport, to) - INSET;
      if (count === 1) {
        const rowsHere = joined
          ? rowsContaining(prepared, kept, band, span.start)
          : rowsStarting(prepared, kept, band, from, to);
        const row = rowsHere.find((one) => (ranges.level[one] as number) > level);
        if (row !== undefined) {
          const at = pxOf(viewport, columns.start[row] as number);
          marks.push(stripMark(prepared, row, viewport, Math.min(Math.max(at, left), right)));
        }
        visible += 1;
        continue;
      }
      clustered += count;
      clusters.push({
        key: joined ? `${band}-under-way` : `${band}-${level}-${cell}`,
        band,
        at: joined ? left + 4 : (left + right) / 2,
        count,
        span: joined ? { start: span.start, end: instant(to) } : membersSpan(prepared, kept, band, from, to),
        underWay: joined > 0,
      });
    }
  }
  marks.sort((a, b) => a.row - b.row);
  return {
    marks,
    clusters,
    crowds: options.crowded
      ? Array.from({ length: bands }, (_, band) => crowdOf(prepared, kept, band, viewport)).filter(
          ({ most }) => most > 0,
        )
      : [],
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
    const at = !options.bars
      ? anchor
      : on === AFTER
        ? Math.max(anchor, Math.min(STICK, to - width))
        : anchor <= 0
          ? Math.max(anchor, Math.min(STICK + width, to - GONE))
          : anchor;
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

/**
 * The edges of the cells of a window, in order: fixed in time, but that a cell of which the window shows less than `least` is made one with its
 * neighbour.
 */
function cellsOf({ start, end }: Span, cellMs: number, least: number): number[] {
  const edges: number[] = [start];
  for (let i = Math.floor(start / cellMs) + 1; i * cellMs < end; i += 1) edges.push(i * cellMs);
  edges.push(end);
  if (edges.length > 2 && (edges[1] as number) - start < least * 0.999) edges.splice(1, 1);
  if (edges.length > 2 && end - (edges.at(-2) as number) < least * 0.999) edges.splice(-2, 1);
  return edges;
}

/** From the first to the last start among the kept rows of a band that start in [from, to). */
function membersSpan(prepared: Prepared, kept: Kept, band: number, from: number, to: number): Span {
  const first = startingFrom(prepared, kept, band, from).nearest;
  const { index } = prepared.bands[band] as { index: { starts: Float64Array } };
  const last = bisectLeft(index.starts, to) - 1;
  const start = first >= 0 ? (prepared.columns.start[first] as number) : from;
  return { start: instant(start), end: instant(Math.max(start, index.starts[last] ?? start)) };
}
