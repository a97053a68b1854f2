import type { Columns } from '#layout/columns.ts';
import { BAND_TITLE, bandBoxes, LANE, shareLanes, STRIP, type BandBox } from '#layout/bands.ts';
import { prepare, type Prepared } from '#layout/prepared.ts';
import {
  AFTER,
  assignRanges,
  BEFORE,
  takenFrom,
  takenTo,
  type RangeOptions,
  type Side,
  type SidesOf,
} from '#layout/ranges.ts';
import { textWidth } from '#layout/text-width.ts';
import type { FoldedTime } from '#layout/folds.ts';
import type { Limits } from '#layout/viewport.ts';
import type { Story } from '#model/story.ts';
import { instant, type Span } from '#time/instant.ts';

/** px of the text of a label, of its glyph with the space after it. */
export const LABEL_FONT = 14;
export const GLYPH = 18;

const EITHER: readonly Side[] = [AFTER, BEFORE];
const RATHER_BEFORE: readonly Side[] = [BEFORE, AFTER];
const INNER_AFTER: readonly Side[] = [AFTER];
const INNER_BEFORE: readonly Side[] = [BEFORE];

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Labels and cells of the strip that a screen of a crowded story holds, but for those at its edges: they keep the drawing bounded. */
const LABEL_BUDGET = 16;
const CELL_BUDGET = 14;
/** Stories up to this size show as many labels and cells as have room. */
const SMALL_STORY = 40;
/** Least px of a cell of the strip: two neighbours' targets of 24 px keep apart. A cell is up to √2 wider between two levels. */
const CELL = 30;

/** The ends of the world: all of the story with a margin, and at least a day; the shortest window is ten minutes. */
export function limitsOf(events: readonly { readonly start: number; readonly end: number }[]): Limits {
  let start = Infinity;
  let end = -Infinity;
  for (const event of events) {
    if (Number.isFinite(event.start)) start = Math.min(start, event.start);
    if (Number.isFinite(event.end)) end = Math.max(end, event.end);
    if (Number.isFinite(event.start)) end = Math.max(end, event.start);
    if (Number.isFinite(event.end)) start = Math.min(start, event.end);
  }
  if (!Number.isFinite(start)) [start, end] = [0, DAY];
  const margin = Math.max(DAY / 2, (end - start) * 0.04);
  return { full: { start: instant(start - margin), end: instant(end + margin) }, shortest: 10 * MINUTE };
}

/** The columns of a story, rows in the order of its events. Open ends reach to the ends of the world. */
export function columnsOf(story: Story, { full }: Limits): Columns {
  const { events, bands } = story.data;
  const bandAt = new Map(bands.map(({ id }, i) => [id, i]));
  return {
    count: events.length,
    start: Float64Array.from(events, ({ when }) => Math.max(full.start, when.earliestStart)),
    end: Float64Array.from(events, ({ when }) => Math.min(full.end, when.latestEnd)),
    band: Uint8Array.from(events, ({ band }) => bandAt.get(band) ?? 0),
    weight: Uint8Array.from(events, ({ importance }) => importance),
    label: Float32Array.from(events, ({ label }) => Math.ceil(GLYPH + textWidth(label, LABEL_FONT))),
  };
}

/** The columns in folded time. */
export function foldedColumns(columns: Columns, { folds, fold }: FoldedTime): Columns {
  return folds.length === 0 ? columns : { ...columns, start: columns.start.map(fold), end: columns.end.map(fold) };
}

/** Everything about a story on a screen of a size that does not depend on the window. */
export type Layout = {
  readonly prepared: Prepared;
  readonly boxes: readonly BandBox[];
  /** Height (or width, when time runs downwards) that the bands take, px. */
  readonly across: number;
};

/** What is needed to give every event its place; done all at once, a worker by and by. */
export type Plan = Pick<Layout, 'boxes' | 'across'> & {
  readonly columns: Columns;
  readonly options: RangeOptions;
  readonly sides: SidesOf;
};

function layoutOf({ columns, options, sides, boxes, across }: Plan): Layout {
  return { prepared: prepare(columns, assignRanges(columns, options, sides)), boxes, across };
}

/**
 * Plans a story for a horizontal time axis.
 * @param opens the first window: labels that would leave it on its right stand before their marks
 * @param length px of the time axis
 * @param height px there are for the bands
 */
