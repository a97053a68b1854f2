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

/** A finger slower than this, px a ms, was no flick; a glide slower than that is over. */
const FLICK = 0.3;
const STILL = 0.02;
/** ms in which a glide loses most of its speed. */
const FADE = 180;

/**
 * Goes on as a finger that flicked the axis did, ever slower, until the reader does anything at all. Not for readers who prefer reduced motion.
 * @param speed px a ms, positive goes later
 */
export function glide(view: ViewState, speed: number): void {
  land();
  if (Math.abs(speed) < FLICK || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  let before = performance.now();
  const step = (now: number): void => {
    const ms = Math.max(0, now - before);
    before = now;
    const { start, end } = view.window;
    const by = (speed * ms * (end - start)) / view.length;
    speed *= Math.exp(-ms / FADE);
    view.window = { start: instant(start + by), end: instant(end + by) };
    current = Math.abs(speed) < STILL ? 0 : requestAnimationFrame(step);
  };
  current = requestAnimationFrame(step);
  for (const type of ['pointerdown', 'keydown', 'wheel']) addEventListener(type, land, { once: true, capture: true });
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
    current = requestAnimationFrame(step);
  };
  current = requestAnimationFrame(step);
}
