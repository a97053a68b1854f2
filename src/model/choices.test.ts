import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choicesOf } from '#model/choices.ts';
import { FACETS, matches, withFacet, type Filter } from '#model/filter.ts';
import { eventOf, storyOf } from '#testing/story.ts';

const events = fc
  .array(fc.tuple(fc.subarray(['Port', 'Crew', 'Mayor']), fc.constantFrom('before', 'in', 'after')), { maxLength: 6 })
  .map((list) =>
    storyOf({ events: list.map(([actors, phase], i) => eventOf(`e${i}`, { actors, phase: phase as 'in' })) }),
  );

test('property: the count beside a choice is what choosing it alone shows', () => {
  const filters: fc.Arbitrary<Filter> = fc.record({
    actor: fc.constantFrom<[string]>(['Port'], ['Crew']),
    phase: fc.constantFrom<[string]>(['in'], ['after']),
  });
  fc.assert(
    fc.property(events, filters, fc.constantFrom(...FACETS), ({ data, sources }, filter, facet) => {
      for (const { value, n } of choicesOf(data.events, filter, facet, sources)) {
        const alone = withFacet(filter, facet, [value]);
        expect(data.events.filter((event) => matches(event, alone, sources)).length).toBe(n);
      }
    }),
  );
});

test('choicesOf(events, filter, facet, sources) keeps a chosen value that nothing has, with its 0', () => {
  const { data, sources } = storyOf({ events: [eventOf('e', { actors: ['Port'] })] });
  expect(choicesOf(data.events, { actor: ['Nobody'] }, 'actor', sources)).toEqual([
    { value: 'Nobody', n: 0 },
    { value: 'Port', n: 1 },
  ]);
});
