import type { Box } from '#layout/arcs.ts';
import { ROW } from '#layout/layout.ts';
import type { Cluster, Mark } from '#layout/scene.ts';
import type { ViewState } from '#state/view.svelte.ts';

/** Where things stand when time runs downwards: the columns of bars, of labels and of counts, px. */
export const COLUMN = { bars: 76, step: 14, labels: 124, counts: 30 } as const;

/** Middle of the lane (or strip) of a mark, px from the top of the bands. Horizontal axis only. */
export function laneOf(view: ViewState, { band, lane }: Mark): number {
  const box = view.layout.boxes[band];
  return (lane < 0 ? box?.strip : box?.lanes[lane]) ?? 0;
}

/** What a mark covers: glyph, label and bar; at least 24 px each way. */
export function boxOfMark(view: ViewState, mark: Mark): Box {
  const { label, at, from, to } = mark;
  if (view.vertical) {
    return {
      left: COLUMN.bars - 8,
      right: label ? view.across - COLUMN.counts - 8 : COLUMN.labels,
      top: at - ROW / 2,
      bottom: at + ROW / 2,
    };
  }
  const y = laneOf(view, mark);
  if (!label) return { left: at - 12, right: at + 12, top: y - 12, bottom: y + 14 };
  const [left, right] = label.side === 1 ? [label.at - label.width, label.at + 14] : [label.at, label.at + label.width];
  return { left: Math.min(left, from), right: Math.max(right, to), top: y - 12, bottom: y + 24 };
}

/** What a cluster's badge covers. */
export function boxOfCluster(view: ViewState, { at, band }: Cluster): Box {
  if (view.vertical) {
    const x = view.across - COLUMN.counts;
    return { left: x - 15, right: x + 15, top: at - 12, bottom: at + 12 };
  }
  const y = view.layout.boxes[band]?.strip ?? 0;
  return { left: at - 15, right: at + 15, top: y - 12, bottom: y + 12 };
}
