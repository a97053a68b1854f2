import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { createToolsTranslate } from '#base/tools-messages.ts';
import { citationOf, claimOf, eventOf, hopOf, storyOf } from '#testing/story.ts';
import { CITE_STYLE_NAMES, takeawaysOf } from '#views/takeaways.ts';

const said = citationOf('gazette', { quote: 'about 90 minutes' }, [
  hopOf('Channel 7'),
  hopOf('a senior official', { naming: 'unnamed' }),
]);
const story = storyOf({
  events: [eventOf('ferry', { title: 'The ferry stops', claims: [claimOf('ferry.stop', { citations: [said] })] })],
});
const ferry = must(story.data.events[0], 'ferry');
const url = 'https://lake.example/e/ferry/';
const from = { url, view: `${url}#v1&t=2031`, today: '2031-03-09' };
const t = createToolsTranslate('en');
const textsOf = (
  kind: 'link' | 'quote' | 'cite',
  style: (typeof CITE_STYLE_NAMES)[number] = 'APA',
): readonly string[] =>
  takeawaysOf(kind, story, ferry, from, t).flatMap(({ takeaways }) => takeaways.map(({ text }) => text(style)));

test('links are those of the page, of the view and of each claim', () => {
  expect(textsOf('link')).toEqual([url, `${url}#v1&t=2031`, `${url}#ferry.stop`]);
});

test('a quotation goes with its chain from the origin on, the revision, and the address of the claim', () => {
  const [text = ''] = textsOf('quote');
  expect(text.split('\n')[0]).toBe('“about 90 minutes”');
  expect(text).toMatch(
    /— A senior official, unnamed → Channel 7 → .*\n.*“The ferry stops”, revision 1\. https:.*#ferry\.stop$/,
  );
});

test('the page, each claim and each source are cited in every style; of ours with revision and day of access', () => {
  for (const style of CITE_STYLE_NAMES) {
    const [page = '', claim = '', source = '', ...more] = textsOf('cite', style);
    expect(more).toEqual([]);
    expect(page).toContain(url);
    expect(page).toMatch(/2031/);
    expect(claim).toContain('#ferry.stop');
    expect(source).not.toContain('lake.example');
  }
});

test('the story as a whole has no quotations and no claims, but all its sources', () => {
  expect(takeawaysOf('quote', story, undefined, from, t)).toEqual([]);
  expect(takeawaysOf('cite', story, undefined, from, t).flatMap(({ takeaways }) => takeaways)).toHaveLength(
    1 + story.data.sources.length,
  );
});
