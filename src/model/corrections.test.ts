import { expect, test } from 'vitest';
import { correctionsOf, newestFirst } from '#model/corrections.ts';
import type { Correction } from '#model/types.ts';
import { claimOf, eventOf, storyDataOf } from '#testing/story.ts';

function correctionOf(id: string, date: string, target: string): Correction {
  return {
    id,
    date,
    kind: 'correction',
    targets: [target],
    was: 'a',
    now: 'b',
    why: 'c',
    revisions: { from: 1, to: 2 },
  };
}

const ferry = eventOf('ferry', { claims: [claimOf('ferry.stop')] });
const corrections = [
  correctionOf('on-claim', '2031-03-05', 'ferry.stop'),
  correctionOf('on-other', '2031-03-06', 'ferry-two.stop'),
  correctionOf('on-event', '2031-03-07', 'ferry'),
  correctionOf('on-gone-claim', '2031-03-06', 'ferry.gone'),
  correctionOf('same-day-later', '2031-03-07', 'ferry.stop'),
];

test('correctionsOf(event, data) finds those on the event and on its claims, also on claims that are gone', () => {
  const found = correctionsOf(ferry, storyDataOf({ events: [ferry], corrections }));
  expect(found.map(({ id }) => id)).toEqual(['same-day-later', 'on-event', 'on-gone-claim', 'on-claim']);
});

test('newestFirst(corrections) leaves the log as it is', () => {
  const before = [...corrections];
  newestFirst(corrections);
  expect(corrections).toEqual(before);
});
