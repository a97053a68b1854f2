import { expect, test } from 'vitest';
import { atomFaults } from '#testing/atom.ts';

const feed = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:a.example,2031:f</id><title>F</title><updated>2031-03-04T00:00:00Z</updated><author><name>A</name></author><link rel="self" href="https://a.example/f"/>${entry}</feed>`;
const entry =
  '<entry><id>tag:a.example,2031:1</id><title>E</title><updated>2031-03-04T00:00:00Z</updated><link href="/e"/></entry>';

test('a sound feed has no faults', () => {
  expect(atomFaults(feed(entry))).toEqual([]);
});

test.each([
  ['no id', feed(entry.replace(/<id>.*?<\/id>/, '')), 'expected one id in entry'],
  ['a day for a time', feed(entry.replace('T00:00:00Z', '')), 'a date that is none'],
  ['one id twice', feed(entry + entry), 'two entries have one id'],
  ['no address', feed(entry.replace('<link href="/e"/>', '')), 'neither content nor an address'],
  ['RSS', '<rss/>', 'no atom:feed'],
  ['what Atom does not know', feed(entry.replace('<title>', '<guid/><title>')), 'guid may not stand in entry'],
])('atomFaults() tells of %s', (_, text, fault) => {
  expect(atomFaults(text).join('\n')).toContain(fault);
});
