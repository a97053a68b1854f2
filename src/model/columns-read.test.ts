import { expect, test } from 'vitest';
import { Unreadable, type ColumnsFault, type ManyEvents } from '#model/columns.ts';
import { openColumns, readColumns } from '#model/columns-read.ts';
import { heaviest, manyStory, recordUrl } from '#model/many.ts';
import type { EventId } from '#model/types.ts';
import { datesOf } from '#time/namedDates.ts';
import { PRECISIONS, type When } from '#time/when.ts';
import { must } from '#base/assert.ts';

const HEAD = { format: 'sourceline-columns/1', title: 'Ferries', source: { title: 'Log of the harbour' } };
const DAY = 86_400_000;
const HOUR = 3_600_000;

const bounds = (when: When | undefined): (number | undefined)[] => [
  when?.earliestStart,
  when?.latestStart,
  when?.earliestEnd,
  when?.latestEnd,
];

const read = (columns: object, head: object = {}): ManyEvents =>
  readColumns(openColumns({ ...HEAD, ...head, columns }));

function faultOf(run: () => unknown): ColumnsFault | null {
  try {
    run();
  } catch (error) {
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
  return null;
}

test('readColumns(file) sorts the rows and keeps each with its own values', () => {
  const many = read({
    title: ['late', 'early', 'long'],
    start: ['2031-03-05', '2031-03-01T10:30Z', '2031-03-02'],
    end: ['', null, '2031-03-04'],
    band: ['b', 'a', 'b'],
    weight: ['7', 3, null],
    url: ['', 'https://example.org/1', 'javascript:alert(1)'],
  });
  expect([...many.start].map((at) => at - Date.UTC(2031, 2, 1))).toEqual([10.5 * 3_600_000, DAY, 4 * DAY]);
  expect([...many.end].map((at) => at - Date.UTC(2031, 2, 1))).toEqual([10.5 * 3_600_000 + 60_000, 4 * DAY, 5 * DAY]);
  expect([[...many.lasts], [...many.weight], [...many.band]]).toEqual([
    [0, 1 + PRECISIONS.indexOf('day'), 0],
    [3, 1, 7],
    [1, 0, 0],
  ]);
  expect([0, 1, 2].map((row) => recordUrl(many, row))).toEqual(['https://example.org/1', null, null]);
  const story = manyStory(many);
  expect([0, 1, 2].map((row) => story.at(row)?.title)).toEqual(['early', 'long', 'late']);
  expect(story.byId.get('row-3' as EventId)?.title).toBe('late');
  expect([story.rowOf('row-4' as EventId), story.at(3), story.count]).toEqual([-1, undefined, 3]);
  expect(story.at(1)).toBe(story.at(1));
});

test('readColumns(file) takes ids of the file, and dates in the clocks of the zone', () => {
  const many = read(
    { title: ['a', 'b'], start: ['2031-07-01', '2031-07-01T12:00'], id: ['x-1', 'x-2'] },
    { zone: 'Asia/Tokyo' },
  );
  expect([...many.start]).toEqual([Date.UTC(2031, 5, 30, 15), Date.UTC(2031, 6, 1, 3)]);
  expect(manyStory(many).rowOf('x-2' as EventId)).toBe(1);
});

test('manyStory(many) knows an interval no better than the dates it is given by', () => {
  const many = read(
    {
      title: ['years', 'within a year', 'a moment', 'minutes', 'one day'],
      start: ['2031', '2032-03-05', Date.UTC(2033, 0, 1, 5), Date.UTC(2034, 0, 1, 5), '2035-01-01'],
      end: ['2033', '2032', Date.UTC(2033, 0, 1, 5), Date.UTC(2034, 0, 1, 6), '2035-01-01'],
    },
    { zone: 'Asia/Tokyo' },
  );
  const story = manyStory(many);
  const tokyo = (year: number, month = 1, day = 1): number => Date.UTC(year, month - 1, day) - 9 * HOUR;
  const [years, within, moment, minutes, day] = [0, 1, 2, 3, 4].map((row) => must(story.at(row), 'no such row').when);
  expect(bounds(years)).toEqual([tokyo(2031), tokyo(2032), tokyo(2033), tokyo(2034)]);
  expect(bounds(within)).toEqual([tokyo(2032, 3, 5), tokyo(2032, 3, 6), tokyo(2032, 3, 5), tokyo(2033)]);
  expect([within?.precision, within?.dates?.map(({ precision }) => precision)]).toEqual(['day', ['day', 'year']]);
  const five = Date.UTC(2033, 0, 1, 5);
  expect(bounds(moment)).toEqual([five, five + 60_000, five, five + 60_000]);
  const later = Date.UTC(2034, 0, 1, 5);
  expect(bounds(minutes)).toEqual([later, later + 60_000, later + HOUR, later + HOUR + 60_000]);
  expect(bounds(day)).toEqual([tokyo(2035), tokyo(2035, 1, 2), tokyo(2035), tokyo(2035, 1, 2)]);
  // What is said of them runs forward, and names a date once.
  const told = [years, within, moment, minutes, day].map((when) => (when ? datesOf(when) : []));
  expect(told.map((dates) => dates.length)).toEqual([2, 2, 1, 2, 1]);
  expect(told.flat().every(({ from, to }) => from < to)).toBe(true);
  expect(told[1]?.[1]?.from).toBe(Date.UTC(2032, 0, 1));
});

test('heaviest(many, most) takes the events of most weight, the earliest of one weight, in order of time', () => {
  const many = read({ title: [...'abcdef'], start: [1, 2, 3, 4, 5, 6], weight: [3, 9, 3, 3, 255, 0] });
  expect([0, 1, 2, 4, 5, 6, 9].map((most) => heaviest(many, most))).toEqual([
    [],
    [4],
    [1, 4],
    [0, 1, 2, 4],
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4, 5],
    [0, 1, 2, 3, 4, 5],
  ]);
});

