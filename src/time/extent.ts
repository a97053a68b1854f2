import { HOUR } from '#time/civil.ts';
import { instant, type Span } from '#time/instant.ts';
import type { When } from '#time/when.ts';

/** What may be drawn of a time, so that nothing looks narrower or surer than it is known. */
export type Extent = {
  /** Where the event certainly was, or the day it is known to. */
  readonly solid: Span | null;
  /** Where it only may have been, in order; an end may be ±Infinity, the layout clamps. */
  readonly fades: readonly Span[];
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** The later members of an `all of` set, where they do not touch the first, which is `solid`; absent otherwise. */
  readonly alsoSolid?: readonly Span[];
};

/** A day of clock change has at most 25 hours, a doubtful one (Lord Howe, Antarctica) some more; two days have at least 46. */
const LONGEST_DAY = 26 * HOUR;
const FINE = new Set(['day', 'hour', 'minute', 'second']);

/**
 * Says what of a time is drawn solid and what fading. Together they cover exactly the time from the earliest start to the latest end;
 * of a set they cover exactly its members.
 *
 * - An interval is solid from its latest start to its earliest end, where there is such a stretch, and fades on both sides.
 * - A single date known to the day or finer is solid over its period; a coarser one, a part of a day or `~` fades over the whole.
 * - `one of` is a fade for each member, `all of` is solid in each (fading if approximate). Overlapping members are joined.
 */
export function extentOf(when: When): Extent {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = when;
  const open = { openStart: earliestStart === -Infinity, openEnd: latestEnd === Infinity };
  if (when.members) return { ...membersExtent(joined(when.members), when), ...open };
  const whole = { start: earliestStart, end: latestEnd };
  if (earliestStart === earliestEnd && latestStart === latestEnd) {
    return isKnownToTheDay(when) ? { solid: whole, fades: [], ...open } : { solid: null, fades: [whole], ...open };
  }
  if (earliestEnd < latestStart) return { solid: null, fades: [whole], ...open };
  const margins = [
    { start: earliestStart, end: latestStart },
    { start: earliestEnd, end: latestEnd },
  ];
  const solid = latestStart < earliestEnd ? { start: latestStart, end: earliestEnd } : null;
  return { solid, fades: margins.filter(({ start, end }) => start < end), ...open };
}

function isKnownToTheDay({ precision, approximate, part, earliestStart, latestEnd }: When): boolean {
  return FINE.has(precision) && !approximate && part === undefined && latestEnd - earliestStart <= LONGEST_DAY;
}

function membersExtent(members: readonly Span[], { set, approximate }: When): Omit<Extent, 'openStart' | 'openEnd'> {
  if (set !== 'all of' || approximate) return { solid: null, fades: members };
  const stretches = joined(members, true);
  const [solid = null, ...alsoSolid] = stretches;
  return alsoSolid.length === 0 ? { solid, fades: [] } : { solid, fades: [], alsoSolid };
}

/** @param spans sorted by `start`; those that overlap are made one, those that touch only if `touching` */
function joined(spans: readonly Span[], touching = false): Span[] {
  const out: Span[] = [];
  for (const { start, end } of spans) {
    const last = out.at(-1);
    if (last && (touching ? start <= last.end : start < last.end)) {
      out[out.length - 1] = { start: last.start, end: instant(Math.max(last.end, end)) };
    } else out.push({ start, end });
  }
  return out;
}
