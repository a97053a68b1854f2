import { faultsOf } from './fixtures/axe.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline.ts';

test('the whole journey by keyboard alone: reach, walk, open, read the evidence, return, leave', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // the first stop leads past the controls
  await expect(timeline.listbox).toBeFocused();
  const name = () =>
    timeline.listbox.evaluate((one) =>
      document.getElementById(one.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label'),
    );
  await page.keyboard.press('Home');
  const first = await name();
  // An event or, on a small screen, some events that stand too close.
  expect(first).toMatch(/2024: .+, (Confirmed|Reported|Claimed|Disputed)|^[0-9]+ events, .+ 2024.+ Enter zooms in$/);
  await page.keyboard.press('ArrowRight');
  expect(await name()).not.toBe(first);
  await page.keyboard.press('ArrowLeft');
  expect(await name()).toBe(first);
  await page.keyboard.press('ArrowLeft'); // beyond the edge
  await timeline.settled();
  expect(await name()).not.toBe(first);
  await page.keyboard.type('str');
  expect(await name()).toMatch(/strike/i);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await page.keyboard.press('Tab');
  for (let i = 0; i < 12; i += 1) {
    if ((await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))) !== null) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(timeline.panel.locator('blockquote, q').first()).toBeVisible();
  await page.keyboard.press('Escape'); // the evidence
  await page.keyboard.press('Escape'); // the panel
  await expect(timeline.listbox).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(timeline.listbox).not.toBeFocused();
});

test(
  'levels are walked by keyboard: out to the year and the story, in to the day, with counts that are heard',
  { tag: '@desktop' },
  async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.listbox.focus();
    const heard = page.locator('[data-view="timeline"] [role="status"]');
    await page.keyboard.type('was'); // Washington trip postponed, 8 October
    for (const name of ['September 2024', '2024', '2005']) {
      await page.keyboard.press('Alt+ArrowUp');
      await expect(heard).toContainText(name);
    }
    await expect(heard).toContainText(`of ${story.events.length} events`);
    for (const name of ['2024', 'October 2024', '8 October 2024']) {
      await page.keyboard.press('Alt+ArrowDown');
      await expect(heard).toContainText(new RegExp(`events, ${name}$`));
    }
    await page.keyboard.press('PageDown');
    await expect(heard).toContainText(/events, 9 October 2024$/);
  },
);

test('the timeline is one tab stop, its options are what is on screen, and each says date, title and standing', async ({
  page,
}) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.settled();
  const { visible } = await timeline.counts();
  const clusters = await page.locator('[data-cluster]').count();
  const options = timeline.listbox.getByRole('option');
  await expect(options).toHaveCount(visible + clusters);
  const names = await options.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  const spoken = /20[0-9]{2}: .+, (Confirmed|Reported|Claimed|Disputed)|^[0-9]+ events, .+ Enter zooms in$/;
  expect(names.filter((name) => !spoken.test(name))).toEqual([]);
  expect(await timeline.field.locator('[tabindex="0"]').count()).toBe(1);
  expect(await page.locator('[data-view="timeline"] svg *').count()).toBeLessThanOrEqual(300);
});

test('axe finds nothing in the timeline, the panel and the dialogs, in light and dark', async ({ page }) => {
  test.slow(); // three scans of a whole page
  const timeline = new TimelinePage(page);
  await timeline.open();
  expect(await faultsOf(page)).toEqual([]);
  await timeline.press('Keyboard and gestures');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await timeline.open('./#v1&e=n12-us-iran-talks-report');
  await expect(timeline.panel.getByRole('heading', { level: 2 }).first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});
