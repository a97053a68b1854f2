import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from '@playwright/test';
import { serve as serveFolder } from '../src/site/serve.ts';
import { faultsOf } from './fixtures/axe.ts';
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

test.describe('a file in the columns/ of a story', { tag: '@desktop' }, () => {
  let folder: string;
  let host: Awaited<ReturnType<typeof serveFolder>>;

  // As an author goes: a story to begin with, a file beside it, the build.
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sourceline-columns-'));
    const run = (...args: string[]) => execFileSync(process.execPath, args, { stdio: 'pipe' });
    run('scripts/run.mjs', 'new', join(folder, 'story'));
    mkdirSync(join(folder, 'story/columns'));
    writeFileSync(join(folder, 'story/columns/ferries.json'), STORY);
    run('scripts/build.mjs', '--story', join(folder, 'story'), '--out', join(folder, 'site'));
    host = await serveFolder({ folder: join(folder, 'site') });
  });
  test.afterAll(() => {
    host.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is a page of its own, there before any script, and the timeline takes its place without a jump', async ({
    page,
    watch,
  }) => {
    watch.allow(new RegExp(`^stranger: ${host.url}`));
    const address = `${host.url}columns/ferries/`;
    await page.setViewportSize({ width: 1280, height: 800 });
    const places = () =>
      page.locator('[data-label]').evaluateAll((all) =>
        all
          .map((one) => [one.getAttribute('data-label'), one.getBoundingClientRect()] as const)
          .map(([id, { x, y, width }]) => `${id} ${Math.round(x)} ${Math.round(y)} ${Math.round(width)}`)
          .sort(),
      );
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/showColumns-/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'commit' });
    await expect(page.getByRole('listitem').filter({ hasText: 'Ferry 99' })).toHaveCount(1);
    await expect(page.locator('[data-count="total"]')).toHaveAttribute('data-value', '3000');
    const drawn = await places();
    expect(drawn.length).toBeGreaterThan(8);
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    release();
    await expect(page.getByRole('listbox', { name: 'Ferries of the bay' })).toBeVisible();
    await expect(page.locator('.columns-document')).toHaveCount(0);
    await expect.poll(places).toEqual(drawn);
    await expect(page).toHaveTitle(/^Ferries of the bay · /);

    // The file is gone: what the build wrote stays, and says so.
    watch.allow(/404|Failed to load resource/);
    await page.context().route(/\/data\/columns\/ferries\.json$/, (route) => route.fulfill({ status: 404 }));
    await page.goto(address);
    await expect(page.getByRole('alert')).toContainText('There is no such file');
    await expect(page.getByText('Only the first view can be shown')).toBeInViewport();
    await expect(page.locator('.columns-document [data-label]').first()).toBeVisible();
    await page.context().unroute(/\/data\/columns\/ferries\.json$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('listbox', { name: 'Ferries of the bay' })).toBeVisible();

    await page.goto(`${host.url}columns/`);
    await page.getByRole('link', { name: 'Ferries of the bay' }).click();
    await expect(page).toHaveURL(address);
  });
});
