import type { Columns } from '#layout/columns.ts';
import type { Limits } from '#layout/viewport.ts';
import { instant, type Instant, type Span } from '#time/instant.ts';

const DAY = 86_400_000;

/** A gap is folded when it would take more than this share of what is shown once the longer ones are folded … */
const SHARE = 0.25;
/** … and is at least so many times as long as the longest gap that stays, as equal gaps are treated equally … */
const APART = 2;
/** … and no shorter than this. */
const SHORTEST = DAY;
/** A picture with more folds than this would be more folds than picture. */
const MOST = 5;
/** What is drawn of a folded gap, against the time that is not in gaps: beside the events at its ends, and for the fold itself. */
const MARGIN = 0.02;
const STRIP = 0.07;

/** A long stretch in which nothing is. */
export type Gap = Span;

/**
 * Which gaps of a story are folded: the longest ones, while each would take more than a quarter of what is shown otherwise. A gap is a stretch
 * in which no event is or may have been, so no extent is ever cut. A function of the story alone: filters and windows change nothing.
 * @param columns sorted by start
 * @returns in order of time; empty where the events are spread evenly
 */
export function gapsOf({ count, start, end }: Pick<Columns, 'count' | 'start' | 'end'>): Gap[] {
  /** The longest gaps, longest first, one more than can be folded; the earlier of equals first. */
  const longest: Gap[] = [];
  let until = start[0] ?? 0;
  let least = Infinity;
  for (let row = 0; row < count; row += 1) {
    const at = start[row] as number;
    if (at > until) least = Math.min(least, at - until);
    if (at - until >= SHORTEST) {
      const rank = longest.findIndex((gap) => lengthOf(gap) < at - until);
      longest.splice(rank < 0 ? longest.length : rank, 0, { start: instant(until), end: instant(at) });
      if (longest.length > MOST + 1) longest.pop();
    }
    until = Math.max(until, at, end[row] as number);
  }
  // Two events, or several with equal times between them, have no crowd that wants the room.
  if (count < 3 || (longest[1] && lengthOf(longest[0] as Gap) < APART * least)) return [];
  let shown = until - (start[0] ?? 0);
  let folded = 0;
  for (const [i, gap] of longest.slice(0, MOST).entries()) {
    if (lengthOf(gap) <= SHARE * shown) break;
    shown -= lengthOf(gap);
    const next = longest[i + 1];
    if (!next || lengthOf(gap) >= APART * lengthOf(next)) folded = i + 1;
  }
  return longest.slice(0, folded).sort((a, b) => a.start - b.start);
}

/** One fold of an axis. */
export type Fold = {
  readonly gap: Gap;
  /** Where it stands in folded time; it begins and ends a little within the gap. */
  readonly strip: { readonly start: number; readonly end: number };
};

/**
 * A time axis on which gaps are short: a map from instants to *folded* milliseconds and back. Both rise everywhere; outside the folds a folded
 * millisecond is a millisecond, so distances stay true. The layout computes in folded time alone; words, links and typed dates are instants.
 */
export type FoldedTime = {
  readonly folds: readonly Fold[];
  readonly fold: (at: number) => number;
  /** The inverse of `fold`: exact outside the folds, for whole milliseconds. */
  readonly unfold: (at: number) => number;
  /** The limits, in folded time. */
  readonly reach: Limits;
};

const same = (at: number): number => at;

/** Time with nothing folded. */
export function unfolded(reach: Limits): FoldedTime {
  return { folds: [], fold: same, unfold: same, reach };
}

/**
 * Folds gaps.
 * @param gaps in order of time, apart from each other
 * @param told from the first event to the last: what lies beyond it is cut to a margin of the folded picture
 */
export function foldedTime(gaps: readonly Gap[], told: Span, limits: Limits): FoldedTime {
  if (gaps.length === 0) return unfolded(limits);
  const kept = Math.max(
    DAY,
    gaps.reduce((rest, gap) => rest - lengthOf(gap), lengthOf(told)),
  );
  // Whole milliseconds, so that folding and unfolding lose nothing to rounding.
  const margin = Math.round(kept * MARGIN);
  const strip = Math.round(kept * STRIP);
  /** Where each fold begins and ends, as instants and in folded time. */
  const real: number[] = [];
  const short: number[] = [];
  let shift = 0;
  for (const gap of gaps) {
    const inset = Math.min(margin, Math.floor(lengthOf(gap) / 4));
    const [from, to] = [gap.start + inset, gap.end - inset];
    const drawn = Math.min(strip, to - from);
    real.push(from, to);
    short.push(from - shift, from - shift + drawn);
    shift += to - from - drawn;
  }
  const fold = mapOf(real, short);
  const edge = Math.max(DAY / 2, (fold(told.end) - fold(told.start)) * 0.04);
  return {
    folds: gaps.map((gap, i) => ({ gap, strip: { start: short[2 * i] as number, end: short[2 * i + 1] as number } })),
    fold,
    unfold: mapOf(short, real),
    reach: {
      full: { start: instant(fold(told.start) - edge), end: instant(fold(told.end) + edge) },
      shortest: limits.shortest,
    },
  };
}

/** The map that takes each knot to its partner: linear within each pair of knots, a mere shift outside the pairs. */
function mapOf(from: readonly number[], to: readonly number[]): (at: number) => number {
  return (at) => {
    let i = 0;
    while (i < from.length && (from[i] as number) <= at) i += 1;
    if (i === 0) return at + ((to[0] as number) - (from[0] as number));
    const [start, base] = [from[i - 1] as number, to[i - 1] as number];
    if (i % 2 === 0) return at + (base - start);
    return base + ((at - start) / ((from[i] as number) - start)) * ((to[i] as number) - base);
  };
}

/** A window, or any stretch, in folded time. */
export function foldedSpan({ fold }: FoldedTime, { start, end }: Span): Span {
  return { start: fold(start) as Instant, end: fold(end) as Instant };
}

/** The inverse of `foldedSpan`. */
export function unfoldedSpan({ unfold }: FoldedTime, { start, end }: Span): Span {
  return { start: unfold(start) as Instant, end: unfold(end) as Instant };
}

/** What of a window lies between folds, in folded time and in order. */
export function stretchesIn({ folds }: FoldedTime, { start, end }: Span): Span[] {
  const out: Span[] = [];
  let from: number = start;
  for (const { strip } of folds) {
    if (strip.start > from) out.push({ start: from as Instant, end: Math.min(end, strip.start) as Instant });
    from = Math.max(from, strip.end);
    if (from >= end) return out;
  }
  out.push({ start: from as Instant, end });
  return out;
}

const lengthOf = ({ start, end }: { readonly start: number; readonly end: number }): number => end - start;
