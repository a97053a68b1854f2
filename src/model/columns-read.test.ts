import { expect, test } from 'vitest';
import { Unreadable, type ColumnsFault, type ManyEvents } from '#model/columns.ts';
import { openColumns, readColumns } from '#model/columns-read.ts';
import { manyStory, recordUrl } from '#model/many.ts';
import type { EventId } from '#model/types.ts';

const HEAD = { format: 'sourceline-columns/1', title: 'Ferries', source: { title: 'Log of the harbour' } };
const DAY = 86_400_000;

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
    [0, 1, 0],
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
