import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

const DAY = 86_400_000;

/** Puts a file on the site; only the worker fetches it. */
async function serve(page: Page, body: string, status = 200): Promise<void> {
  await page.context().route(
    ({ pathname }) => pathname.endsWith('/many.json'),
    (route) => route.fulfill({ status, contentType: 'application/json', body }),
  );
}

/** A story of so many events, a day apart. */
const storyOf = (length: number): string =>
  JSON.stringify({
    format: 'sourceline-columns/1',
    title: 'Ferries of the bay',
    source: { title: 'Log of the harbour', url: 'https://example.org/log' },
    bands: [
      { id: 'in', title: 'Arrivals' },
      { id: 'out', title: 'Departures' },
    ],
    columns: {
      title: Array.from({ length }, (_, i) => (i === 1500 ? 'Gull runs aground' : `Ferry ${i}`)),
      start: Array.from({ length }, (_, i) => Date.UTC(2000, 0, 1) + i * DAY),
      band: Array.from({ length }, (_, i) => i % 2),
    },
  });
const STORY = storyOf(3000);
const OPEN = 'columns/?story=../many.json';

test('a file of many events is shown, searched and opened', { tag: '@desktop' }, async ({ page }) => {
  await serve(page, STORY);
  await page.goto(OPEN);
  await expect(page.getByRole('heading', { name: 'Ferries of the bay' })).toBeVisible();
  await expect(page.locator('[data-count="total"]')).toHaveAttribute('data-value', '3000');
  await page.getByRole('checkbox', { name: 'Departures' }).uncheck();
  await expect(page.locator('[data-count="filtered"]')).toHaveAttribute('data-value', '1500');
  await page.getByRole('searchbox').fill('gull');
  await expect(page.getByText('1 event found')).toBeVisible();
  await expect(page.locator('[data-count="filtered"]')).toHaveAttribute('data-value', '2999');
  await page.locator('g[data-event="row-1501"]').click();
  await expect(page.getByRole('heading', { name: 'Gull runs aground' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Log of the harbour' })).toBeVisible();
  await expect(page).toHaveURL(/columns\/\?story=\.\.(?:%2F|\/)many\.json#v1&e=row-1501$/);
});

test(
  'what is wrong with a file is told plainly, and can be tried again',
  { tag: '@desktop' },
  async ({ page, watch }) => {
    watch.allow(/404|Failed to load resource/);
    await serve(page, '', 404);
    await page.goto(OPEN);
    await expect(page.getByRole('alert')).toContainText('There is no such file');
    await serve(page, STORY.slice(0, 2000));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('alert')).toContainText('cut off');
    await serve(page, STORY.replace(String(Date.UTC(2000, 0, 2)), '"2020-02-30"'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('alert')).toContainText('row 2');
    await serve(page, STORY);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Ferries of the bay' })).toBeVisible();
  },
);

test('a file of another site is not read', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('columns/?story=https://example.org/many.json');
  await expect(page.getByRole('alert')).toContainText('another site (example.org)');
});

test('ten events and ten thousand are as many stops for Tab', { tag: '@desktop' }, async ({ page }) => {
  const stops: string[][] = [];
  for (const length of [10, 10_000]) {
    await serve(page, storyOf(length));
    await page.goto(OPEN);
    await page.reload();
    await expect(page.locator('main[aria-busy="false"]')).toBeVisible();
    await expect(page.locator('[data-count="total"]')).toHaveAttribute('data-value', String(length));
    const found: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const { activeElement: one } = document;
        return one === document.body
          ? ''
          : `${one?.getAttribute('role') ?? one?.localName} ${one?.getAttribute('aria-label') ?? ''}`;
      });
      if (stop === '') break;
      found.push(stop);
      expect(found.length).toBeLessThan(60);
    }
    stops.push(found);
  }
  expect(stops[0]?.length).toBeGreaterThan(5);
  expect(stops[0]?.filter((stop) => stop.startsWith('listbox'))).toHaveLength(1);
  expect(stops[1]).toEqual(stops[0]);
});
