import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownBy } from '#model/known.ts';
import { knownFrom } from '#model/sourcing.ts';
import { createStory } from '#model/story.ts';
import { STANDINGS, STANCES, type Citation, type Claim, type Standing } from '#model/types.ts';
import { citationOf, claimOf, disputeOf, eventOf, hopOf, relationOf, sourceOf, storyOf } from '#testing/story.ts';
import { instant } from '#time/instant.ts';

const sources = [1, 2, 3, 4].flatMap((day) => [
  sourceOf(`news-${day}`, { published: day }),
  sourceOf(`ministry-${day}`, { published: day, kind: 'primary' }),
]);
sources.push(sourceOf('undated', { published: undefined }));
const cite = (source: string, citation: Partial<Citation> = {}, origin?: string) =>
  citationOf(source, citation, origin === undefined ? [] : [hopOf(origin)]);
const claim = (id: string, cited: readonly [Citation, ...Citation[]], standing: Standing = 'reported'): Claim =>
  claimOf(id, { citations: cited, standing });
/** The claims of one event by a day, as `id standing`. */
function toldBy(day: number, claims: readonly [Claim, ...Claim[]], disputes = [] as ReturnType<typeof disputeOf>[]) {
  const { data } = storyOf({ events: [eventOf('e', { claims, disputes })], sources });
  return knownBy(data, instant(day)).events.flatMap((event) =>
    event.claims.map(({ id, standing }) => `${id} ${standing}`),
  );
}

test('a claim is hidden until its earliest source was published, and one without a dated source throughout', () => {
  const claims = [claim('e.c1', [cite('news-3'), cite('news-2')]), claim('e.c2', [cite('undated')])] as const;
  expect(toldBy(1, claims)).toEqual([]);
  expect(toldBy(2, claims)).toEqual(['e.c1 reported']);
  expect(toldBy(9, claims)).toEqual(['e.c1 reported']);
});

test('a dispute needs two known answers; until then the first is told as its sources told it', () => {
  const claims = [
    claim('e.yes', [cite('news-1')], 'disputed'),
    claim('e.no', [cite('ministry-2')], 'disputed'),
  ] as const;
  const disputes = [disputeOf('d', ['e.yes', 'e.no'])];
  expect(toldBy(1, claims, disputes)).toEqual(['e.yes reported']);
  expect(toldBy(2, claims, disputes)).toEqual(['e.yes disputed', 'e.no disputed']);
});

test('standings fall back to what they were before that which changed them', () => {
  const denied = claim('e.c1', [cite('news-1', {}, 'Port'), cite('ministry-3', { stance: 'denies' })], 'denied');
  expect(toldBy(2, [denied])).toEqual(['e.c1 claimed']);
  expect(toldBy(3, [denied])).toEqual(['e.c1 denied']);

  const confirmed = claim('e.c1', [cite('news-1'), cite('ministry-3')], 'confirmed');
  expect(toldBy(1, [confirmed])).toEqual(['e.c1 reported']);
  expect(toldBy(3, [confirmed])).toEqual(['e.c1 confirmed']);
  const twice = claim(
    'e.c1',
    [cite('news-1', {}, 'Port'), cite('news-2', {}, 'Coast guard'), cite('news-4')],
    'confirmed',
  );
  expect(toldBy(2, [twice])).toEqual(['e.c1 confirmed']);

  const toll = [claim('e.c1', [cite('news-1')], 'superseded'), claim('e.c2', [cite('news-3')])] as const;
  expect(toldBy(1, toll)).toEqual(['e.c1 reported']);
  expect(toldBy(3, toll)).toEqual(['e.c1 superseded', 'e.c2 reported']);
});

test('citations published later are left out, and a resolution, a relation and a basis with what they rest on', () => {
  const { data } = storyOf({
    events: [
      eventOf('e', {
        claims: [claim('e.c1', [cite('news-1'), cite('news-3')]), claim('e.c2', [cite('news-2')])],
        basis: [claim('e.c2', [cite('news-2')]).id],
        disputes: [
          disputeOf('d', ['e.c1', 'e.c2'], {
            state: 'resolved',
            resolution: { claim: claim('e.c2', [cite('a')]).id, why: 'w' },
          }),
        ],
      }),
      eventOf('f', { claims: [claim('f.c1', [cite('news-1')])] }),
    ],
    relations: [relationOf('r', 'e', 'f', { citations: [cite('news-2')] })],
    sources,
  });
  const first = createStory(knownBy(data, instant(1)));
  expect(first.data.events[0]?.claims.map(({ citations }) => citations.length)).toEqual([1]);
  expect([first.data.events[0]?.basis, first.data.events[0]?.disputes, first.data.relations]).toEqual([
    ['e.c1'],
    [],
    [],
  ]);
  const second = knownBy(data, instant(2));
  expect([second.events[0]?.basis, second.events[0]?.disputes[0]?.state]).toEqual([['e.c2'], 'resolved']);
  expect(second.relations).toHaveLength(1);
});

const claims = fc.array(
  fc.tuple(
    fc.constantFrom(...STANDINGS),
    fc.array(fc.tuple(fc.constantFrom(...sources), fc.constantFrom(...STANCES)), { minLength: 1, maxLength: 4 }),
  ),
  { minLength: 2, maxLength: 5 },
);

test('property: later days only add; what is told is exactly what the dates imply; the last day tells all dated things as they stand', () => {
  fc.assert(
    fc.property(claims, fc.integer({ min: 0, max: 5 }), (list, day) => {
      const all = list.map(([standing, cited], i) =>
        claim(`e.c${i}`, cited.map(([{ id }, stance]) => cite(id, { stance })) as [Citation], standing),
      ) as [Claim, Claim, ...Claim[]];
      const { data, sources: known } = storyOf({
        events: [eventOf('e', { claims: all, disputes: [disputeOf('d', [all[0].id, all[1].id])] })],
        sources,
      });
      const idsBy = (at: number) =>
        knownBy(data, instant(at)).events.flatMap((event) => event.claims.map(({ id }) => id));
      const implied = all.filter((one) => (knownFrom(one, known) ?? Infinity) <= day).map(({ id }) => id);
      expect(idsBy(day)).toEqual(implied);
      expect(idsBy(day + 1)).toEqual(expect.arrayContaining(implied));
      for (const { disputes, claims: told } of knownBy(data, instant(day)).events)
        for (const { positions } of disputes)
          for (const position of positions) expect(told.map(({ id }) => id)).toContain(position);
    }),
  );
});
