import { expect, test } from 'vitest';
import { compareEvents } from '#model/story.ts';
import { instant } from '#time/instant.ts';
import { citationOf, claimOf, daysOf, disputeOf, eventOf, relationOf, storyOf } from '#testing/story.ts';

const claims = [claimOf('b.c1', { citations: [citationOf('second'), citationOf('first')] }), claimOf('b.c2')] as const;
const a = eventOf('a', { when: daysOf('2031-03-01') });
const b = eventOf('b', { when: daysOf('2031-03-02'), claims, disputes: [disputeOf('why', ['b.c1', 'b.c2'])] });
const c = eventOf('c', { when: daysOf('2031-03-03') });
const story = storyOf({
  events: [c, a, b],
  relations: [relationOf('r1', 'a', 'b', { citations: [citationOf('third')] })],
});

test('createStory(data) finds events, claims with their event, and sources by id', () => {
  expect(story.byId.get(b.id)).toBe(b);
  expect(story.claims.get(claims[1].id)).toEqual({ claim: claims[1], event: b });
  expect([...story.sources.keys()].sort()).toEqual(['first', 'gazette', 'second', 'third']);
});

test('story.previous and story.next walk in the order of the story and end at its ends', () => {
  expect([story.previous(a.id), story.next(a.id), story.next(b.id), story.next(c.id)]).toEqual([
    undefined,
    b,
    c,
    undefined,
  ]);
  expect(story.next(eventOf('elsewhere').id)).toBeUndefined();
});

test('story.disputesOf and story.relationsOf give nothing where there is nothing', () => {
  expect(story.disputesOf(claims[0].id).map(({ id }) => id)).toEqual(['why']);
  expect(story.disputesOf(a.claims[0].id)).toEqual([]);
  expect([a, b, c].map(({ id }) => story.relationsOf(id).length)).toEqual([1, 1, 0]);
});

test('story.relationsOf(id) names a relation of an event with itself once', () => {
  const self = storyOf({ events: [a], relations: [relationOf('r1', 'a', 'a')] });
  expect(self.relationsOf(a.id)).toHaveLength(1);
});

test('story.citationNumbers(event) counts sources from 1 in order of first use, claims before relations', () => {
  expect([...story.citationNumbers(b)]).toEqual([
    ['second', 1],
    ['first', 2],
    ['gazette', 3],
    ['third', 4],
  ]);
});

test('compareEvents orders by earliest start, latest end and id, open ends too', () => {
  const open = eventOf('open', {
    when: { ...daysOf('2031-03-01'), earliestStart: instant(-Infinity), latestEnd: instant(Infinity) },
  });
  const ages = eventOf('ages', { when: open.when });
  const short = eventOf('z', { when: a.when });
  const long = eventOf('long', { when: daysOf('2031-03-01', '2031-03-05') });
  expect([long, a, short, open, ages].sort(compareEvents).map(({ id }) => id)).toEqual([
    'ages',
    'open',
    'a',
    'z',
    'long',
  ]);
});
