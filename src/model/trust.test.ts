import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { MEASURES, trustOf, type MeasureName } from '#model/trust.ts';
import type { StoryData } from '#model/types.ts';
import { citationOf, claimOf, daysOf, eventOf, hopOf, relationOf, sourceOf, storyDataOf } from '#testing/story.ts';

const measureOf = (data: StoryData, name: MeasureName) =>
  must(
    trustOf(data).find((measure) => measure.name === name),
    name,
  );
const figureOf = (data: StoryData, name: MeasureName): [number, number] => {
  const { n, of } = measureOf(data, name);
  return [n, of];
};

const text = { file: 'a.txt', sha256: '0'.repeat(64), codePoints: 99, norm: 'norm-1', checked: '2031-03-04' } as const;
const position = { start: 0, end: 17, prefix: '', suffix: '' };
const official = hopOf('An Official', { naming: 'unnamed' });

const data = storyDataOf({
  events: [
    eventOf('ferry', {
      when: daysOf('2031-03-01'),
      claims: [
        claimOf('ferry.c1', { citations: [citationOf('held', { position }), citationOf('radio', {}, [official])] }),
        claimOf('ferry.c2', {
          standing: 'disputed',
          citations: [
            citationOf('radio', {}, [official]),
            citationOf('wire', {}, [{ ...official, agent: 'an  official' }]),
          ],
        }),
        claimOf('ferry.c3', { citations: [citationOf('wire', {}, [hopOf('somebody', { naming: 'unknown' })])] }),
      ],
    }),
    eventOf('repair', { when: { ...daysOf('2031-03-09'), approximate: true }, claims: [claimOf('repair.c1')] }),
  ],
  relations: [relationOf('r1', 'ferry', 'repair', { citations: [citationOf('held', { position })] })],
  sources: [
    sourceOf('held', {
      seen: 'full text',
      text,
      archives: [{ url: 'https://a.example/', captured: '2031-03-04', by: 'a' }],
    }),
    sourceOf('unseen', { seen: 'not seen', csl: { id: 'unseen', type: 'webpage' }, linkWithheld: true }),
  ],
});

test.each([
  ['claims with a quotation', 4, 4],
  ['quotations checked', 2, 7],
  ['quotations in an excerpt', 5, 7],
  ['claims with an archive', 1, 4],
  ['claims with a second origin', 1, 4],
  ['claims with a single origin', 3, 4],
  ['claims with an unknown origin only', 1, 4],
  ['claims disputed', 1, 4],
  ['events with an estimated date', 1, 2],
  ['events on the first of a month', 1, 2],
  ['sources without a date', 5, 5],
  ['sources without a link', 0, 5],
  ['sources without an author', 5, 5],
  ['sources with a link marked unfit', 1, 5],
  ['sources not seen', 1, 5],
] as const)('trustOf(data) measures %s', (name, n, of) => {
  expect(figureOf(data, name)).toEqual([n, of]);
});

test('trustOf(data) gives one measure for each name, in order', () => {
  expect(trustOf(data).map(({ name }) => name)).toEqual(MEASURES);
});

test('trustOf(data) lists the claims and relations behind a figure on quotations', () => {
  const ids = measureOf(data, 'quotations checked').items.map((item) =>
    item.kind === 'claim' ? item.claim.id : item.kind === 'relation' ? item.relation.id : item.kind,
  );
  expect(ids).toEqual(['ferry.c1', 'r1']);
});

test('trustOf(data) says how many firsts of a month chance alone would give', () => {
  const events = Array.from({ length: 365 }, (_, i) => eventOf(`e${i}`));
  expect(measureOf(storyDataOf({ events }), 'events on the first of a month').chance).toBeCloseTo(11.99, 1);
});

test('trustOf(data) takes the first day of a set, and no day of a month, as the day of an event', () => {
  const at = (edtf: string) => eventOf('one', { when: { ...daysOf('2031-03-03'), edtf } });
  const figure = (edtf: string) => figureOf(storyDataOf({ events: [at(edtf)] }), 'events on the first of a month');
  expect(figure('[2031-03-01,2031-03-04]')).toEqual([1, 1]);
  expect(figure('2031-03-11/2031-04-01')).toEqual([0, 1]);
  expect(figure('2031-03')).toEqual([0, 0]);
});
