import { expect, test } from 'vitest';
import { changesOn, knownDays, undatedClaims } from '#model/known-days.ts';
import { citationOf, claimOf, disputeOf, eventOf, sourceOf, storyOf } from '#testing/story.ts';
import { instant } from '#time/instant.ts';

const cited = (...sources: [string, ...string[]]) => ({
  citations: sources.map((source) => citationOf(source)) as [ReturnType<typeof citationOf>],
});
const { data } = storyOf({
  events: [
    eventOf('e', {
      claims: [
        claimOf('e.yes', { ...cited('day-1', 'day-2'), standing: 'disputed' }),
        claimOf('e.no', { ...cited('day-3'), standing: 'disputed' }),
        claimOf('e.undated', cited('undated')),
      ],
      disputes: [disputeOf('d', ['e.yes', 'e.no'])],
    }),
    eventOf('f', { claims: [claimOf('f.c1', cited('day-3')), claimOf('f.c2', cited('day-4'))] }),
  ],
  sources: [
    ...[1, 2, 3, 4, 5].map((day) => sourceOf(`day-${day}`, { published: day })),
    sourceOf('undated', { published: undefined }),
  ],
});

test('knownDays(data): days that only repeat what was known are none', () => {
  expect(knownDays(data)).toEqual([1, 3, 4]);
});

test('changesOn(data, day, before) names new events, claims, disputes, and what stands otherwise', () => {
  const first = changesOn(data, instant(1), null);
  expect([first.n, first.events.map(({ id }) => id), first.disputes]).toEqual([1, ['e'], []]);
  const third = changesOn(data, instant(3), instant(1));
  expect(third.n).toBe(2);
  expect(third.events.map(({ id }) => id)).toEqual(['f']);
  expect(third.claims.map(({ event, n }) => [event.id, n])).toEqual([['e', 1]]);
  expect(third.disputes.map(({ dispute }) => dispute.id)).toEqual(['d']);
  expect(third.standings.map(({ claim, was }) => [claim.id, was, claim.standing])).toEqual([
    ['e.yes', 'reported', 'disputed'],
  ]);
});

test('undatedClaims(data) counts the claims that no day shows', () => {
  expect(undatedClaims(data)).toBe(1);
});
