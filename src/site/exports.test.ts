import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { parseStory } from '#model/parse.ts';
import { csvOf, eventData, rowsOf, type Row } from '#site/exports.ts';
import { claimOf, citationOf, eventOf, relationOf, sourceOf, storyOf } from '#testing/story.ts';

const story = storyOf({
  events: [
    eventOf('ferry', { claims: [claimOf('ferry.stop', { citations: [citationOf('port', { quote: '=1+1, "so"' })] })] }),
    eventOf('repair'),
  ],
  sources: [sourceOf('port', { linkChecked: false }), sourceOf('unused')],
  relations: [relationOf('r1', 'ferry', 'repair')],
  corrections: [
    {
      id: 'cor1',
      date: '2031-03-06',
      kind: 'correction',
      targets: ['ferry.stop'],
      was: 'a',
      now: 'b',
      why: 'c',
      revisions: { from: 1, to: 2 },
    },
  ],
});
const [ferry, repair] = story.data.events;

test('eventData(story, event) reads back as a story of that event, with its sources and corrections', () => {
  const data = eventData(story, must(ferry, 'ferry'));
  const read = parseStory(JSON.parse(JSON.stringify(data)));
  expect(read).toEqual({ ok: true, value: data });
  expect(data.events).toEqual([ferry]);
  expect(data.sources.map(({ id }) => id)).toEqual(['port', 'gazette']);
  expect(data.corrections).toHaveLength(1);
  expect(data.relations).toEqual([]); // the other event is not here
  expect(eventData(story, must(repair, 'repair')).corrections).toEqual([]);
});

test('rowsOf(story) has a row for each citation and gives no address that is withheld', () => {
  const rows = rowsOf(story);
  expect(rows.map(({ claim, source, url }) => [claim, source, url])).toEqual([
    ['ferry.stop', 'port', ''],
    ['repair.c1', 'gazette', 'https://gazette.example/'],
  ]);
});

test('csvOf(rows) keeps a formula as text', () => {
  expect(csvOf(rowsOf(story))).toContain(`"'=1+1, ""so"""`);
});

/** Any CSV of RFC 4180 as cells. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('csvOf(rows): property: every cell reads back, and none begins as a formula does', () => {
  const [first] = rowsOf(story);
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\' a＝') }));
  fc.assert(
    fc.property(text, text, (title, quotation) => {
      const row: Row = { ...must(first, 'a row'), title, quotation };
      const [, cells = []] = cellsOf(csvOf([row]));
      expect(cells.map((cell, i) => (cell === Object.values(row)[i] ? cell : cell.replace(/^'/, '')))).toEqual(
        Object.values(row),
      );
      expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    }),
  );
});
