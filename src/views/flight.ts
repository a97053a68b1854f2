import type { ViewState } from '#state/view.svelte.ts';
import { clampSpan } from '#layout/viewport.ts';
import type { Span } from '#time/instant.ts';
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
 * Flies from the present window to another on the path that seems shortest to the eye, zooming out and in again over long distances; jumps when
 * the reader prefers reduced motion.
 */
export function flyTo(view: ViewState, to: Span): void {
  land();
  const from = view.span;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const distance = Math.abs(to.start - from.start) + Math.abs(to.end - from.end);
  if (still || distance < (from.end - from.start) * 1e-6) {
    view.setSpan(to);
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
      view.setSpan(to);
      return;
    }
    const eased = share * share * (3 - 2 * share);
    const [middle, , length] = path(eased);
    view.setSpan(clampSpan({ start: middle - length / 2, end: middle + length / 2 }, view.limits));
    current = requestAnimationFrame(step);
  };
  current = requestAnimationFrame(step);
}
