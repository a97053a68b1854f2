import { faultsOf } from './fixtures/axe.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';
import { ReadingPage } from './pages/reading.ts';

const LEAD = 'n12-us-iran-talks-report';
const lead = story.events.find(({ id }) => id === LEAD);
if (!lead) throw new Error(`the story has no ${LEAD}`);
const published = new Map(story.sources.map(({ id, published }) => [id, published]));

test('the list holds every claim, dispute, relation and source of the story', { tag: '@desktop' }, async ({ page }) => {
  const reading = new ReadingPage(page);
  await reading.openList();
  const idsOf = async (name: string): Promise<Set<string>> =>
    new Set(
      await page
        .locator(`[data-${name}]`)
        .evaluateAll((all, of) => all.map((one) => one.getAttribute(`data-${of}`) ?? ''), name),
    );
  expect(await idsOf('event')).toEqual(new Set(story.events.map(({ id }) => id)));
  expect(await idsOf('claim')).toEqual(new Set(story.events.flatMap(({ claims }) => claims.map(({ id }) => id))));
  expect(await idsOf('dispute')).toEqual(new Set(story.events.flatMap(({ disputes }) => disputes.map(({ id }) => id))));
  expect(await idsOf('relation')).toEqual(new Set(story.relations.map(({ id }) => id)));
  const cited = [...story.events.flatMap(({ claims }) => claims), ...story.relations].flatMap(
    ({ citations }) => citations,
  );
  expect(await idsOf('source')).toEqual(new Set(cited.map(({ source }) => source)));
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test(
  'the list is one of articles under months, each with a link to its page',
  { tag: '@desktop' },
  async ({ page }) => {
    const reading = new ReadingPage(page);
    await reading.openList();
    await expect(page.getByRole('heading', { level: 2, name: 'October 2024' })).toBeVisible();
    await expect(page.locator('ol > li > article[data-event]')).toHaveCount(story.events.length);
    await reading.article(LEAD).getByRole('link', { name: lead.title, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/e/${LEAD}/`));
  },
);

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('answers that differ stand side by side, of one size, in order of publication', async ({ page }) => {
    const reading = new ReadingPage(page);
    for (const event of story.events.filter(({ disputes }) => disputes.length > 0)) {
      await reading.openEvent(event.id);
      for (const dispute of event.disputes) {
        const positions = page.locator(`[data-dispute="${dispute.id}"] > ol > li`);
        const claims = await positions
          .locator('[data-claim]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('data-claim')));
        expect(claims).toEqual(dispute.positions);
        const known = dispute.positions.map((id) => {
          const citations = event.claims.find((claim) => claim.id === id)?.citations ?? [];
          return Math.min(...citations.map(({ source }) => published.get(source) ?? Infinity));
        });
        expect(known, dispute.id).toEqual([...known].sort((a, b) => (a === b ? 0 : a - b)));
        const areas = await positions.evaluateAll((all) =>
          all.map((one) => {
            const { width, height } = one.getBoundingClientRect();
            return width * height;
          }),
        );
        expect(Math.max(...areas) / Math.min(...areas), dispute.id).toBeLessThan(1.05);
      }
    }
  });

  test('each quotation says how it was seen and how it reached us', { tag: '@desktop' }, async ({ page }) => {
    const reading = new ReadingPage(page);
    await reading.openEvent(LEAD);
    const article = reading.article(LEAD);
    const text = (await article.textContent()) ?? '';
    expect(text).toContain('Checked against the full text');
    expect(text).toContain('Read in an excerpt, not checked against the full page');
    expect(text).toMatch(/\d independent origins?/);
    expect(text).not.toMatch(/sources confirm/i);
    // Words in another language are marked as such, and stand beside their translation.
    const foreign = article.locator('blockquote[lang="fa"]').first();
    await expect(foreign).toHaveAttribute('dir', 'rtl');
    await expect(article.getByText('In English,').first()).toBeVisible();
  });

  test('a source whose address no person has checked shows none', { tag: '@desktop' }, async ({ page }) => {
    const reading = new ReadingPage(page);
    await reading.openEvent(LEAD);
    const sources = reading.article(LEAD).locator('[data-source]');
    for (const source of await sources.all()) {
      const id = await source.getAttribute('data-source');
      const { linkChecked, csl } = story.sources.find((one) => one.id === id) ?? { linkChecked: false, csl: {} };
      const links = source.getByRole('link');
      if (linkChecked && 'URL' in csl) await expect(links.first()).toHaveAttribute('href', csl.URL ?? '');
      else await expect(links).toHaveCount(0);
    }
    for (const link of await sources.getByRole('link').all())
      await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });
});

test('"who says so?" is one press away: the words open in place and their source is marked', async ({
  page,
  isMobile,
}) => {
  const reading = new ReadingPage(page);
  await reading.openEvent(LEAD);
  const { id, citations } = lead.claims[0];
  const chip = reading.chips(id).first();
  await expect(chip).toHaveAttribute('aria-expanded', 'false');
  if (isMobile) await chip.tap();
  else await chip.click();
  await expect(chip).toHaveAttribute('aria-expanded', 'true');
  await expect(reading.panel.locator('q, blockquote').filter({ hasText: citations[0].quote })).toBeVisible();
  await expect(reading.panel.locator('[data-source].marked')).toHaveAttribute('data-source', citations[0].source);
  await page.keyboard.press('Escape');
  await expect(chip).toHaveAttribute('aria-expanded', 'false');
  await expect(reading.panel).toBeVisible();
});

test(
  'the words open and close by the keyboard alone, and Esc then closes the panel',
  { tag: '@desktop' },
  async ({ page }) => {
    const reading = new ReadingPage(page);
    await reading.openEvent(LEAD);
    const chip = reading.chips(lead.claims[0].id).first();
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect(chip).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(chip).toHaveAttribute('aria-expanded', 'false');
    await expect(chip).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(reading.panel).toHaveCount(0);
  },
);

test('the panel goes to the event before and after, and says so', async ({ page }) => {
  const reading = new ReadingPage(page);
  await reading.openEvent(LEAD);
  const at = story.events.indexOf(lead);
  const next = story.events[at + 1];
  await reading.panel.getByRole('button', { name: /^Later event/ }).click();
  await expect(reading.panel.getByRole('heading', { level: 2 })).toHaveText(next?.title ?? '');
  await expect(reading.panel.getByRole('status').filter({ hasText: next?.title ?? '' })).toHaveText(
    `${next?.title}, event ${at + 2} of ${story.events.length}`,
  );
  await reading.panel.getByRole('button', { name: /^Earlier event/ }).click();
  await expect(reading.panel.getByRole('heading', { level: 2 })).toHaveText(lead.title);
});

test.describe('the bottom sheet', { tag: '@desktop' }, () => {
  // A phone by itself, whatever the project: wide screens have a side panel.
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  const heightOf = async (reading: ReadingPage): Promise<number> => (await reading.panel.boundingBox())?.height ?? 0;

  test('goes up and down by its button and by keys', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const reading = new ReadingPage(page);
    await reading.openEvent(LEAD);
    const half = await heightOf(reading);
    await reading.panel.getByRole('button', { name: 'Make the panel taller' }).click();
    const full = await heightOf(reading);
    expect(full).toBeGreaterThan(half * 1.5);
    expect(full).toBeLessThan(page.viewportSize()?.height ?? 0);
    await reading.panel.getByRole('button', { name: 'Make the panel smaller' }).press('ArrowDown');
    expect(await heightOf(reading)).toBeCloseTo(half, 0);
  });

  test('follows the finger and comes to rest', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const reading = new ReadingPage(page);
    await reading.openEvent(LEAD);
    const before = await heightOf(reading);
    const box = await reading.panel.getByRole('button', { name: 'Make the panel taller' }).boundingBox();
    if (!box) throw new Error('no handle');
    const x = box.x + box.width / 2;
    await page.mouse.move(x, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(x, box.y - 150, { steps: 5 });
    expect(await heightOf(reading)).toBeCloseTo(before + 162, -1);
    await page.mouse.move(x, box.y - 330, { steps: 8 });
    await page.mouse.up();
    await expect(reading.panel.getByRole('button', { name: 'Make the panel smaller' })).toBeVisible();
  });
});

test(
  'nothing keeps a reader out: list, event page and panel, in light and dark',
  { tag: '@desktop' },
  async ({ page, browser, site }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const reading = new ReadingPage(page);
    await reading.openEvent(LEAD);
    await reading.chips(lead.claims[0].id).first().click();
    expect(await faultsOf(page)).toEqual([]);
    // Every article is made of the same parts: the few of one actor are judged in seconds, all of them in minutes.
    await page.goto('#v1&view=list&actor=Yoav%20Gallant');
    await expect(page.locator('[data-view="list"] article').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show everything' })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    // The document as it was built. Its script is kept from it rather than switched off: the check is a script, too.
    const plain = await browser.newContext({ baseURL: site.url });
    await plain.route('**/*.js', (route) => route.abort());
    const document = await plain.newPage();
    await document.goto(`e/${LEAD}/`);
    await expect(document.getByRole('heading', { level: 1, name: lead.title })).toBeVisible();
    expect(await faultsOf(document)).toEqual([]);
    await plain.close();
  },
);

test(
  'nothing scrolls sideways on the smallest screen, with the reader’s own text spacing too',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const reading = new ReadingPage(page);
    const space = (): Promise<void> =>
      page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
        );
        document.adoptedStyleSheets = [sheet];
      });
    await reading.openList();
    expect(await reading.overflow()).toBe(0);
    await space();
    expect(await reading.overflow()).toBe(0);
    const most = Math.max(...story.events.map(({ disputes }) => disputes.length));
    for (const id of [LEAD, ...story.events.flatMap((one) => (one.disputes.length === most ? [one.id] : []))]) {
      await reading.openEvent(id);
      await reading.panel.waitFor();
      await space();
      expect(await reading.overflow(), id).toBe(0);
      const inside = await reading.panel.locator('.scroller').evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(inside, id).toBe(0);
    }
  },
);
