import { independentOrigins } from '#model/sourcing.ts';
import type { Story } from '#model/story.ts';
import type { Tour } from '#model/tour.ts';
import { must } from '#base/assert.ts';

/** How far a tour looks around: on whose word it stands, and how much of each dispute it touches. */
export type TourBalance = {
  readonly steps: number;
  readonly sentences: number;
  /** Different claims, and the different sources and independent origins behind them. */
  readonly claims: number;
  readonly sources: number;
  readonly origins: number;
  /** Every dispute of which a position is told, in order of first touch. */
  readonly disputes: readonly {
    /** `<event>/<dispute>` */
    readonly id: string;
    readonly told: number;
    readonly positions: number;
    /** It is resolved, so that one answer may stand alone. */
    readonly isResolved: boolean;
    /** Positions that no sentence rests on. */
    readonly untold: readonly string[];
  }[];
};

/** @throws on a claim that is not in the story: the check lets none through */
export function balanceOf({ steps }: Pick<Tour, 'steps'>, story: Story): TourBalance {
  const sentences = steps.flatMap((step) => step.sentences);
  const ids = new Set(sentences.flatMap(({ claims }) => claims));
  const found = [...ids].map((id) => must(story.claims.get(id), `unknown claim: ${id}`));
  const citations = found.flatMap(({ claim }) => claim.citations);
  const disputes = new Map(
    found.flatMap(({ claim, event }) =>
      story.disputesOf(claim.id).map((dispute) => [`${event.id}/${dispute.id}`, dispute] as const),
    ),
  );
  return {
    steps: steps.length,
    sentences: sentences.length,
    claims: ids.size,
    sources: new Set(citations.map(({ source }) => source)).size,
    origins: independentOrigins(citations),
    disputes: [...disputes].map(([id, { positions, state }]) => {
      const untold = positions.filter((claim) => !ids.has(claim));
      return {
        id,
        told: positions.length - untold.length,
        positions: positions.length,
        isResolved: state === 'resolved',
        untold,
      };
    }),
  };
}

/** What an author is told of it: one line for the tour, one for each dispute. */
export function balanceLines(id: string, balance: TourBalance): string[] {
  const { steps, sentences, claims, sources, origins, disputes } = balance;
  return [
    `tour ${id}: ${steps} steps, ${sentences} sentences, ${claims} claims, ${sources} sources, ${origins} independent origins`,
    ...disputes.map(
      ({ id: dispute, told, positions, isResolved, untold }) =>
        `  dispute ${dispute}: ${told} of ${positions} positions told` +
        (isResolved ? ', resolved' : told === 1 ? ', one side only' : '') +
        (untold.length === 0 ? '' : `; not told: ${untold.join(', ')}`),
    ),
  ];
}
