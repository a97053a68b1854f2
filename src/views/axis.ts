import { textWidth } from '#layout/text-width.ts';
import { pxOf, type Viewport } from '#layout/viewport.ts';
import type { Instant } from '#time/instant.ts';
import { ticksFor, type Ticks } from '#time/ticks.ts';

/** A word on the axis and where it stands, px. */
export type AxisWord = { readonly at: Instant; readonly x: number; readonly text: string; readonly strong: boolean };
export type Axis = {
  readonly ticks: Ticks;
  /** The line of longer periods, and the line of units below it. */
  readonly majors: readonly AxisWord[];
  readonly minors: readonly AxisWord[];
};

/** px from the edge to the first words. */
const EDGE = 28;
/** Least px from one tick to the next; most ticks on a screen, however wide it is. */
const GAP = 38;
const MOST = 36;

/**
 * The two lines of words of a horizontal axis. The period under way at the left edge keeps its name in view until the next one pushes it out, and
 * what an earlier word has said is left out.
 */
export function axisOf(viewport: Viewport, { zone, locale }: { zone: string; locale: string }): Axis {
  const width = viewport.length;
  const ticks = ticksFor(viewport.span, width, { zone, locale, minGapPx: Math.max(GAP, width / MOST) });
  const px = (at: number): number => Math.round(pxOf(viewport, at) * 10) / 10;
  const isYears = ticks.unit.of === 'year';
  // Years say all themselves: those that begin a decade are only set in heavier type.
  const rounds = new Set(isYears ? ticks.major.map(({ at }) => at) : []);
  const minors = ticks.minor
    .map(({ at, label }) => ({ at, x: px(at), text: label, strong: rounds.has(at) }))
    .filter(({ x }) => x > 9 && x < width - 9);
  if (isYears) return { ticks, majors: [], minors };
  const all = [...(ticks.context ? [ticks.context] : []), ...ticks.major.filter(({ at }) => at !== ticks.context?.at)];
  let year = '';
  const majors = all
    .map((tick, i) => {
      const next = all[i + 1];
      const nearest = next ? px(next.at) - EDGE - textWidth(tick.label, 13) : Infinity;
      return { ...tick, x: Math.max(px(tick.at), Math.min(EDGE, nearest)) };
    })
    .filter(({ x }) => x > -60 && x < width - 40)
    .map(({ at, x, label, short }, i) => {
      const text = i > 0 && label.endsWith(year) ? short : label;
      year = label.split(' ').at(-1) ?? '';
      return { at, x, text, strong: true };
    });
  return { ticks, majors, minors };
}
