import { must } from '#base/assert.ts';
import type { Story } from '#model/story.ts';
import type { Tour, TourStep } from '#model/tour.ts';
import type { Claim, ClaimId, SourceId, StoryEvent } from '#model/types.ts';

/** A claim that sentences of a step rest on; its letter stands beside them. */
export type Basis = { readonly letter: string; readonly claim: Claim; readonly event: StoryEvent };

/**
 * The claims of a step in order of first use, with letters: `a` to `z`, then `aa`.
 * @throws on a claim that is not in the story: the check lets none through
 */
export function basisOf({ sentences }: Pick<TourStep, 'sentences'>, story: Story): ReadonlyMap<ClaimId, Basis> {
  const ids = [...new Set(sentences.flatMap(({ claims }) => claims))];
  return new Map(
    ids.map((id, i) => [id, { letter: letterOf(i), ...must(story.claims.get(id), `unknown claim: ${id}`) }]),
  );
}

function letterOf(i: number): string {
  const last = String.fromCharCode(97 + (i % 26));
  return i < 26 ? last : letterOf(Math.floor(i / 26) - 1) + last;
}

/** The sources of a tour, numbered from 1 in order of first use. */
export function tourNumbers({ steps }: Pick<Tour, 'steps'>, story: Story): ReadonlyMap<SourceId, number> {
  const claims = steps.flatMap((step) => [...basisOf(step, story).values()].map(({ claim }) => claim));
  const sources = new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)));
  return new Map([...sources].map((id, i) => [id, i + 1]));
}
