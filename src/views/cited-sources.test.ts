import { expect, test } from 'vitest';
import type { SourceId } from '#model/types.ts';
import { citationOf, claimOf, eventOf, storyOf } from '#testing/story.ts';
import { citedSources } from './cited-sources.ts';

const claim = claimOf('ferry.c1', {
  citations: [citationOf('harbour'), citationOf('gazette'), citationOf('harbour', { quote: 'no boat left' })],
});
const story = storyOf({
  events: [eventOf('ferry', { claims: [claimOf('ferry.c0', { citations: [citationOf('gazette')] }), claim] })],
});
const numbers = story.citationNumbers(story.data.events[0] ?? eventOf('none'));

test('citedSources(citations, numbers, sources) puts the quotations of one source under one number, in order', () => {
  const cited = citedSources(claim.citations, numbers, story.sources);
  expect(cited.map(({ number, source }) => [number, source.id])).toEqual([
    [1, 'gazette'],
    [2, 'harbour'],
  ]);
  expect(cited[1]?.citations.map(({ quote }) => quote)).toEqual(['the ferry stopped', 'no boat left']);
});

test('citedSources(citations, numbers, sources) throws on a source that the event does not number', () => {
  expect(() => citedSources(claim.citations, new Map([['gazette' as SourceId, 1]]), story.sources)).toThrow('harbour');
});
