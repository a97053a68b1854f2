import type { Translate } from '#base/messages.ts';
import { foldedTicks, type FoldedTicks } from '#layout/folded-ticks.ts';
import type { FoldedTime, Gap } from '#layout/folds.ts';
import { textWidth } from '#layout/text-width.ts';
import { pxOf, type Viewport } from '#layout/viewport.ts';
import { instant, type Instant } from '#time/instant.ts';
import { durationWords } from '#time/words.ts';

/** A word on the axis and where it stands, px. */
export type AxisWord = { readonly at: Instant; readonly x: number; readonly text: string; readonly strong: boolean };
/** A fold in the window: from where to where it is drawn, px, and its length in words that have room, in its middle; none where too little of it is left. */
export type AxisFold = AxisWord & { readonly gap: Gap; readonly from: number; readonly to: number };
export type Axis = {
  readonly ticks: FoldedTicks;
  /** The line of longer periods, and the line of units below it. */
  readonly majors: readonly AxisWord[];
  readonly minors: readonly AxisWord[];
  /** They stand in the line of units. */
  readonly folds: readonly AxisFold[];
};
type AxisOptions = {
  readonly zone: string;
  readonly locale: string;
  readonly t: Translate;
  /** Least px from one tick to the next. */
  readonly gap?: number;
  /** The lengths of folds stand in few letters, in a place of their own. */
  readonly short?: boolean;
  /** px at the end of the line of longer periods that are taken. */
  readonly taken?: number;
};

/** px from the edge to the first words. */
export const EDGE = 28;
/** Least px from one tick to the next; most ticks on a screen, however wide it is. */
const GAP = 38;
const MOST = 36;
/** Least px from one word to the next, where a fold brings them together. */
const APART = 8;

/**
 * The two lines of words of a horizontal axis. The period under way at the left edge keeps its name in view until the next one comes too near for
 * it, and what an earlier word has said is left out. Each fold has its length in the place of ticks.
 * @param viewport in folded time
 */
export function axisOf(
  viewport: Viewport,
  time: FoldedTime,
  { gap = GAP, taken = 0, short = false, ...options }: AxisOptions,
): Axis {
  const width = viewport.length;
  const ticks = foldedTicks(viewport, time, { ...options, minGapPx: Math.max(gap, width / MOST) });
  const px = (at: number): number => pxOf(viewport, at);
  const folds = foldsIn(viewport, time, options.t, short);
  const isYears = ticks.unit.of === 'year';
  // Years say all themselves: those that begin a decade are only set in heavier type.
  const rounds = new Set(isYears ? ticks.major.map(({ at }) => at) : []);
  const minors = ticks.minor
    .map(({ at, label }) => ({ at, x: px(at), text: label, strong: rounds.has(at) }))
    .filter(({ x, text }) => x > 9 && x < width - 9 && !folds.some((fold) => isNear(fold, x, textWidth(text, 12))));
  if (isYears) return { ticks, majors: [], minors, folds };
  const names = [
    ...ticks.contexts,
    ...ticks.major
      .filter(({ at }) => ticks.contexts.every((context) => context.at !== at))
      .map((tick) => ({ ...tick, from: tick.at })),
  ].sort((a, b) => a.at - b.at);
  let year = '';
  let free = -Infinity;
  const majors = names
    .map((tick, i) => {
      const next = names[i + 1];
      const nearest = next ? px(next.from) - (short ? APART : EDGE) - textWidth(tick.label, 13) : Infinity;
      // Only the first is pushed: the others stand where their period, or the stretch after a fold, begins.
      const pushed = i === 0 ? Math.min(EDGE, nearest) : -Infinity;
      return { ...tick, x: Math.max(px(tick.from > viewport.span.start ? tick.from : tick.at), pushed) };
    })
    // A name that is pushed beyond the edge would be read in part.
    .filter(({ x }) => x >= 0 && x < width - 40)
    .flatMap(({ at, x, label, short: bare }, i, all) => {
      // A year that has no room before the next word is said there.
      const isTight = folds.length === 0 && x + textWidth(label, 13) + APART > (all[i + 1]?.x ?? Infinity);
      const text = isTight || (year !== '' && label.endsWith(year)) ? bare : label;
      if ((folds.length > 0 && x < free) || (taken > 0 && x + textWidth(text, 13) > width - taken)) return [];
      if (!isTight) year = label.split(' ').at(-1) ?? '';
      free = x + textWidth(text, 13) + APART;
      return [{ at, x, text, strong: true }];
    });
  return { ticks, majors, minors, folds };
}

const isNear = (fold: AxisFold, x: number, width: number): boolean =>
  fold.text !== '' && Math.abs(fold.x - x) < (textWidth(fold.text, 12) + width) / 2 + APART;

/**
 * The folds in a window. What is cut off by its edge has its words in what is left, as far as they have room.
 * @param short in few letters, which need little room: in two lines, or where time runs downwards
 */
export function foldsIn(viewport: Viewport, { folds }: FoldedTime, t: Translate, short = false): AxisFold[] {
  let free = 0;
  return folds.flatMap(({ gap, strip }) => {
    const [from, to] = [pxOf(viewport, strip.start), pxOf(viewport, strip.end)];
    const [left, right] = [Math.max(0, from), Math.min(viewport.length, to)];
    if (right <= left) return [];
    const placed = { at: instant(strip.start), gap, from, to, strong: false };
    const length = durationWords(gap.end - gap.start, t);
    const long = t('timeline.fold', { length });
    const text = !short && textWidth(long, 12) + APART < right - left ? long : length;
    const half = short ? 10 : textWidth(text, 12) / 2 + 4;
    const x = Math.min(Math.max(half, (left + right) / 2), viewport.length - half);
    const isCutShort = right - left < Math.min(24, to - from);
    if (isCutShort || x - half < free) return [{ ...placed, x, text: '' }];
    free = x + half;
    return [{ ...placed, x, text }];
  });
}