test('readColumns(file, text) reads a CSV through its mapping', () => {
  const file = openColumns({
    ...HEAD,
    precision: 'day',
    csv: { href: 'log.csv', columns: { title: 'Ship', start: 'When' } },
  });
  const many = readColumns(file, `When,Ship\n2031-01,"Gull, the"\n${Date.UTC(2031, 0, 1)},Tern\n`);
  expect([...many.end].map((end, row) => (end - (many.start[row] ?? 0)) / DAY)).toEqual([1, 31]);
  expect(manyStory(many).at(1)?.title).toBe('Gull, the');
});

test.each<[string, () => unknown, ColumnsFault]>([
  ['another kind of file', () => openColumns([1]), { kind: 'type', place: '', got: '[1]' }],
  ['another format', () => openColumns({ format: 'x' }), { kind: 'type', got: 'x' }],
  [
    'no source',
    () => readColumns(openColumns({ ...HEAD, source: 1, columns: { title: ['a'], start: [1] } })),
    { kind: 'shape', place: 'source', got: '1' },
  ],
  ['no events', () => read({ title: [], start: [] }), { kind: 'empty' }],
  [
    'columns of unequal length',
    () => read({ title: ['a', 'b'], start: [1] }),
    { kind: 'lengths', place: 'start', got: '1', n: 2 },
  ],
  [
    'too many',
    () => read({ title: new Array<string>(1_000_001).fill('a'), start: [] }),
    { kind: 'many', n: 1_000_001 },
  ],
  [
    'bad dates',
    () => read({ title: ['a', 'b', 'c'], start: ['2031-02-29', '2031', '3/4/31'] }),
    { kind: 'date', place: '1', got: '2031-02-29', n: 2 },
  ],
  [
    'an end before its start',
    () => read({ title: ['a'], start: [5], end: [4] }),
    { kind: 'order', place: '1', got: '4', n: 1 },
  ],
  [
    'a weight out of range',
    () => read({ title: ['a'], start: [5], weight: [256] }),
    { kind: 'number', place: 'weight 1', got: '256', n: 1 },
  ],
  [
    'too many bands',
    () => read({ title: [...'abcdefghi'], start: [...'abcdefghi'].map((_, i) => i), band: [...'abcdefghi'] }),
    { kind: 'bands', n: 8 },
  ],
])('readColumns(file) tells %s', (_, run, fault) => {
  expect(faultOf(run)).toEqual(fault);
});
