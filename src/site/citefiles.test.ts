import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { bibtex, cslJson, ris } from '#model/cite-records.ts';
import { apa, chicago, mla, plain } from '#model/cite-styles.ts';
import { claimItem, eventItem, sourceItem, type CiteItem } from '#model/cite.ts';
import { createStory } from '#model/story.ts';
import { addressesOf } from '#site/addresses.ts';
import { citeFiles } from '#site/citefiles.ts';
import { readStory } from '#site/compile.ts';

const read = await readStory('data');
const story = createStory(must(read.ok ? read.value : null, 'the story has faults'));
const { events, sources } = story.data;
const TODAY = '2026-11-25';
const from = { url: 'https://story.example/e/x/', today: TODAY };
const shown = (item: CiteItem): string =>
  [apa, mla, chicago, plain, bibtex, ris].map((write) => write(item)).join('\n') +
  JSON.stringify(cslJson(item), null, 1);

test.each([...new Set(sources.map(({ csl }) => csl.type))].sort())(
  'golden citations of sources of type %s',
  async (type) => {
    const ofType = sources.filter(({ csl }) => csl.type === type);
    // The fullest record, one without a title, one without a date: as far as there are such.
    const chosen = [
      ofType.toSorted((a, b) => JSON.stringify(b.csl).length - JSON.stringify(a.csl).length)[0],
      ofType.find(({ csl }) => csl.title === undefined),
      ofType.find(({ csl }) => csl.issued === undefined),
    ];
    const items = [...new Set(chosen)].flatMap((source) => (source ? [sourceItem(source, { today: TODAY })] : []));
    await expect(items.map(shown).join('\n\n')).toMatchFileSnapshot(`golden/cite-${type}.txt`);
  },
);

test('golden citations of an event and of a claim', async () => {
  const event = must(story.byId.get('nasrallah-strike' as never) ?? events[0], 'an event');
  const items = [eventItem(story, event, from), claimItem(story, event, event.claims[0], from)];
  await expect(items.map(shown).join('\n\n')).toMatchFileSnapshot('golden/cite-page.txt');
});

/** CSL-JSON 1.0.2: no key beyond its own, dates as parts, a type of its list. @see https://github.com/citation-style-language/schema */
const KEYS = new Set('id type title container-title publisher author issued accessed URL language version'.split(' '));
test('cslJson() of every source, event and claim keeps to the keys and forms of the format', () => {
  const items = [
    ...sources.map((source) => sourceItem(source, { today: TODAY })),
    ...events.flatMap((event) => [
      eventItem(story, event, from),
      ...event.claims.map((claim) => claimItem(story, event, claim, from)),
    ]),
  ];
  for (const item of items.map(cslJson)) {
    expect(Object.keys(item).filter((key) => !KEYS.has(key))).toEqual([]);
    expect(item['id']).toMatch(/^[a-z0-9-]+$/);
    for (const date of [item['issued'], item['accessed']]) {
      if (date !== undefined) expect(date).toEqual({ 'date-parts': [expect.any(Array)] });
    }
  }
});

type Csl = {
  readonly title?: string;
  readonly URL?: string;
  readonly issued?: { 'date-parts': number[][] };
  readonly author?: unknown;
};
const parsed = (text: string): Csl => must((new Cite(text).data as Csl[])[0], 'nothing was read');

test('citation-js reads our BibTeX and RIS back: title, address, year and authors, of every source', () => {
  for (const source of sources) {
    const item = sourceItem(source);
    const years = (one: Csl): number | undefined => one.issued?.['date-parts'][0]?.[0];
    const [bib, fromRis] = [parsed(bibtex(item)), parsed(ris(item))];
    for (const one of [bib, fromRis]) {
      expect(one.title?.replace(/<\/?[a-z-]+[^>]*>/g, ''), item.id).toBe(item.title);
      expect(one.URL, item.id).toBe(item.url);
      expect(years(one), item.id).toBe(item.issued?.year);
    }
  }
});

test('apa() is what citation-js makes of sources with author, title and date', () => {
  const full = sources.filter(
    ({ csl }) =>
      csl.author?.every(({ family }) => family) && csl.title && csl.issued && csl.type === 'article-newspaper',
  );
  const plainText = (text: string): string =>
    text
      .replace(/[’‘“”"]/g, "'")
      .replace(/\s+/g, ' ')
      .trim();
  for (const source of full) {
    const item = sourceItem(source);
    const theirs = new Cite([cslJson(item)]).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' });
    // citation-js gives a name such as irantimes.com a capital, which it has not.
    expect(plainText(apa(item)).toLowerCase(), item.id).toBe(plainText(String(theirs)).toLowerCase());
  }
  expect(full.length).toBeGreaterThan(0);
});

test('citeFiles() holds the page, its claims and their sources, and no date of access', () => {
  const event = must(events[0], 'an event');
  const files = new Map(citeFiles(story, event, addressesOf('https://story.example/')));
  const records = JSON.parse(must(files.get('json'), 'json')()) as {
    readonly id: string;
    readonly accessed?: unknown;
  }[];
  expect(records).toHaveLength(1 + event.claims.length + story.citationNumbers(event).size);
  expect(records[0]).toMatchObject({ URL: `https://story.example/e/${event.id}/`, version: '1' });
  expect(records.every(({ accessed }) => accessed === undefined)).toBe(true);
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
});
