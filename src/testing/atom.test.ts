import { expect, test } from 'vitest';
import { atomFaults } from '#testing/atom.ts';

const feed = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:a.example,2031:f</id><title>F</title><updated>2031-03-04T00:00:00Z</updated><author><name>A</name></author><link rel="self" href="https://a.example/f"/>${entry}</feed>`;
const entry =
  '<entry><id>tag:a.example,2031:1</id><title>E</title><updated>2031-03-04T00:00:00Z</updated><link href="/e"/></entry>';
const having = (part: string): string => feed(entry.replace('<link', `${part}<link`));

const SOUND = {
  plain: feed(entry),
  empty: feed(''),
  'with words of others': having('<x:note xmlns:x="urn:x" a="1">n<x:more/></x:note>'),
  'with XHTML': having('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>n</p></div></content>'),
  'with HTML': having('<summary type="html">&lt;p&gt;n</summary>'),
};

/** Each has one thing that the grammar refuses; which, libxml2 does not always say. */
const REFUSED = {
  'no id': feed(entry.replace(/<id>.*?<\/id>/, '')),
  'two titles': having('<title>F</title>'),
  'a day for a time': feed(entry.replace('T00:00:00Z', '')),
  RSS: '<rss/>',
  'what Atom does not know': having('<guid/>'),
  'a link to nowhere': having('<link rel="related"/>'),
  'a text of unknown type': having('<summary type="markdown">n</summary>'),
  'a person without a name': having('<author><uri>https://a.example/</uri></author>'),
  'a category without a term': having('<category label="c"/>'),
  'an entry in an entry': having(entry),
  'what is no XML': feed('<entry>'),
};

/** Each has one thing that no grammar can refuse, and the words for it. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ['one id twice', feed(entry + entry), 'two entries have one id'],
  ['a time of no zone', feed(entry.replace('00:00Z', '00:00')), 'a time of no zone'],
  ['no address', feed(entry.replace('<link href="/e"/>', '')), 'neither content nor an address'],
  ['an id that is no IRI', feed(entry.replace('tag:a.example,2031:1', '1')), 'no IRI'],
  ['nobody who wrote it', feed(entry).replace(/<author>.*<\/author>/, ''), 'nobody is the author'],
  ['no address of its own', feed(entry).replace('rel="self"', 'rel="related"'), 'no link to the feed itself'],
  ['two alternates of a kind', having('<link href="/f"/>'), 'two alternates'],
  ['content elsewhere, unsaid', having('<content src="/c" type="text/plain"/>'), 'no summary'],
];

test('atomFaults() has nothing to say of sound feeds, and tells of what is wrong with others', async () => {
  const sound = Object.entries(SOUND);
  const refused = Object.entries(REFUSED);
  const faults = await atomFaults([...sound, ...refused, ...WRONG].map(([, text]) => text));
  const expected: readonly (readonly [string, string, string | RegExp])[] = [
    ...sound.map(([name, text]) => [name, text, /^$/] as const),
    ...refused.map(([name, text]) => [name, text, /Relax-NG validity error|parser error/] as const),
    ...WRONG,
  ];
  for (const [i, [name, , fault]] of expected.entries()) expect(faults[i]?.join('\n'), name).toMatch(fault);
});
