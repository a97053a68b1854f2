import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFind } from '#model/search.ts';
import { citationOf, claimOf, eventOf, sourceOf, storyOf } from '#testing/story.ts';

const ferry = eventOf('ferry', {
  title: 'Lake ferry stops',
  actors: ['Port Authority'],
  claims: [
    claimOf('ferry.out', {
      text: 'The outage lasted about 90 minutes.',
      citations: [citationOf('paper', { quote: 'an hour and a half' })],
    }),
    claimOf('ferry.cause', {
      text: 'A faulty sensor caused it.',
      citations: [
        citationOf('radio', {
          quote: 'הַחַיְשָׁן הִתְקַלְקֵל',
          language: 'he',
          translation: { text: 'the sensor broke', by: 'us', machine: false },
        }),
      ],
    }),
  ],
});
const repair = eventOf('repair', {
  title: 'Sensor replaced',
  claims: [claimOf('repair.c1', { citations: [citationOf('gazette', { quote: 'as good as new' })] })],
});
const story = storyOf({
  events: [ferry, repair],
  sources: [
    sourceOf('paper', { publisher: 'Harbour Gazette' }),
    sourceOf('radio', { publisher: 'Radio' }),
    sourceOf('gazette', { publisher: 'Daily' }),
  ],
});
const find = createFind();
const found = (query: string): string[] => find(story, query).hits.map(({ event, claim }) => claim?.id ?? event.id);

describe('createFind()(story, query)', () => {
  test('finds a claim by its sentence, its quotation, its translation and its source', () => {
    expect(found('outage')).toEqual(['ferry.out']);
    expect(found('hour half')).toEqual(['ferry.out']);
    expect(found('broke')).toEqual(['ferry.cause']);
    expect(found('harbour')).toEqual(['ferry.out']);
    expect(found('החיישן')).toEqual([]);
    expect(found('חישן')).toEqual(['ferry.cause']);
  });

  test('finds an event by its title and actors, and the claims of it that hold the rest', () => {
    expect(found('ferry')).toEqual(['ferry']);
    expect(found('port author')).toEqual(['ferry']);
    expect(found('ferry sensor')).toEqual(['ferry.cause']);
    expect(found('sensor')).toEqual(['ferry.cause', 'repair']);
  });

  test('says what holds words that the sentence does not', () => {
    expect(find(story, 'half outage').hits[0]?.beside).toEqual({ kind: 'quotation', text: 'an hour and a half' });
    expect(find(story, 'outage gazette').hits[0]?.beside).toEqual({
      kind: 'source',
      text: expect.stringContaining('Harbour Gazette') as string,
    });
    expect(find(story, 'outage').hits[0]?.beside).toBeNull();
    expect(find(story, 'authority').hits[0]?.beside).toEqual({ kind: 'about', text: 'Port Authority' });
  });

  test('finds nothing without words, or when one of them is nowhere', () => {
    expect(found(' – ')).toEqual([]);
    expect(found('outage submarine')).toEqual([]);
  });

  test('property: one word more never finds more events, and the order of words does not matter', () => {
    const query = fc.array(fc.constantFrom('sensor', 'ferry', 'gazette', 'a', 'the', 'minutes', 'replaced'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(query, fc.constantFrom('outage', 'half', 'sensor'), (words, more) => {
        const few = find(story, words.join(' ')).events;
        for (const id of find(story, [...words, more].join(' ')).events) expect(few.has(id)).toBe(true);
        expect(found([...words].reverse().join(' '))).toEqual(found(words.join(' ')));
      }),
    );
  });
});
