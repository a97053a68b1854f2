import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline.ts';

const claims = story.events.flatMap((event) => event.claims.map((claim) => ({ event, claim })));

test('words are typed, found in a claim, and lead there; the timeline and the list keep to them', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  const field = page.getByRole('combobox', { name: 'Search' });
  await field.fill('PAGERS Syria');
  const found = page.getByRole('listbox', { name: 'Found' });
  await expect(found.locator('mark').filter({ hasText: 'Syria' }).first()).toBeVisible();
  const hits = found.getByRole('option');
  await field.press('ArrowDown');
  await field.press('ArrowDown'); // after the event itself comes its first claim
  await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true');
  const sentence = await hits.nth(1).textContent();
  await field.press('Enter');
  await expect(page).toHaveURL(/#v1&c=[\w-]+\.[\w-]+&e=[\w-]+&q=PAGERS%20Syria/);
  const marked = timeline.panel.locator('.pointed');
  await expect(marked).toBeInViewport();
  await expect(marked).toBeFocused();
  expect(sentence).toContain((await marked.locator('[data-claim]').textContent()) ?? '?');
  const left = story.events.length - (await timeline.counts()).filtered;
  expect(left).toBeLessThan(4);
  await page.getByRole('radio', { name: 'List' }).check({ force: true });
  await expect(page.locator('[data-view="list"] article')).toHaveCount(left);
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.locator('[data-view="list"] article')).toHaveCount(story.events.length);
});

test(
  'words in another script find their quotation; where nothing is left the page says why',
  { tag: '@desktop' },
  async ({ page }) => {
    const foreign = claims.find(({ claim }) => claim.citations.some(({ language }) => language === 'fa'));
    const quote = foreign?.claim.citations.find(({ language }) => language === 'fa')?.quote ?? '';
    await page.goto('');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill(quote.split(' ').slice(0, 3).join(' '));
    await expect(page.getByRole('option').filter({ hasText: foreign?.claim.text ?? '?' })).toBeVisible();
    await field.fill('zeppelin');
    await expect(page.getByText('the words “zeppelin”')).toBeVisible();
    await field.press('Escape');
    await page.getByRole('button', { name: 'Clear the search' }).last().click();
    await expect(page.locator('[data-count="filtered"]')).toHaveAttribute('data-value', '0');
  },
);

test(
  'filter, words, day and window go together through reload, Back, Forward and another reader’s screen',
  { tag: '@desktop' },
  async ({ page, context }) => {
    const timeline = new TimelinePage(page);
    await timeline.open('#v1&known=2024-10-09&phase=in&q=Iran&t=2024-09-20..2024-10-10');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.focus();
    await expect(page.getByRole('option').first()).toBeVisible();
    const counts = await timeline.counts();
    expect(counts.filtered).toBeGreaterThan(0);
    expect(counts.visible + counts.clustered).toBeGreaterThan(0);
    const isSame = (one = timeline) => expect.poll(() => one.counts()).toEqual(counts);

    await page.reload();
    await isSame();
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    await field.press('Enter');
    await expect(timeline.panel.locator('.pointed')).toBeVisible();
    const chosen = page.url();
    await page.goBack();
    await expect(timeline.panel.locator('.pointed')).toHaveCount(0);
    await expect(field).toHaveValue('Iran');
    await isSame();
    await page.goForward();
    await expect(page).toHaveURL(chosen);
    const claim = await timeline.panel.locator('.pointed [data-claim]').getAttribute('data-claim');

    const other = new TimelinePage(await context.newPage());
    await other.open(chosen);
    await expect(other.panel.locator(`.pointed [data-claim="${claim}"]`)).toBeInViewport();
    await expect.poll(async () => (await other.counts()).filtered).toBe(counts.filtered);
  },
);
