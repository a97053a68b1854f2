import { matches, valuesOf, withFacet, type Facet, type Filter } from '#model/filter.ts';
import type { Sources } from '#model/sourcing.ts';
import type { StoryEvent } from '#model/types.ts';

/** A value of a facet, and how many events would be shown if it were the only one chosen there. */
export type Choice = { readonly value: string; readonly n: number };

/**
 * The values of a facet that any event has, or that are chosen, each with its count beside the choices made in the other facets.
 * @returns those that are chosen first, then in the order of first use
 */
export function choicesOf(
  events: readonly StoryEvent[],
  filter: Filter,
  facet: Facet,
  sources: Sources,
): readonly Choice[] {
  const others = withFacet(filter, facet, []);
  const counts = new Map((filter[facet] ?? []).map((value) => [value, 0]));
  for (const event of events) {
    const isMatch = matches(event, others, sources);
    for (const value of valuesOf(event, facet, sources))
      counts.set(value, (counts.get(value) ?? 0) + (isMatch ? 1 : 0));
  }
  return [...counts].map(([value, n]) => ({ value, n }));
}
