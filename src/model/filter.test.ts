import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACETS, isFiltering, matches, NO_FILTER, valuesOf, withFacet, withinStory } from '#model/filter.ts';
import { citationOf, claimOf, disputeOf, eventOf, sourceOf, storyOf } from '#testing/story.ts';

const { data, sources } = storyOf({
  events: [
    eventOf('ferry', {
      actors: ['Port', 'Lake Company'],
      claims: [
        claimOf('ferry.c1', { standing: 'disputed', citations: [citationOf('a')] }),
        claimOf('ferry.c2', { standing: 'denied', citations: [citationOf('b')] }),
      ],
      disputes: [disputeOf('why', ['ferry.c1', 'ferry.c2'])],
    }),
    eventOf('repair', { band: 'reports', phase: 'after', actors: ['Port'] }),
  ],
  sources: [sourceOf('a', { publisher: 'Gazette' }), sourceOf('b', { publisher: 'Herald, the' })],
});
const chosen = (filter: Parameters<typeof matches>[1]) =>
  data.events.filter((event) => matches(event, filter, sources)).map(({ id }) => id);

test('matches(event, filter, sources): one value of each facet must be there', () => {
  expect(chosen(NO_FILTER)).toEqual(['ferry', 'repair']);
  expect(chosen({ actor: ['Port'] })).toEqual(['ferry', 'repair']);
  expect(chosen({ actor: ['Nobody', 'Port'], phase: ['after'] })).toEqual(['repair']);
  expect(chosen({ standing: ['denied'] })).toEqual(['ferry']);
  expect(chosen({ dispute: ['no'] })).toEqual(['repair']);
  expect(chosen({ publisher: ['Herald, the'], source: ['b'], band: ['ground'] })).toEqual(['ferry']);
  expect(chosen({ publisher: ['Herald, the'], band: ['reports'] })).toEqual([]);
});

test('withFacet(filter, facet, values) sorts, keeps each value once, and takes an empty facet out', () => {
  const filter = withFacet(NO_FILTER, 'actor', ['b', 'a', 'b']);
  expect(filter).toEqual({ actor: ['a', 'b'] });
  expect(isFiltering(filter)).toBe(true);
  expect(withFacet(filter, 'actor', [])).toEqual(NO_FILTER);
  expect(isFiltering(NO_FILTER)).toBe(false);
});

test('withinStory(filter, events, sources) drops what no event has', () => {
  const filter = { actor: ['Nobody', 'Port'], band: ['moon'] } as const;
  expect(withinStory(filter, data.events, sources)).toEqual({ actor: ['Port'] });
});

test('property: an event is found by any of its own values, and a further value never loses an event', () => {
  fc.assert(
    fc.property(fc.constantFrom(...data.events), fc.constantFrom(...FACETS), fc.string(), (event, facet, other) => {
      for (const value of valuesOf(event, facet, sources)) {
        expect(matches(event, withFacet(NO_FILTER, facet, [value, other]), sources)).toBe(true);
      }
    }),
  );
});
