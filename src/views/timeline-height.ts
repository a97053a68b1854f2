import { leastHeight } from '#layout/layout.ts';
import { isNarrow } from '#views/timeline-boxes.ts';

/** px that time needs where it runs downwards. */
const COLUMN_LEAST = 320;

/**
 * px below which a timeline is cramped: what its bands need, and what stands above and below them just now, which wraps with the width.
 * @param timeline the root of the view
 */
export function timelineHeight(timeline: HTMLElement, bands: number): number {
  const [first, last] = [timeline.firstElementChild, timeline.lastElementChild].map((part) =>
    part?.getBoundingClientRect(),
  );
  const field = timeline.querySelector('[data-field]')?.getBoundingClientRect().height ?? 0;
  // From edge to edge, for there is space between the parts too.
  const around = (last?.bottom ?? 0) - (first?.top ?? 0) - field;
  return around + (isNarrow(timeline.clientWidth) ? COLUMN_LEAST : leastHeight(bands));
}
