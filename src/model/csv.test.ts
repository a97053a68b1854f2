import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Unreadable } from '#model/columns.ts';
import { readCsv } from '#model/csv.ts';

test('readCsv(text, wanted) takes the wanted columns, quotes and line ends as they come', () => {
  const text =
    '\ufeffDate,"Name, full",Cost\r\n2020-01-01,"a ""b"", c",1\n2020-01-02,d\r\n\r\n2020-01-03,"two\nlines",3\n';
  const read = readCsv(text, ['Name, full', 'Date']);
  expect(read.get('Date')).toEqual(['2020-01-01', '2020-01-02', '2020-01-03']);
  expect(read.get('Name, full')).toEqual(['a "b", c', 'd', 'two\nlines']);
  expect(read.size).toBe(2);
});

test('property: what is written as CSV is read as it was', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é') });
  const quoted = (one: string): string => `"${one.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(field, field), { minLength: 1 }),
      fc.constantFrom(',', ';'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (rows, separator, line, last) => {
        const lines = [['x', 'y'], ...rows].map((row) => row.map(quoted).join(separator));
        const read = readCsv(lines.join(line) + (last ? line : ''), ['y', 'x'], separator);
        expect(read.get('x')).toEqual(rows.map(([x]) => x));
        expect(read.get('y')).toEqual(rows.map(([, y]) => y));
      },
    ),
  );
});

test('readCsv(text, wanted) names a column that is missing, and tells a text that was cut off', () => {
  const faultOf = (text: string, wanted: string[]) => {
    try {
      readCsv(text, wanted);
    } catch (error) {
      return error instanceof Unreadable ? error.fault : error;
    }
    return null;
  };
  expect(faultOf('a,b\n1,2', ['c'])).toEqual({ kind: 'shape', place: 'c', got: 'a, b' });
  expect(faultOf('', ['c'])).toEqual({ kind: 'shape', place: 'c', got: '' });
  expect(faultOf('a,b\n1,"2', ['a'])).toEqual({ kind: 'truncated' });
});
