import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { knownBy } from '#model/known.ts';
import { readStory } from '#site/compile.ts';
import { instant } from '#time/instant.ts';

type RawSource = { id: string; csl: { issued?: string } };
type RawEvent = { claims: { id: string; citations: { source: string }[] }[] };
const filesIn = (folder: string): string[] =>
  readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

// Counted here from the files alone, days compared as text: nothing of the program is used but the YAML parser.
const issued = new Map(
  filesIn('data/sources').flatMap((text) =>
    (parse(text) as RawSource[]).map(({ id, csl }) => [id, csl.issued] as const),
  ),
);
const events = filesIn('data/events').map((text) => parse(text) as RawEvent);
const impliedBy = (day: string): string[] =>
  events
    .flatMap(({ claims }) => claims)
    .filter(({ citations }) => citations.some(({ source }) => (issued.get(source) ?? '9999') <= day))
    .map(({ id }) => id)
    .sort();

test.each(['2024-09-17', '2024-09-28', '2024-10-08', '2024-10-09', '2024-11-11'])(
  'known by %s: the claims that the dates of the sources imply',
  async (day) => {
    const story = await readStory('data');
    if (!story.ok) throw new Error('the story has faults');
    const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
    const known = knownBy(story.value, instant(Date.UTC(year, month - 1, date)));
    const told = known.events.flatMap(({ claims }) => claims.map(({ id }) => id as string)).sort();
    expect(told).toEqual(impliedBy(day));
    expect(told.length).toBeGreaterThan(0);
  },
);

test('a later day knows more, and the acknowledgement of 10 November 2024 is not among what was known before it', () => {
  const [first, second, third] = ['2024-09-17', '2024-10-09', '2024-11-11'].map((day) => impliedBy(day).length);
  expect([first, second].every((n, i) => (n ?? NaN) < ([second, third][i] ?? NaN))).toBe(true);
  const acknowledged = impliedBy('2024-11-11').filter((id) => id.startsWith('israel-acknowledges-pagers.'));
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(impliedBy('2024-11-09').filter((id) => id.startsWith('israel-acknowledges-pagers.'))).toEqual([]);
});