export function horizontalPlan(
  columns: Columns,
  bandCount: number,
  limits: Limits,
  opens: Span,
  length: number,
  height: number,
): Plan {
  const base = 200 / (limits.full.end - limits.full.start);
  const opening = length / (opens.end - opens.start);
  const whole = length / (limits.full.end - limits.full.start);
  const crowded = columns.count > SMALL_STORY;
  const options = (lanes: readonly number[]): RangeOptions => ({
    lanes,
    group: lanes.map((_, band) => band),
    base,
    levels: Math.min(254, 2 * Math.ceil(Math.log2(length / limits.shortest / base)) + 1),
    gap: 14,
    bar: 8,
    pitch: crowded ? (length * lanes.reduce((sum, n) => sum + n, 0)) / LABEL_BUDGET : 0,
    lead: 0,
    bars: true,
    cell: crowded ? Math.max(CELL, (length * bandCount) / CELL_BUDGET) : CELL,
    crowded,
  });
  // The first view clips no label: near its ends a label stands on the inner side of its mark. The view of all clips few.
  const sides: SidesOf = (row) => {
    const start = columns.start[row] as number;
    const label = (columns.label[row] as number) / opening;
    const wide = (columns.label[row] as number) / whole;
    const either =
      start + wide > limits.full.end ? RATHER_BEFORE : start - wide < limits.full.start ? INNER_AFTER : EITHER;
    if (start < opens.start || start >= opens.end) return either;
    return start + label > opens.end ? INNER_BEFORE : start - label < opens.start ? INNER_AFTER : either;
  };
  const need = lanesNeeded(columns, bandCount, opening, options(Array.from({ length: bandCount }, () => 1)), sides);
  const lanes = shareLanes(height, need, crowded);
  const boxes = bandBoxes(height, lanes, crowded);
  const across = boxes.reduce((sum, box) => sum + box.height, 0);
  return { columns, options: options(lanes), sides, boxes, across };
}

/** Lays a story out for a horizontal time axis: see `horizontalPlan`. */
export function horizontalLayout(...plan: Parameters<typeof horizontalPlan>): Layout {
  return layoutOf(horizontalPlan(...plan));
}

/** Least height in which each band still has a lane, px. */
export function leastHeight(bandCount: number): number {
  return bandCount * (BAND_TITLE + LANE + STRIP);
}

/** How many lanes each band would use if all its events were labelled at a scale; at most 12. */
function lanesNeeded(
  columns: Columns,
  bandCount: number,
  scale: number,
  options: RangeOptions,
  sides: SidesOf,
): number[] {
  const free: number[][] = Array.from({ length: bandCount }, () => []);
  const rows = Math.min(columns.count, 2000); // a sample is enough to share a few lanes
  for (let i = 0; i < rows; i += 1) {
    const row = Math.floor((i * columns.count) / rows);
    const [first = AFTER, other] = sides(row);
    const side = other === undefined ? first : AFTER;
    const from = takenFrom(columns, row, side, scale, options);
    const to = takenTo(columns, row, side, scale, options);
    const lanes = free[columns.band[row] ?? 0] ?? [];
    const found = lanes.findIndex((end) => end <= from);
    if (found >= 0) lanes[found] = to;
    else if (lanes.length < 12) lanes.push(to);
  }
  return free.map((lanes) => Math.max(1, lanes.length));
}

/** px of a row of text and the places of the columns of bars, for a time axis that runs downwards. */
export const ROW = 26;
/** px of a label that stand before its mark even when it stands after it. */
export const LEAD = ROW / 4;

/**
 * Plans a story for a time axis that runs downwards: one column of labels for all bands, a column of bars for each band.
 * @param opens the first window: it cuts no label at its ends
 * @param length px of the time axis
 */
export function verticalPlan(columns: Columns, limits: Limits, opens: Span, length: number): Plan {
  const base = 200 / (limits.full.end - limits.full.start);
  const crowded = columns.count > SMALL_STORY;
  const options: RangeOptions = {
    lanes: [1],
    group: [0],
    base,
    levels: Math.min(254, 2 * Math.ceil(Math.log2(length / limits.shortest / base)) + 1),
    gap: 2,
    bar: 8,
    pitch: crowded ? length / LABEL_BUDGET : 0,
    lead: LEAD,
    bars: false,
    cell: crowded ? Math.max(CELL, length / CELL_BUDGET) : CELL,
    crowded,
  };
  const ms = (opens.end - opens.start) / length;
  const sides: SidesOf = (row) => {
    const start = columns.start[row] as number;
    if (start < opens.start || start >= opens.end) return EITHER;
    return start + (ROW - LEAD) * ms > opens.end ? INNER_BEFORE : start - ROW * ms < opens.start ? INNER_AFTER : EITHER;
  };
  return { columns: columnsDownwards(columns), options, sides, boxes: [], across: 0 };
}

/** Where time runs downwards there is one lane and one strip for all: to the layout all bands are one, and each label is a row of text. */
export function columnsDownwards(columns: Columns): Columns {
  return { ...columns, band: new Uint8Array(columns.count), label: new Float32Array(columns.count).fill(ROW) };
}

/** Lays a story out for a time axis that runs downwards: see `verticalPlan`. */
export function verticalLayout(...plan: Parameters<typeof verticalPlan>): Layout {
  return layoutOf(verticalPlan(...plan));
}
