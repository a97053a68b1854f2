import type { Claim, StoryEvent } from '#model/types.ts';

/**
 * The claims that stand in the list of an event. A disputed claim that answers a question of the event stands in its dispute, beside the
 * other answers, and not here as well; the lead claim, which is what the event is, always stands here.
 */
export function listedClaims({ claims, disputes }: StoryEvent): readonly Claim[] {
  const answers = new Set(disputes.flatMap(({ positions }) => positions));
  return claims.filter(({ id, standing }, i) => i === 0 || standing !== 'disputed' || !answers.has(id));
}
