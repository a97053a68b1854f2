import { expect, test } from 'vitest';
import { createTranslate } from '#base/messages.ts';
import { chainSentence } from '#model/sourcing.ts';
import { NAMINGS, type Hop } from '#model/types.ts';
import { readStory } from '#site/compile.ts';
import { citationOf, hopOf, sourceOf } from '#testing/story.ts';

const t = createTranslate();
const LONGEST = 4;

/** What lies behind a source: nobody, an origin, or relays and an origin, each named, unnamed or unknown. */
function behind(length: number): Hop[][] {
  if (length === 0) return [[]];
  const last = (naming: Hop['naming']): Hop => hopOf('an official', { naming });
  if (length === 1) return NAMINGS.map((naming) => [last(naming)]);
  return NAMINGS.flatMap((naming) =>
    behind(length - 1).map((rest) => [hopOf(`agency ${length}`, { role: 'relayed', naming }), ...rest]),
  );
}
const shapeOf = (chain: readonly Hop[]): string => chain.map(({ role, naming }) => `${role} ${naming}`).join(' < ');
const shapes = Array.from({ length: LONGEST }, (_, length) => behind(length)).flat();

test('chainSentence(citation, sources, t): the text for every shape of chain', async () => {
  const sources = new Map([sourceOf('gazette')].map((source) => [source.id, source]));
  const lines = shapes.map((hops) => {
    const citation = citationOf('gazette', {}, hops);
    return `${shapeOf(citation.chain)}\n    ${chainSentence(citation, sources, t).text}\n`;
  });
  await expect(lines.join('')).toMatchFileSnapshot('golden/chains.txt');
});

test('no chain of the story has a shape without its text', async () => {
  const story = await readStory('data');
  if (!story.ok) throw new Error('the story has faults');
  const { events, relations } = story.value;
  const known = new Set(shapes.map((hops) => shapeOf(citationOf('gazette', {}, hops).chain)));
  const used = [...events.flatMap(({ claims }) => claims), ...relations].flatMap(({ citations }) => citations);
  expect(used.length).toBeGreaterThan(0);
  expect(used.map(({ chain }) => shapeOf(chain)).filter((shape) => !known.has(shape))).toEqual([]);
});
