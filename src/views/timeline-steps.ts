import type { Cluster } from '#layout/scene.ts';
import { foldedSpan, unfoldedSpan } from '#layout/folds.ts';
import { clampSpan } from '#layout/viewport.ts';
import type { ViewState } from '#state/view.svelte.ts';
import type { Span } from '#time/instant.ts';

/** The window that pulls a cluster apart, or null when no zoom can: its members begin at one instant, or the window is as near as that already. */
export function windowOfCluster({ time, window }: ViewState, { span, underWay }: Cluster): Span | null {
  const { start, end } = foldedSpan(time, span);
  const length = end - start;
  if (underWay || length === 0) return null;
  const wanted = Math.max(length * 1.6, time.reach.shortest);
  if (wanted > (window.end - window.start) * 0.8) return null;
  const middle = (start + end) / 2;
  return unfoldedSpan(time, clampSpan({ start: middle - wanted / 2, end: middle + wanted / 2 }, time.reach));
}
