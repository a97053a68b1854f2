import type { Sources } from '#model/sourcing.ts';
import type { StoryEvent } from '#model/types.ts';

/** By what events can be chosen, in the order of the link's keys. */
export const FACETS = ['actor', 'band', 'dispute', 'phase', 'publisher', 'source', 'standing'] as const;
export type Facet = (typeof FACETS)[number];

/** For each facet the values of which an event must have one; a facet that is left out lets all through. Values are sorted and there once. */
export type Filter = { readonly [facet in Facet]?: readonly [string, ...string[]] };
export const NO_FILTER: Filter = {};

/** What an event has of a facet. Sources, publishers and standings are those of all its claims. */
export function valuesOf(
  { actors, band, phase, claims, disputes }: StoryEvent,
  facet: Facet,
  sources: Sources,
): Set<string> {
  switch (facet) {
    case 'actor':
      return new Set(actors);
    case 'band':
      return new Set([band]);
    case 'dispute':
      return new Set([disputes.length > 0 ? 'yes' : 'no']);
    case 'phase':
      return new Set([phase]);
    case 'standing':
      return new Set(claims.map(({ standing }) => standing));
    case 'source':
      return new Set(cited(claims));
    case 'publisher':
      return new Set(cited(claims).flatMap((id) => sources.get(id)?.publisher ?? []));
  }
}

const cited = (claims: StoryEvent['claims']) =>
  claims.flatMap(({ citations }) => citations.map(({ source }) => source));

/** Whether an event has one of the values of each facet that is chosen by. */
export function matches(event: StoryEvent, filter: Filter, sources: Sources): boolean {
  return FACETS.every((facet) => {
    const wanted = filter[facet];
    if (!wanted) return true;
    const own = valuesOf(event, facet, sources);
    return wanted.some((value) => own.has(value));
  });
}

/** The filter with the values of one facet replaced; no values take the facet out. */
export function withFacet(filter: Filter, facet: Facet, values: Iterable<string>): Filter {
  const others: Filter = Object.fromEntries(Object.entries(filter).filter(([key]) => key !== facet));
  const [first, ...more] = [...new Set(values)].sort();
  return first === undefined ? others : { ...others, [facet]: [first, ...more] };
}

/** The filter without values that no event has: they may come from a link to another state of the story. */
export function withinStory(filter: Filter, events: readonly StoryEvent[], sources: Sources): Filter {
  return FACETS.reduce((kept, facet) => {
    const wanted = filter[facet];
    if (!wanted) return kept;
    const all = new Set(events.flatMap((event) => [...valuesOf(event, facet, sources)]));
    return withFacet(
      kept,
      facet,
      wanted.filter((value) => all.has(value)),
    );
  }, filter);
}

export const isFiltering = (filter: Filter): boolean => FACETS.some((facet) => filter[facet]);
