import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { addressesOf } from '#site/addresses.ts';
import { headOf } from '#site/head.ts';
import { jsonLdOf, jsonLdText } from '#site/jsonld.ts';
import { oembedOf, oembedXml } from '#site/oembed.ts';
import { citationOf, claimOf, eventOf, hopOf, storyOf } from '#testing/story.ts';

const said = citationOf('gazette', { quote: '</script><b>', language: 'he' }, [
  hopOf('an official', { naming: 'unnamed' }),
]);
const story = storyOf({
  events: [
    eventOf('ferry', {
      title: 'Ferry "stops" & <waits>',
      claims: [claimOf('ferry.stop', { text: 'It <stopped>.', citations: [said] })],
      places: ['Lake'],
    }),
  ],
});
const [ferry] = story.data.events;
const parts = (siteUrl?: string) => ({
  addresses: addressesOf(siteUrl),
  dataFile: 'data/story.0123456789abcdef.json',
  integrity: 'sha256-x',
  records: {
    history: new Map(),
    retired: [],
    editions: [],
    tours: [],
    pastTours: new Map(),
    tourRevisions: new Map(),
    many: [],
  },
});
const page = { kind: 'event', id: must(ferry, 'ferry').id } as const;

test('headOf() has oEmbed early, and no sign in an attribute that would end it for a careless reader', () => {
  const head = headOf(story, page, parts('https://lake.example/'));
  expect(head.indexOf('application/json+oembed')).toBeLessThan(2000);
  expect(head).toContain('<meta property="og:image" content="https://lake.example/og/ferry.png" />');
  for (const [tag] of head.matchAll(/<(?:meta|link)\b.*/g)) expect(tag.slice(1, -3)).not.toMatch(/[<>]/);
});

test('headOf() without an address of the site says nothing that must be absolute', () => {
  const head = headOf(story, page, parts());
  expect(head).not.toMatch(/og:image|og:url|oembed/);
  expect(head).toContain('<link rel="canonical" href="./" />');
});

test('jsonLdOf() says claim, quotation, source and chain, and rates nothing', () => {
  const text = jsonLdText(jsonLdOf(story, ferry, addressesOf('https://lake.example/')));
  expect(text).not.toContain('<');
  expect(text).not.toContain('ClaimReview');
  const { '@graph': graph } = JSON.parse(text) as { '@graph': Record<string, unknown>[] };
  expect(graph.map((node) => node['@type'])).toEqual(['WebPage', 'Event', 'Claim', 'NewsArticle']);
  expect(graph[2]).toMatchObject({
    '@id': 'https://lake.example/e/ferry/#ferry.stop',
    text: 'It <stopped>.',
    citation: [
      {
        '@type': 'Quotation',
        text: '</script><b>',
        inLanguage: 'he',
        creditText: 'An official, unnamed → the article'.replace('the article', 'gazette'),
      },
    ],
  });
});

test('oembedOf() gives one plain quotation and one frame, as WordPress lets through', () => {
  const answer = oembedOf(story, ferry, addressesOf('https://lake.example/'));
  expect(answer).toMatchObject({
    type: 'rich',
    version: '1.0',
    thumbnail_url: 'https://lake.example/og/ferry.png',
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  const { html } = answer;
  expect(html).toMatch(
    /^<blockquote><a href="https:\/\/lake\.example\/e\/ferry\/">[^<>]*<\/a>[^<>]*<\/blockquote><iframe [^<>]*><\/iframe>$/,
  );
  expect(html).toContain('>Ferry &quot;stops&quot; &amp; &lt;waits&gt;</a>: It &lt;stopped&gt;.<');
  expect(html).toContain('<iframe frameborder="0" src="https://lake.example/embed/e/ferry/" title="Ferry');
});

test('oembedXml() says what the JSON says', () => {
  const answer = oembedOf(story, undefined, addressesOf('https://lake.example/'));
  const xml = oembedXml(answer);
  const plain = (text: string): string =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const read = [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', text = '']) => [name, plain(text)]);
  expect(read).toEqual(Object.entries(answer).map(([name, value]) => [name, String(value)]));
});
