import type { ClaimId, EventId, OneOrMore, TourLine } from '#model/types.ts';
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
