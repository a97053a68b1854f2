import type { Sources } from '#model/sourcing.ts';
import type { Claim, StoryEvent } from '#model/types.ts';
import { DAY } from '#time/civil.ts';
import { instant, type Instant } from '#time/instant.ts';

/** From how many days after the end of an event on a claim about it counts as told later. */
const LATER_DAYS = 14;

/**
 * The day on which a claim was first told, when that was two weeks or more after the event had ended; else null.
 * Null too where any of its sources has no date: that one may have told it before, and nothing is guessed.
 */
export function laterDay(claim: Claim, { when }: StoryEvent, sources: Sources): Instant | null {
  const dates = claim.citations.map(({ source }) => sources.get(source)?.published);
  const first = dates.reduce<number>((least, date) => Math.min(least, date ?? -Infinity), Infinity);
  return first - when.latestEnd >= LATER_DAYS * DAY ? instant(first) : null;
}

/** The days on which claims of an event were told later, in order, each as often as there are such claims. */
export function laterDays(event: StoryEvent, sources: Sources): readonly Instant[] {
  return event.claims.flatMap((claim) => laterDay(claim, event, sources) ?? []).sort((a, b) => a - b);
}
