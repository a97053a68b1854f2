import AxeBuilder from '@axe-core/playwright';
import { countStory } from '../scripts/count.mjs';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';

const RECORDS = [
  ['about/', 'About and method'],
  ['trust/', 'Trust report'],
  ['sources/', 'Sources'],
  ['disputes/', 'Disputes'],
  ['corrections/', 'Corrections'],
] as const;
const plain = (text: string): string => text.replace(/[“”"]/g, '').replace(/\s+/g, ' ').trim();

for (const javaScriptEnabled of [false, true])
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    for (const [path, name] of RECORDS)
      test(`${path} is complete and leads home and to the other pages`, async ({ page }) => {
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
        await page.getByRole('link', { name: story.title }).click();
        await expect(page).toHaveURL(/\/$/);
      });

    test(
      '/sources/ holds every source with what is known of it and the claims that cite it',
      { tag: '@desktop' },
      async ({ page }) => {
        await page.goto('sources/');
        await expect(page.locator('[data-source]')).toHaveCount(story.sources.length);
        const cited = new Map<string, string[]>();
        for (const event of story.events)
          for (const { id, citations } of event.claims)
            for (const source of new Set(citations.map((one) => one.source)))
              cited.set(source, [...(cited.get(source) ?? []), `../e/${event.id}/#${id}`]);
        for (const source of story.sources) {
          const record = page.locator(`[id="${source.id}"]`);
          const text = plain((await record.textContent()) ?? '');
          expect(text).toContain(plain(source.publisher));
          if (source.csl.title) expect(text).toContain(plain(source.csl.title));
          expect(text).toContain(source.csl.issued ? source.csl.issued.slice(0, 4) : 'date not known');
          const links = await record
            .locator('a[href^="http"]')
            .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
          expect(links).toEqual([
            ...(source.linkChecked ? [source.csl.URL] : []),
            ...source.archives.map(({ url }) => url),
          ]);
          if (source.linkWithheld) expect(text).toContain('withheld');
          const claims = await record
            .locator('a[href*="#"]')
            .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
          expect(claims).toEqual(cited.get(source.id) ?? []);
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

    test(
      '/trust/ shows the figures of the separate count, each with its list',
      { tag: '@desktop' },
      async ({ page }) => {
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
      },
    );
  });

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 700 } });
    for (const [path] of RECORDS)
      test(`${path} fits 320 px and axe finds nothing`, { tag: '@desktop' }, async ({ page }) => {
        await page.goto(path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
        // Hundreds of parts of the same make take axe minutes: a few of each are left to it.
        await page.evaluate(() => {
          for (const part of document.querySelectorAll('[data-source]:nth-child(n + 3), .items > :nth-child(n + 3)'))
            part.remove();
          for (const part of [...document.querySelectorAll('section:has(> .one)')].slice(4)) part.remove();
        });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations).toEqual([]);
      });
  });

test('the timeline leads to the page about the story in one step, on small screens too', async ({ page }) => {
  await page.goto('');
  const about = page.locator('a[href$="about/"]').filter({ visible: true }).first();
  await about.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About and method');
});

test('every kind of page leads to the pages about the story', async ({ page }) => {
  for (const path of ['', `e/${story.events[0]?.id}/`, '#v1&view=list']) {
    await page.goto(path);
    for (const [record] of RECORDS)
      expect(await page.locator(`a[href$="${record}"]`).count(), `${path} to ${record}`).toBeGreaterThan(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

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

  test('a link to a claim leads to its place on the page of its event', { tag: '@desktop' }, async ({ page }) => {
    for (const event of story.events) {
      await page.goto(`e/${event.id}/`);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id } of event.claims) expect(ids).toContain(id);
    }
  });
});
