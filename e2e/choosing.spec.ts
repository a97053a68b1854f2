import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';

const total = story.events.length;
const after = story.events.filter(({ phase }) => phase === 'after').length;

test.describe('what was known by a day, and filters', () => {
  test('the slider walks the days by key; the day is in the link, and survives a reload', async ({ page }) => {
    await page.goto('#v1&known=2024-09-17');
    const slider = page.getByRole('slider', { name: 'Known by' });
    await expect(slider).toHaveAttribute('aria-valuetext', /became known on 17 September 2024/);
    const filtered = page.locator('[data-count="filtered"]');
    const first = Number(await filtered.getAttribute('data-value'));
    expect(first).toBeGreaterThan(0);
    await slider.press('ArrowRight');
    await expect(page).toHaveURL(/known=2024-09-18/);
    await page.reload();
    await expect(slider).toHaveAttribute('aria-valuetext', /18 September 2024/);
    await slider.press('End');
    await expect(filtered).toHaveAttribute('data-value', '0');
  });

  test('a filter is chosen, counted, in the link, undone by Back, kept by reload and list, and cleared at once', async ({
    page,
  }) => {
    await page.goto('#v1&t=2024-09-01..2024-12-31');
    await page.getByRole('button', { name: 'More filters' }).click();
    const dialog = page.getByRole('dialog', { name: 'Filter events' });
    await dialog.getByRole('checkbox', { name: `After the article ${after}` }).check();
    await expect(dialog.getByRole('status')).toHaveText(`${after} of ${total} events`);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page).toHaveURL(/#v1&phase=after&t=2024-09-01\.\.2024-12-31$/);
    const filtered = page.locator('[data-count="filtered"]');
    await expect(filtered).toHaveAttribute('data-value', String(total - after));
    await page.goBack();
    await expect(filtered).toHaveAttribute('data-value', '0');
    await page.goForward();
    await page.reload();
    await expect(filtered).toHaveAttribute('data-value', String(total - after));
    await page.getByRole('radio', { name: 'List' }).check({ force: true });
    await expect(page.locator('[data-view="list"] article')).toHaveCount(after);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect(page.locator('[data-view="list"] article')).toHaveCount(total);
  });

  test('where nothing is left the page says why, and offers the way out', async ({ page }) => {
    await page.goto('#v1&actor=Hezbollah&known=2000-01-01');
    await expect(page.getByText('Nothing of this story was known by 1 January 2000')).toBeVisible();
    await page.getByRole('button', { name: 'Show all that is known now', exact: true }).click();
    await expect(page.locator('[data-count="visible"]')).not.toHaveAttribute('data-value', '0');
  });
});
