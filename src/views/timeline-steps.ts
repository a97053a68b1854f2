import type { Cluster } from '#layout/scene.ts';
import { clampSpan } from '#layout/viewport.ts';
import type { ViewState } from '#state/view.svelte.ts';
import type { Span } from '#time/instant.ts';

/** The window that pulls a cluster apart, or null when no zoom can: its members begin at one instant, or the window is as near as that already. */
export function windowOfCluster(view: ViewState, { span, underWay }: Cluster): Span | null {
  const length = span.end - span.start;
  if (underWay || length === 0) return null;
  const wanted = Math.max(length * 1.6, view.limits.shortest);
  if (wanted > (view.span.end - view.span.start) * 0.8) return null;
  const middle = (span.start + span.end) / 2;
  return clampSpan({ start: middle - wanted / 2, end: middle + wanted / 2 }, view.limits);
}
