import { expect, test } from 'vitest';
import { claimOf, disputeOf, eventOf } from '#testing/story.ts';
import { listedClaims } from './listed-claims.ts';

const idsOf = (event: Parameters<typeof listedClaims>[0]): string[] => listedClaims(event).map(({ id }) => id);

test('listedClaims(event) leaves the answers to a question to their dispute', () => {
  const event = eventOf('ferry', {
    claims: [
      claimOf('ferry.c1'),
      claimOf('ferry.three', { standing: 'disputed' }),
      claimOf('ferry.four', { standing: 'disputed' }),
    ],
    disputes: [disputeOf('how-many', ['ferry.three', 'ferry.four'])],
  });
  expect(idsOf(event)).toEqual(['ferry.c1']);
});

test('listedClaims(event) keeps the lead claim, claims that stand, and disputed ones that answer no question here', () => {
  const event = eventOf('ferry', {
    claims: [
      claimOf('ferry.c1', { standing: 'disputed' }),
      claimOf('ferry.c2', { standing: 'reported' }),
      claimOf('ferry.c3', { standing: 'disputed' }),
    ],
    disputes: [disputeOf('when', ['ferry.c1', 'ferry.c2'])],
  });
  expect(idsOf(event)).toEqual(['ferry.c1', 'ferry.c2', 'ferry.c3']);
});
