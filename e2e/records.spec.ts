import { countStory } from '../scripts/count.mjs';
import { axeOn, wear } from './fixtures/axe.ts';
import { plain } from './fixtures/plain.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';

const RECORDS = [
  ['about/', 'About and method'],
  ['trust/', 'Trust report'],
  ['sources/', 'Sources'],
  ['disputes/', 'Disputes'],
  ['corrections/', 'Corrections'],
] as const;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test(
    'each page about the story is complete, and leads home and to the others',
    { tag: '@desktop' },
    async ({ page }) => {
      for (const [path, name] of RECORDS) {
        await page.goto(path);
        await expect(page).toHaveTitle(`${name} · ${story.title}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
        expect(await page.locator('meta[name="description"]').getAttribute('content')).toMatch(/\w{3}/);
        await expect(page.locator('link[rel="canonical"]')).toHaveCount(1);
        await expect(page.locator('script')).toHaveCount(0);
        const nav = page.getByRole('navigation', { name: 'About this story' });
        for (const [other, title] of RECORDS) {
          const link = nav.getByRole('link', { name: title });
          if (other === path) await expect(nav.locator('[aria-current="page"]')).toHaveText(title);
          else await expect(link).toHaveAttribute('href', `../${other}`);
        }
      }
      await page.getByRole('link', { name: story.title }).click();
      await expect(page).toHaveURL(/\/$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(story.title);
    },
  );

  test(
    '/sources/ holds every source with what is known of it and the claims that cite it',
    { tag: '@desktop' },
    async ({ page }) => {
      await page.goto('sources/');
      const cited = new Map<string, string[]>();
      for (const event of story.events)
        for (const { id, citations } of event.claims)
          for (const source of new Set(citations.map((one) => one.source)))
            cited.set(source, [...(cited.get(source) ?? []), `../e/${event.id}/#${id}`]);
      const records = await page.locator('[data-source]').evaluateAll((all) =>
        all.map((one) => {
          const links = [...one.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '');
          return {
            id: one.id,
            text: one.textContent,
            out: links.filter((href) => href.startsWith('http')),
            claims: links.filter((href) => href.includes('#')),
          };
        }),
      );
      expect(records.map(({ id }) => id).sort()).toEqual(story.sources.map(({ id }): string => id).sort());
      for (const source of story.sources) {
        const record = records.find(({ id }) => id === source.id);
        const text = plain(record?.text ?? '');
        expect(text).toContain(plain(source.publisher));
        if (source.csl.title) expect(text).toContain(plain(source.csl.title));
        expect(text).toContain(source.csl.issued ? source.csl.issued.slice(0, 4) : 'date not known');
        expect(record?.out).toEqual([
          ...(source.linkChecked ? [source.csl.URL] : []),
          ...source.archives.map(({ url }) => url),
        ]);
        if (source.linkWithheld) expect(text).toContain('withheld');
        expect(record?.claims).toEqual(cited.get(source.id) ?? []);
      }
    },
  );

  test('/disputes/ holds every dispute with its answers in order', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('disputes/');
    const expected = story.events.flatMap(({ disputes }) => disputes.map(({ positions }) => positions));
    const shown = await page
      .locator('[data-dispute]')
      .evaluateAll((all) =>
        all.map((one) => [...one.querySelectorAll('[data-claim]')].map((claim) => claim.getAttribute('data-claim'))),
      );
    expect(shown).toEqual(expected);
  });

  test('/trust/ shows the figures of the separate count, each with its list', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('trust/');
    const shown = await page
      .locator('[data-figure]')
      .evaluateAll((all) =>
        all.map((one) => [
          one.getAttribute('data-figure'),
          [Number(one.getAttribute('data-value')), Number(one.getAttribute('data-of'))],
          one.querySelectorAll('details li').length,
          one.querySelector('.n')?.textContent,
        ]),
      );
    const counted = countStory('data');
    expect(Object.fromEntries(shown.map(([name, figure]) => [name, figure]))).toEqual(counted);
    for (const [name, [n], items, words] of shown as [string, [number, number], number, string][]) {
      expect(words).toBe(String(n));
      if (!name.startsWith('quotations')) expect(items).toBe(n);
      else expect(items > 0).toBe(n > 0);
    }
  });

  test('each published revision has a page of its own that says what it is', { tag: '@desktop' }, async ({ page }) => {
    const event = story.events.find(({ revisions }) => revisions.some(({ kept }) => kept));
    const revision = event?.revisions.find(({ kept }) => kept);
    expect(revision, 'the story is published').toBeDefined();
    await page.goto(`e/${event?.id}/`);
    await page.getByRole('link', { name: new RegExp(`^Revision ${revision?.n}\\b`) }).click();
    await expect(page).toHaveURL(new RegExp(`/e/${event?.id}/r/${revision?.n}/$`));
    await expect(page.getByRole('complementary', { name: 'About this revision' })).toContainText('does not change');
    await expect(page.locator('script')).toHaveCount(0);
    for (const { id } of event?.claims ?? []) await expect(page.locator(`[data-claim="${id}"]`).first()).toBeVisible();
    await page.getByRole('link', { name: 'The event as it now stands' }).click();
    await expect(page).toHaveURL(new RegExp(`/e/${event?.id}/$`));
  });
});

test.describe('on the smallest screen', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  for (const [path] of RECORDS)
    test(`${path} fits, and axe finds nothing, in light and dark`, { tag: '@desktop' }, async ({ page }) => {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      // Hundreds of parts of the same make take axe minutes: a few of each are left to it.
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('[data-source]:nth-child(n + 3), .items > :nth-child(n + 3)'))
          part.remove();
        for (const part of [...document.querySelectorAll('section:has(> .one)')].slice(4)) part.remove();
      });
      expect((await axeOn(page).analyze()).violations).toEqual([]);
      // The dark theme changes colours and nothing else.
      await wear(page, 'dark');
      expect((await axeOn(page).withRules('color-contrast').analyze()).violations).toEqual([]);
    });
});

test('the timeline leads to the page about the story in one step, on small screens too', async ({ page }) => {
  await page.goto('');
  const about = page.locator('a[href$="about/"]').filter({ visible: true }).first();
  await about.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About and method');
});

test('every kind of page leads to the pages about the story', { tag: '@desktop' }, async ({ page }) => {
  for (const path of ['', `e/${story.events[0]?.id}/`, '#v1&view=list']) {
    await page.goto(path);
    for (const [record] of RECORDS)
      expect(await page.locator(`a[href$="${record}"]`).count(), `${path} to ${record}`).toBeGreaterThan(0);
  }
});
