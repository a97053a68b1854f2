import { expect, test } from 'vitest';
import { citationOf, claimOf, eventOf, relationOf, sourceOf, storyDataOf } from '#testing/story.ts';
import { sourceUses } from '#views/source-uses.ts';

test('sourceUses(data) names each claim and relation once, in the order of the story', () => {
  const twice = claimOf('b.c1', { citations: [citationOf('port'), citationOf('radio'), citationOf('port')] });
  const data = storyDataOf({
    events: [eventOf('a'), eventOf('b', { claims: [twice, claimOf('b.c2', { citations: [citationOf('port')] })] })],
    relations: [relationOf('r1', 'a', 'b', { citations: [citationOf('radio')] })],
    sources: [sourceOf('unused')],
  });
  const uses = new Map(
    [...sourceUses(data)].map(([id, { claims, relations }]) => [
      id,
      [...claims.map(({ claim }) => claim.id), ...relations.map((relation) => relation.id)],
    ]),
  );
  expect(Object.fromEntries(uses)).toEqual({
    unused: [],
    gazette: ['a.c1'],
    port: ['b.c1', 'b.c2'],
    radio: ['b.c1', 'r1'],
  });
});
