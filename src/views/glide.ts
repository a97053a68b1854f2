import { instant } from '#time/instant.ts';
import type { ViewState } from '#state/view.svelte.ts';
import { land, onward } from '#views/flight.ts';

/** Where a gesture was: its time, ms, the scale, and how far the axis was moved, px. */
export type Moved = { readonly ms: number; readonly k: number; readonly shift: number };

/** The last two moves of a gesture; null where there were fewer. */
export type Moves = readonly [Moved | null, Moved | null];

/** A finger that rested for so many ms before it left meant to stop. */
const HELD = 40;
/** A finger slower than this, px a ms, was no flick; a glide slower than that is over. */
const FLICK = 0.3;
const STILL = 0.02;
/** ms in which a glide loses most of its speed. */
const FADE = 180;

/**
 * How fast a finger flicked, px a ms, positive towards later times; 0 where it did not: it zoomed, rested or was slow.
 * @param left when it left, ms
 */
export function speedOf([first, last]: Moves, left: number): number {
  if (!first || !last || first.k !== last.k || left - last.ms >= HELD) return 0;
  const speed = (first.shift - last.shift) / Math.max(1, last.ms - first.ms);
  return Math.abs(speed) < FLICK ? 0 : speed;
}

/**
 * Goes on as a finger that flicked the axis did, ever slower, until the reader does anything at all. Not for readers who prefer reduced motion.
 * @param left when it left, ms
 */
export function glide(view: ViewState, moves: Moves, left: number): void {
  const speed = speedOf(moves, left);
  if (speed === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  land();
  let now = speed;
  let before = performance.now();
  const step = (at: number): void => {
    const ms = Math.max(0, at - before);
    before = at;
    const { start, end } = view.window;
    const by = (now * ms * (end - start)) / view.length;
    now *= Math.exp(-ms / FADE);
    view.window = { start: instant(start + by), end: instant(end + by) };
    if (Math.abs(now) < STILL) land();
    else onward(step);
  };
  onward(step);
  for (const type of ['pointerdown', 'keydown', 'wheel']) addEventListener(type, land, { once: true, capture: true });
}
