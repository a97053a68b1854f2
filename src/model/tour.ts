import type { ClaimId, EventId, OneOrMore, StoryData, TourLine } from '#model/types.ts';
import type { Span } from '#time/instant.ts';

/** A sentence of ours, and the claims it rests on: none can exist without. */
export type TourSentence = { readonly text: string; readonly claims: OneOrMore<ClaimId> };

/** A view of the story, and what is told of it. */
export type TourStep = {
  readonly title: string;
  /** The window on screen. */
  readonly span: Span;
  /** The event that is marked. */
  readonly event?: EventId;
  /** The last day of which publications are shown, YYYY-MM-DD; all are where it is left out. */
  readonly known?: string;
  readonly sentences: OneOrMore<TourSentence>;
  /** For readers to talk about. */
  readonly question?: string;
};

/** Ordered steps through a story. */
export type Tour = TourLine & {
  /** The day of its last change, YYYY-MM-DD. */
  readonly updated: string;
  readonly steps: OneOrMore<TourStep>;
};

/** A tour as one of its revisions had it, in the edition of the story that it was published with. Never changes again. */
export type FrozenTour = { readonly n: number; readonly edition: number; readonly tour: Tour };

/** The ids of the events whose claims the sentences of a tour rest on. */
export function eventsOfTour({
  steps,
}: {
  readonly steps: readonly { readonly sentences: readonly { readonly claims: readonly string[] }[] }[];
}): ReadonlySet<string> {
  const claims = steps.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.claims));
  return new Set(claims.map((id) => id.split('.')[0] ?? ''));
}

/** The day of the last change of a tour or of an event that it tells of, YYYY-MM-DD. */
export function dayOfTour(tour: Tour, { events }: Pick<StoryData, 'events'>): string {
  const told = eventsOfTour(tour);
  const days = events.flatMap(({ id, revisions }) => (told.has(id) ? (revisions.at(-1)?.date ?? []) : []));
  return days.reduce((last, day) => (day > last ? day : last), tour.updated);
}
