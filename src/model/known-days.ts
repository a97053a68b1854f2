import { indexById } from '#base/index-by-id.ts';
import { knownBy } from '#model/known.ts';
import { knownFrom } from '#model/sourcing.ts';
import type { Claim, Dispute, Standing, StoryData, StoryEvent } from '#model/types.ts';
import type { Instant } from '#time/instant.ts';

/** The days on which a claim became known, or stood otherwise than before, in order. */
export function knownDays(data: StoryData): readonly Instant[] {
  const sources = indexById(data.sources);
  const dates = data.events.flatMap(({ claims }) =>
    claims.flatMap(({ citations }) => citations.flatMap(({ source }) => sources.get(source)?.published ?? [])),
  );
  const days = [...new Set(dates)].sort((a, b) => a - b);
  let before = '';
  return days.filter((day) => {
    const now = outlineOf(knownBy(data, day));
    const isChanged = now !== before;
    before = now;
    return isChanged;
  });
}

/** Which claims there are, how each stands, and which disputes. */
function outlineOf({ events }: StoryData): string {
  const parts = events.map(({ claims, disputes }) => [
    ...claims.map(({ id, standing }) => `${id} ${standing}`),
    ...disputes.map(({ id, positions, state }) => [id, state, ...positions].join(' ')),
  ]);
  return parts.flat().join('\n');
}

/** What became known on a day: against the day before it on which something did. */
export type Changes = {
  readonly events: readonly StoryEvent[];
  /** Claims new in events that were there already. */
  readonly claims: readonly { readonly event: StoryEvent; readonly n: number }[];
  readonly disputes: readonly { readonly event: StoryEvent; readonly dispute: Dispute }[];
  readonly standings: readonly { readonly claim: Claim; readonly was: Standing }[];
  /** All new claims, those of new events too. */
  readonly n: number;
};

/** @param before the day to compare with; null for the first */
export function changesOn(data: StoryData, day: Instant, before: Instant | null): Changes {
  const was = new Map(before === null ? [] : knownBy(data, before).events.map((event) => [event.id, event]));
  const now = knownBy(data, day).events;
  const newIn = (event: StoryEvent): number => event.claims.length - (was.get(event.id)?.claims.length ?? 0);
  return {
    events: now.filter(({ id }) => !was.has(id)),
    claims: now.filter((event) => was.has(event.id) && newIn(event) > 0).map((event) => ({ event, n: newIn(event) })),
    disputes: now.flatMap((event) => {
      const old = new Set(was.get(event.id)?.disputes.map(({ id }) => id));
      return event.disputes.filter(({ id }) => !old.has(id)).map((dispute) => ({ event, dispute }));
    }),
    standings: now.flatMap(({ id, claims }) => {
      const old = new Map(was.get(id)?.claims.map((claim) => [claim.id, claim.standing]));
      return claims.flatMap((claim) => {
        const stood = old.get(claim.id);
        return stood === undefined || stood === claim.standing ? [] : { claim, was: stood };
      });
    }),
    n: now.reduce((sum, event) => sum + newIn(event), 0),
  };
}

/** How many claims have no dated source: when they became known is not known, and no day shows them. */
export function undatedClaims(data: StoryData): number {
  const sources = indexById(data.sources);
  return data.events.flatMap(({ claims }) => claims).filter((claim) => knownFrom(claim, sources) === null).length;
}
