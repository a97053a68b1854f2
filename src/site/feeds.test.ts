import { expect, test } from 'vitest';
import type { StoryData } from '#model/types.ts';
import { addressesOf } from '#site/addresses.ts';
import { changesFeed, correctionsFeed } from '#site/feeds.ts';
import { robotsOf, sitemapOf } from '#site/sitemap.ts';
import { claimOf, eventOf, storyOf } from '#testing/story.ts';

const at = addressesOf('https://lake.example/');
const revisions = [
  { n: 1, date: '2031-03-04', note: 'First published.' },
  { n: 2, date: '2031-03-06', note: 'The port’s figure.' },
] as const;
const correction: StoryData['corrections'][number] = {
  id: 'cor1',
  date: '2031-03-06',
  kind: 'correction',
  targets: ['ferry.forty'],
  was: 'A & B.',
  now: 'C.',
  why: 'A slip.',
  revisions: { from: 1, to: 2 },
};
const data: Partial<StoryData> = {
  updated: '2031-03-06',
  events: [
    eventOf('ferry', { revisions, title: 'Ferry <stops>', claims: [claimOf('ferry.forty')] }),
    eventOf('repair', { revisions: [{ n: 1, date: '2031-03-05', note: 'First published.' }] }),
  ],
  corrections: [correction],
};
const fields = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);

test('changesFeed() has an entry for each revision, newest first, under ids that never change', () => {
  const xml = changesFeed(storyOf(data), at);
  expect(fields(xml, 'id')).toEqual([
    'tag:lake.example,2031-03-04:lake/feed.xml',
    'tag:lake.example,2031-03-04:lake/e/ferry/r/2',
    'tag:lake.example,2031-03-04:lake/e/repair/r/1',
    'tag:lake.example,2031-03-04:lake/e/ferry/r/1',
  ]);
  expect(fields(xml, 'updated')).toEqual(
    ['2031-03-06', '2031-03-06', '2031-03-05', '2031-03-04'].map((day) => `${day}T00:00:00Z`),
  );
  expect(xml).toContain('Ferry &#60;stops&#62;');
});

test('changesFeed(): a changed word without a revision moves no date and no id', () => {
  const renamed = { ...data, events: (data.events ?? []).map((event) => ({ ...event, title: 'Another title' })) };
  const [before, after] = [changesFeed(storyOf(data), at), changesFeed(storyOf(renamed), at)];
  for (const name of ['id', 'updated', 'published']) expect(fields(after, name)).toEqual(fields(before, name));
});

test('feeds keep their ids when the site moves, where the publisher has an address', () => {
  const publisher = { name: 'Lake Archive', url: 'https://archive.example/about' };
  const story = storyOf({ ...data, publisher });
  const moved = changesFeed(story, addressesOf('https://elsewhere.example/x/'));
  expect(fields(moved, 'id')).toEqual(fields(changesFeed(story, at), 'id'));
  expect(fields(moved, 'id')[0]).toBe('tag:archive.example,2031-03-04:lake/feed.xml');
});

test('correctionsFeed() says what was, what is now and why; without corrections it is as old as the story', () => {
  const xml = correctionsFeed(storyOf(data), at);
  expect(fields(xml, 'title').at(-1)).toBe('Correction: Ferry &#60;stops&#62;');
  expect(fields(xml, 'content')).toEqual(['Was: A &#38; B. Now: C. Why: A slip.']);
  expect(fields(correctionsFeed(storyOf({ ...data, corrections: [] }), at), 'updated')).toEqual([
    '2031-03-04T00:00:00Z',
  ]);
});

test('sitemapOf() lists each page once with the day of its last change, and no second forms', () => {
  const paths = [
    '',
    'e/ferry/',
    'e/repair/',
    'embed/e/ferry/',
    'print/e/ferry/',
    'e/ferry/r/1/',
    't/',
    't/crossing/',
    'embed/t/crossing/',
  ];
  const xml = sitemapOf(storyOf(data).data, paths, [{ id: 'crossing', updated: '2031-03-05' }], at);
  expect(fields(xml, 'loc')).toEqual(
    ['', 'e/ferry/', 'e/repair/', 't/', 't/crossing/'].map((path) => `https://lake.example/${path}`),
  );
  expect(fields(xml, 'lastmod')).toEqual(['2031-03-06', '2031-03-06', '2031-03-05', '2031-03-06', '2031-03-05']);
});

test('robotsOf() names the sitemap by its absolute address or not at all', () => {
  expect(robotsOf(at)).toContain('\nSitemap: https://lake.example/sitemap.xml\n');
  expect(robotsOf(addressesOf(undefined))).not.toContain('Sitemap');
});
