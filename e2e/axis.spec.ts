import { expect, test } from './fixtures/test.ts';
import { overlapping, TimelinePage } from './pages/timeline.ts';

test(
  'empty time is folded on request: its length is written and spoken, labels stay apart, the link keeps it',
  { tag: '@desktop' },
  async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open('./#v1&t=2006-01-01..2025-01-01');
    const few = (await timeline.labels()).length;
    await expect(page.locator('.overview')).toContainText('folded here: 18 years, 48 days without events');
    await timeline.press('Fold gaps');
    await timeline.settled();
    await expect(page.getByRole('button', { name: 'Fold gaps' })).toHaveAttribute('aria-pressed', 'true');
    expect((await timeline.labels()).length).toBeGreaterThan(few + 3);
    expect(overlapping(await timeline.labels())).toEqual([]);
    expect((await timeline.counts()).outside).toBe(0);
    await expect(page.locator('[data-axis]')).toContainText('18 years');
    await expect(page.locator('.field .edge')).toHaveCount(2);
    await expect(page.getByRole('option', { name: /Fuad Shukr.*after 18 years without events/ })).toBeAttached();
    await expect(page.getByRole('status').filter({ hasText: 'Folded: 18 years' })).toBeAttached();
    await expect(page).toHaveURL(/#v1&fold=1&t=/);

    const glyph = page.locator('[data-event="nasrallah-strike"] .glyph');
    const at = await glyph.boundingBox();
    if (!at) throw new Error('the mark is not drawn');
    const pointer = Math.round(at.x + at.width / 2 - 6);
    const off = at.x + at.width / 2 - 6 - pointer;
    await page.mouse.move(pointer, at.y + at.height / 2);
    for (let i = 1; i <= 3; i += 1) {
      await timeline.turn(-300);
      await timeline.settled();
      const now = await glyph.boundingBox();
      const middle = (now?.x ?? NaN) + (now?.width ?? NaN) / 2 - 6;
      expect(Math.abs(middle - pointer - off * 2 ** (0.9 * i))).toBeLessThan(1);
    }
    await page.reload();
    await timeline.settled();
    await expect(page.getByRole('button', { name: 'Fold gaps' })).toHaveAttribute('aria-pressed', 'true');
    const again = await glyph.boundingBox();
    expect(Math.abs((again?.x ?? NaN) + (again?.width ?? NaN) / 2 - 6 - pointer)).toBeLessThan(8);
  },
);

test.describe('a reader elsewhere', () => {
  test.use({ timezoneId: 'America/New_York' });

  test('the zone on screen is named and can be chosen; axis, words and typed dates follow, and the link keeps it', async ({
    page,
  }) => {
    const timeline = new TimelinePage(page);
    await timeline.open('./#v1&e=israel-hezbollah-ceasefire&t=2024-11-26..2024-11-27');
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await expect(zone.locator('option:checked')).toHaveText('Israel time');
    const when = page.locator('article[data-event="israel-hezbollah-ceasefire"] .when').first();
    await expect(when).toContainText('27 November 2024, 04:00');
    await zone.selectOption({ label: 'New York time (yours)' });
    await expect(when).toContainText('26 November 2024, 21:00');
    await expect(when).toContainText('New York time');
    await expect(page.locator('[data-view="timeline"] .span')).toHaveText(/^25 to 27 November 2024/);
    await expect(page).toHaveURL(/&tz=local/);
    await page.locator('[data-view="timeline"] .span').click();
    const dialog = page.getByRole('dialog', { name: 'Show these dates' });
    await dialog.getByLabel('From').fill('2024-11-26');
    await dialog.getByLabel('To').fill('2024-11-26');
    await expect(dialog).toContainText('New York time');
    await dialog.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.locator('[data-view="timeline"] .span')).toHaveText(/^26 November 2024/);
    await page.goto('./#v1&tz=Asia/Tokyo');
    await page.reload();
    await expect(zone.locator('option:checked')).toHaveText('Tokyo time');
  });
});
