import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import type { FrozenEvent } from '#model/history.ts';
import { createStory } from '#model/story.ts';
import type { StoryEvent } from '#model/types.ts';
import { addressesOf } from '#site/addresses.ts';
import { embedPages, newestFiles, renderEmbedPage } from '#site/embed-pages.ts';
import { claimOf, eventOf, sourceOf, storyOf } from '#testing/story.ts';

const revisionsTo = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ n: i + 1, date: `2031-03-0${4 + i}`, note: 'Words.', kept: true }));
const ferryAt = (n: number): StoryEvent =>
  eventOf('ferry', {
    claims: [claimOf('ferry.c1', { text: `What revision ${n} said.` })],
    revisions: revisionsTo(n) as unknown as StoryEvent['revisions'],
  });
const frozen = (n: number): FrozenEvent => ({ n, event: ferryAt(n), sources: [sourceOf('gazette')] });

/** The site as it was built when so many revisions of the ferry had been published. */
function siteOf(published: number) {
  const now = { ...ferryAt(published) };
  const story = storyOf({ events: published < 3 ? [now] : [now, eventOf('repair')], sources: [sourceOf('gazette')] });
  const revisions = Array.from({ length: published }, (_, i) => frozen(i + 1));
  const records = {
    history: new Map([[now.id, revisions]]),
    retired: [],
    editions: [],
    tours: [],
    pastTours: new Map(),
    tourRevisions: new Map(),
    many: [],
  };
  const parts = {
    addresses: addressesOf('https://example.org/'),
    dataFile: `data/story.${published}.json`,
    integrity: `sha256-${published}`,
    records,
  };
  const template = '<html lang="en" dir="ltr"><head><!--head--></head><body><!--body--></body></html>';
  const pages = embedPages(story, records);
  return {
    page: (path: string) =>
      renderEmbedPage(
        story,
        must(
          pages.find((one) => one.path === path),
          `no ${path}`,
        ),
        template,
        parts,
      ),
    newest: must(newestFiles(story, records)[0], 'no newest.css'),
  };
}

test('a pinned frame has the same bytes in every later build, and the words of its revision', () => {
  const [first, later] = [siteOf(1), siteOf(3)];
  const page = first.page('embed/e/ferry/r/1/');
  expect(page).toContain('What revision 1 said.');
  expect(page).toContain('Pinned: revision 1 of 4 March 2031');
  expect(page).toContain('href="https://example.org/e/ferry/r/1/"');
  expect(later.page('embed/e/ferry/r/1/')).toBe(page);
  expect(later.page('embed/e/ferry/')).toContain('What revision 3 said.');
});

test('newest.css of the story speaks to editions before the one that the story is, to all where it is none', () => {
  const cssOf = (edition: number | undefined): string => {
    const { data } = storyOf();
    const story = createStory({ ...data, ...(edition !== undefined && { edition }) });
    const editions = [1, 2].map((n) => ({ n, data }));
    const file = must(
      newestFiles(story, { history: new Map(), editions, pastTours: new Map(), tourRevisions: new Map() })[0],
      'no newest.css',
    );
    expect(file.path).toBe('embed/newest.css');
    return String(file.body());
  };
  expect(cssOf(1)).toBe('');
  expect(cssOf(2)).toContain("[data-pinned='1']");
  expect(cssOf(2)).not.toContain("[data-pinned='2']");
  expect(cssOf(undefined)).toContain("[data-pinned='2']");
});

test('newest.css beside it shows the line that a newer version exists in those that are older, and in no other', () => {
  expect(siteOf(1).newest).toMatchObject({ path: 'embed/e/ferry/newest.css' });
  expect(siteOf(1).newest.body()).toBe('');
  const css = siteOf(3).newest.body();
  for (const n of [1, 2]) expect(css).toContain(`[data-pinned='${n}'] .embed-facts .embed-newer`);
  expect(css).not.toContain("[data-pinned='3']");
});
