import type { ViewState } from '#state/view.svelte.ts';
import { foldedSpan } from '#layout/folds.ts';
import { instant, type Span } from '#time/instant.ts';
import { zoomPath } from '#views/zoom-path.ts';

/** Longest flight, ms. */
const LONGEST = 400;

let current = 0;

/** Stops a flight under way: a gesture by the reader always wins. */
export function land(): void {
  if (current) cancelAnimationFrame(current);
  current = 0;
}

/**
 * Flies from the present window to another (of instants) on the path that seems shortest to the eye, zooming out and in again over long distances; jumps when
 * the reader prefers reduced motion.
 */
export function flyTo(view: ViewState, goal: Span): void {
  land();
  const from = view.window;
  const to = foldedSpan(view.time, view.within(goal));
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const distance = Math.abs(to.start - from.start) + Math.abs(to.end - from.end);
  if (still || distance < (from.end - from.start) * 1e-6) {
    view.setSpan(goal);
    return;
  }
  const path = zoomPath(
    [(from.start + from.end) / 2, 0, from.end - from.start],
    [(to.start + to.end) / 2, 0, to.end - to.start],
  );
  const duration = Math.min(LONGEST, Math.max(180, path.duration / 2));
  const began = performance.now();
  const step = (now: number): void => {
    const share = Math.min(1, Math.max(0, (now - began) / duration));
    if (share === 1) {
      current = 0;
      view.setSpan(goal);
      return;
    }
    const eased = share * share * (3 - 2 * share);
    const [middle, , length] = path(eased);
    view.window = { start: instant(middle - length / 2), end: instant(middle + length / 2) };
    current = requestAnimationFrame(step);
  };
  current = requestAnimationFrame(step);
}
