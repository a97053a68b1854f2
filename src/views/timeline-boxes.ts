import type { Box } from '#layout/arcs.ts';
import { GLYPH, LEAD, ROW } from '#layout/layout.ts';
import type { Cluster, Mark } from '#layout/scene.ts';
import type { StoryEvent } from '#model/types.ts';
import type { ViewState } from '#state/view.svelte.ts';

/** Where things stand when time runs downwards: the columns of bars, of labels and (from the far side) of counts, px. */
export const COLUMN = { bars: 76, step: 14, labels: 120, counts: 18 } as const;

/** On screens below this width, px, time runs downwards. */
const NARROW = 560;
export const isNarrow = (width: number): boolean => width > 0 && width < NARROW;

/** Middle of the lane (or strip) of a mark, px from the top of the bands. Horizontal axis only. */
export function laneOf(view: ViewState, { band, lane }: Mark): number {
  const box = view.layout.boxes[band];
  return (lane < 0 ? box?.strip : box?.lanes[lane]) ?? 0;
}

/** Middle of the label of a mark when time runs downwards: a little below its mark, or above it where there is no room. */
export function rowOf({ at, label }: Mark): number {
  return label?.side === 1 ? at - ROW / 2 : at - LEAD + ROW / 2;
}

/** What a mark covers: glyph, label and bar; at least 24 px each way. */
export function boxOfMark(view: ViewState, mark: Mark): Box {
  const { label, at, from, to } = mark;
  if (view.vertical) {
    if (!label) return { left: COLUMN.bars - 12, right: COLUMN.labels - 8, top: at - 4, bottom: at + 20 };
    const y = rowOf(mark);
    return {
      left: COLUMN.bars - 12,
      right: view.across - 2 * COLUMN.counts,
      top: y - ROW / 2,
      bottom: y + ROW / 2,
    };
  }
  const y = laneOf(view, mark);
  if (!label) return { left: at - 12, right: at + 12, top: y - 12, bottom: y + 14 };
  const [left, right] = label.side === 1 ? [label.at - label.width, label.at + 14] : [label.at, label.at + label.width];
  return { left: Math.min(left, from), right: Math.max(right, to), top: y - 12, bottom: y + 24 };
}

/** What a cluster's badge covers. */
export function boxOfCluster(view: ViewState, { at, band }: Cluster): Box {
  const [x, y] = view.vertical ? [view.across - COLUMN.counts, at] : [at, view.layout.boxes[band]?.strip ?? 0];
  return { left: x - 12, right: x + 12, top: y - 12, bottom: y + 12 };
}

/** What the badge of a cluster says, and half its width, px. */
export function badgeOf(count: number): { readonly text: string; readonly half: number } {
  const text = count < 1000 ? String(count) : `${Math.round(count / 1000)}k`;
  return { text, half: text.length > 2 ? 15 : 12 };
}

/** The cluster that counts an event, when it is not drawn by itself. */
export function clusterOf(view: ViewState, event: StoryEvent | undefined): Cluster | undefined {
  const { scene, story } = view;
  if (!event || scene.marks.some(({ row }) => view.eventAt(row).id === event.id)) return undefined;
  const { earliestStart, latestEnd } = event.when;
  return scene.clusters.find(
    ({ band, span, underWay }) =>
      (view.vertical || story.data.bands[band]?.id === event.band) &&
      (underWay
        ? earliestStart < span.end && latestEnd > span.start
        : earliestStart >= span.start && earliestStart <= span.end),
  );
}

/** What the chosen event covers, by itself or in the cluster that counts it; nothing while it is beyond the edges. */
export function boxOfChosen(view: ViewState): Box | undefined {
  const mark = view.scene.marks.find(({ row }) => view.eventAt(row).id === view.selectedId);
  if (mark) return boxOfMark(view, mark);
  const cluster = clusterOf(view, view.selected);
  return cluster && boxOfCluster(view, cluster);
}

/**
 * Where words stand on the line of a mark's bar, under its label: after the bar, or before it where the label stands before its mark.
 * @param label px of the label
 * @param words px of the words
 * @returns px from the mark, of the start of the words, or of their end where they stand before it; null where there is no room
 */
export function besideBar(
  { at, from, to }: Pick<Mark, 'at' | 'from' | 'to'>,
  { before, label, words }: { readonly before: boolean; readonly label: number; readonly words: number },
): number | null {
  const x = before ? Math.min(-6, from - at - 6) : Math.max(GLYPH + 10, to - at + 6);
  return (before ? words - x - 6 : x + words - GLYPH) <= label ? x : null;
}
