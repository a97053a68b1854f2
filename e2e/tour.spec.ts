import { faultsOf } from './fixtures/axe.ts';
import { hostPage } from './fixtures/host-page.ts';
import { keptBy } from './fixtures/kept.ts';
import { expect, test } from './fixtures/test.ts';

const TITLES = ['Pagers explode in Lebanon', 'A second day of explosions', 'An opportunity, the article says'] as const;

test('a reader walks through a tour by keyboard, looks into a claim, leaves the view and comes back', async ({
  page,
}) => {
  await page.goto('t/');
  await page.getByRole('link', { name: 'From the pagers to the postponed trip' }).click();
  const steps = page.getByRole('list', { name: 'Steps of this tour' }).getByRole('heading', { level: 2 });
  const timeline = page.locator('[data-view="timeline"]');
  await expect(page.locator('[data-view="tour"]').filter({ has: timeline })).toBeVisible();
  await expect(steps).toHaveText([TITLES[0]]);
  await expect(timeline.getByRole('option', { name: /Pagers used/ })).toHaveAttribute('aria-selected', 'true');

  const next = page.getByRole('button', { name: 'Next' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(steps).toHaveText([TITLES[1]]);
  await expect(page.getByRole('status').filter({ hasText: `Step 2 of 8: ${TITLES[1]}` })).toBeAttached();
  await expect(page).toHaveURL(/#step-2$/);
  await page.keyboard.press('ArrowRight');
  await expect(steps).toHaveText([TITLES[2]]);
  await expect(next).toBeFocused();
  await page.goBack();
  await expect(steps).toHaveText([TITLES[1]]);
  await page.reload();
  await expect(timeline).toBeVisible();
  await expect(steps).toHaveText([TITLES[1]]);

  // Who says so? One action, and the claim is marked in its event.
  const chip = page.getByRole('link', { name: 'Claim a' });
  await chip.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Event' });
  await expect(panel.locator('.pointed')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(chip).toBeFocused();

  const back = page.getByRole('button', { name: 'Back to this step’s view' });
  await expect(back).toBeHidden();
  await timeline.getByRole('listbox').focus();
  await page.keyboard.press('+');
  await back.click();
  await expect(back).toBeHidden();
  await expect(next).toBeFocused();

  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);

  // On paper all of it stands there, with room to write.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.tour-step:visible')).toHaveCount(8);
  await expect(page.locator('.tour-step blockquote:visible, .tour-step q:visible').first()).toBeVisible();
  await expect(timeline).toBeHidden();
});

test(
  'a tour in a frame: beside the timeline where there is room, else as a document, with no trace in the history',
  { tag: '@desktop' },
  async ({ page, site }) => {
    const frames = [700, 380].map(
      (width) =>
        `<iframe title="${width}" width="${width}" height="700" src="${site.url}embed/t/n12-report/" sandbox="allow-scripts"></iframe>`,
    );
    await page.goto(site.host(hostPage(frames.join(''))));
    const [wide, narrow] = ['700', '380'].map((title) => page.frameLocator(`iframe[title="${title}"]`));
    if (!wide || !narrow) throw new Error('no frames');
    await expect(wide.locator('[data-view="timeline"]')).toBeVisible();
    const steps = wide.getByRole('list', { name: 'Steps of this tour' }).getByRole('heading', { level: 2 });
    await expect(steps).toHaveText(['The report']);
    const before = await page.evaluate(() => history.length);
    await wide.getByRole('button', { name: 'Next' }).click();
    await expect(steps).toHaveText(['The terms, and two translations']);
    expect(await page.evaluate(() => history.length)).toBe(before);
    for (const frame of [wide, narrow]) {
      await expect(frame.getByRole('link', { name: 'This tour with room to read' })).toBeVisible();
      await expect(frame.getByText(/^As of /)).toBeVisible();
    }
    await narrow.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    await expect(narrow.locator('.tour-step:visible')).toHaveCount(5);
    await expect(narrow.locator('[data-view="timeline"]')).toHaveCount(0);

    // In another language the words of the tour stay in their own, and run as it does, beside the timeline too.
    await page.goto(`${site.url}embed/t/n12-report/?lang=he`);
    await expect(page.getByRole('button', { name: 'הבא' })).toBeVisible();
    const step = page.locator('.tour-step:visible');
    await expect(step.locator('.tour-place')).toHaveText(/שלב 1 מתוך 5/);
    await expect(step.locator('.tour-question strong')).toHaveText('לשיחה');
    await expect(step.getByRole('heading', { level: 2, name: 'The report' })).toHaveAttribute('lang', 'en');
    const sentence = step.locator('.tour-told').getByText(/^Israel’s N12 reported/);
    expect(await sentence.evaluate((one: HTMLElement) => [one.lang, getComputedStyle(one).direction])).toEqual([
      'en',
      'ltr',
    ]);
    // So the name of an event beyond the edge is cut short at its end, though its date follows it from right to left.
    const beyond = page.getByRole('button').filter({ hasText: /[↑↓←→]/ });
    const words = beyond.first().getByText(/\d{4}/);
    await expect(words).toHaveCSS('direction', 'rtl');
    await expect(words.locator('..')).toHaveCSS('direction', 'ltr');
    await expect(page.locator('.tour')).not.toContainText(/Step \d|Tour of|Claim |What these|The exact words/);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'הבא' }).click();
    await step.getByRole('link', { name: /טענה/ }).first().click();
    await expect(page.locator('.pointed')).toBeVisible();
    expect([await keptBy(page.mainFrame()), await page.context().cookies()]).toEqual([0, []]);
    await page.setViewportSize({ width: 280, height: 320 });
    await expect(page.locator('.tour-step:visible')).toHaveCount(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await faultsOf(page)).toEqual([]);
  },
);
