import type { ViewState } from '#state/view.svelte.ts';
import { foldedSpan } from '#layout/folds.ts';
import { instant, type Span } from '#time/instant.ts';
import { zoomPath } from '#views/zoom-path.ts';

/** Longest flight, ms. */
const LONGEST = 400;

let current = 0;
/** Called when the window has come to rest. */
let rested: (() => void) | undefined;

/** Stops a flight under way: a gesture by the reader always wins. */
export function land(): void {
  if (current) cancelAnimationFrame(current);
  current = 0;
  const tell = rested;
  rested = undefined;
  tell?.();
}

/** Takes the next step of what is under way with the next frame. */
export function onward(step: FrameRequestCallback): void {
  current = requestAnimationFrame(step);
}

/**
 * Flies from the present window to another (of instants) on the path that seems shortest to the eye, zooming out and in again over long distances; jumps when
 * the reader prefers reduced motion.
 * @param onend called when the window has come to rest: there, or where it was stopped
 */
export function flyTo(view: ViewState, goal: Span, onend?: () => void): void {
  land();
  rested = onend;
  const from = view.window;
  const to = foldedSpan(view.time, view.within(goal));
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const distance = Math.abs(to.start - from.start) + Math.abs(to.end - from.end);
  if (still || distance < (from.end - from.start) * 1e-6) {
    view.setSpan(goal);
    land();
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
      view.setSpan(goal);
      land();
      return;
    }
    const eased = share * share * (3 - 2 * share);
    const [middle, , length] = path(eased);
    view.window = { start: instant(middle - length / 2), end: instant(middle + length / 2) };
    onward(step);
  };
  onward(step);
}
