import type { Locator } from '@playwright/test';
import { indexById } from '#base/index-by-id.ts';
import { plain } from './fixtures/plain.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ javaScriptEnabled: false });

/** What a text does not hold of all that it must, in one look: Playwright notes each `expect` as a step, for longer than the search takes. */
const missing = (text: string, parts: readonly string[]): string[] => parts.filter((one) => !text.includes(plain(one)));

const textOf = async (locator: Locator): Promise<string> => plain((await locator.allTextContents()).join(' '));

test('the front page without JavaScript holds every event and every claim', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('');
  await expect(page).toHaveTitle(story.title);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.title);
  await expect(page.locator('article[data-event]')).toHaveCount(story.events.length);
  const text = await textOf(page.locator('[data-claim]'));
  expect(
    missing(
      text,
      story.events.flatMap(({ claims }) => claims.map((claim) => claim.text)),
    ),
  ).toEqual([]);
});

test('each event has a page that is complete without JavaScript', { tag: '@desktop' }, async ({ page }) => {
  const sources = indexById(story.sources);
  for (const event of story.events) {
    await page.goto(`e/${event.id}/`, { waitUntil: 'domcontentloaded' });
    await expect(page).toHaveTitle(`${event.title} · ${story.title}`);
    const read = await page.locator(`article[data-event="${event.id}"]`).evaluate(readArticle);
    expect(read.headings).toContain(event.title);
    expect(read.time).not.toBe('');
    expect(read.claims).toEqual(expect.arrayContaining(event.claims.map(({ id }) => id)));
    const [text, quotations] = [plain(read.text), plain(read.quotations)];
    const citations = event.claims.flatMap((claim) => claim.citations);
    expect(
      missing(
        quotations,
        citations.map(({ quote }) => quote),
      ),
    ).toEqual([]);
    const told = [
      ...event.claims.map((claim) => claim.text),
      ...citations.flatMap(({ chain, source }) => [
        ...chain.map(({ agent }) => agent),
        sources.get(source)?.publisher ?? '',
      ]),
      ...event.disputes.map(({ question }) => question),
      ...event.unverified,
    ];
    expect(missing(text, told)).toEqual([]);
    // Each id once, so that a link to a claim leads to its place.
    expect(new Set(read.ids).size).toBe(read.ids.length);
    expect(read.ids).toEqual(expect.arrayContaining(event.claims.map(({ id }) => id)));
  }
});

/** What a reader sees of an article, read at once: asking element by element takes minutes. */
function readArticle(article: Element) {
  const seen = (selector: string) => [...article.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const texts = (selector: string) => seen(selector).map(({ textContent }) => textContent);
  return {
    headings: texts('h1'),
    time: texts('time')[0] ?? '',
    claims: seen('[data-claim]').map((one) => one.getAttribute('data-claim')),
    quotations: texts('q, blockquote').join(' '),
    text: article.textContent,
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  };
}

test('an event page leads to its neighbours and to the whole story', { tag: '@desktop' }, async ({ page }) => {
  const [first, second] = story.events;
  await page.goto(`e/${first?.id}/`);
  await page.locator(`a[href$="e/${second?.id}/"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/e/${second?.id}/$`));
  await expect(page.getByRole('heading', { name: second?.title ?? '' }).first()).toBeVisible();
  await page.getByRole('link', { name: story.title }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.title);
});

test(
  'no page holds an inline script, style or handler, or an address outside the site',
  { tag: '@desktop' },
  async ({ request }) => {
    for (const path of ['', ...story.events.map(({ id }) => `e/${id}/`)]) {
      const html = await (await request.get(path)).text();
      expect(html).not.toMatch(
        /<script(?![^>]*\bsrc=|\stype="application\/ld\+json">)|<style\b|\sstyle="|\son[a-z]+="|javascript:/,
      );
      const loaded = [
        ...html.matchAll(/<(?:script|link(?! rel="license")|img|iframe)\b[^>]*?\b(?:src|href)="([^"]+)"/g),
      ].map(([, url]) => url);
      for (const url of loaded) expect(url).toMatch(/^(\.\/|(\.\.\/)+)/);
    }
  },
);
