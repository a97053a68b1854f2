import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

/**
 * Has the page wait for frames, and for timers of a tenth of a second where these are held too, until it is told to go on.
 * @returns what scripts of the build it has asked for
 */
async function hold(page: Page, { timers }: { readonly timers: boolean }): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/assets\/.*\.js$/.test(pathname)) asked.push(pathname);
  });
  await page.addInitScript((isHeld) => {
    const { requestAnimationFrame, setTimeout } = window;
    const held: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (run) => held.push(run);
    if (isHeld) {
      const without = (run: () => void, ms?: number): number => (ms === 100 ? 0 : setTimeout(run, ms));
      window.setTimeout = without as typeof window.setTimeout;
    }
    addEventListener('go-on', () => {
      Object.assign(window, { requestAnimationFrame, setTimeout });
      for (const run of held) requestAnimationFrame(run);
    });
  }, timers);
  return asked;
}

for (const path of ['', 't/n12-report/'])
  test(
    `the scripts of ${path || 'the front page'} start after its first frame`,
    { tag: '@desktop' },
    async ({ page }) => {
      const asked = await hold(page, { timers: true });
      await page.goto(path);
      expect(asked).toEqual([]);
      await page.evaluate(() => dispatchEvent(new Event('go-on')));
      await expect(page.getByRole('listbox')).toBeVisible();
      expect(new Set(asked).size).toBe(asked.length);
    },
  );

test('a first frame that does not come is not waited for', { tag: '@desktop' }, async ({ page }) => {
  const asked = await hold(page, { timers: false });
  await page.goto('');
  await expect.poll(() => asked.length).toBeGreaterThan(3);
});
