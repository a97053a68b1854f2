import { stretchesIn, unfoldedSpan, type FoldedTime } from '#layout/folds.ts';
import { scaleOf, type Viewport } from '#layout/viewport.ts';
import { instant, type Instant } from '#time/instant.ts';
import { ticksFor, type MajorTick, type Tick, type TickOptions, type Ticks } from '#time/ticks.ts';

/** The period in which a stretch of the axis begins; it is named from where the stretch does. */
export type Context = MajorTick & { readonly from: Instant };
/** Ticks of an axis that may have folds. All places are in folded time. */
export type FoldedTicks = Pick<Ticks, 'unit' | 'minor' | 'major'> & {
  /** For each stretch between folds, but for those whose period an earlier one has named. */
  readonly contexts: readonly Context[];
};

/** Least share of the gap between two ticks that is kept over a fold. */
const NEAR = 0.9;

/**
 * The ticks of a window: each stretch between folds has its own, and none stands within a fold. The unit is the same for all, as their scale is.
 * @param viewport in folded time
 */
export function foldedTicks(
  viewport: Viewport,
  time: FoldedTime,
  options: TickOptions & { readonly minGapPx: number },
): FoldedTicks {
  const scale = scaleOf(viewport);
  const placed = <T extends Tick>(tick: T): T => ({ ...tick, at: instant(time.fold(tick.at)) });
  const minor: Tick[] = [];
  const major: MajorTick[] = [];
  const contexts: Context[] = [];
  let unit: Ticks['unit'] | undefined;
  for (const stretch of stretchesIn(time, viewport.span)) {
    const length = (stretch.end - stretch.start) * scale;
    const ticks = ticksFor(unfoldedSpan(time, stretch), length, options);
    unit ??= ticks.unit;
    const before = minor.at(-1);
    const near = before ? before.at + (NEAR * options.minGapPx) / scale : -Infinity;
    minor.push(...ticks.minor.map(placed).filter(({ at }) => at >= near));
    major.push(...ticks.major.map(placed));
    const context = ticks.context && { ...placed(ticks.context), from: stretch.start };
    if (context && contexts.at(-1)?.at !== context.at) contexts.push(context);
  }
  return { unit: unit ?? { of: 'year', count: 1 }, minor, major, contexts };
}
