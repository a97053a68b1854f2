import { axeOn } from './fixtures/axe.ts';
import { story } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';
import { ReadingPage } from './pages/reading.ts';
import { TimelinePage } from './pages/timeline.ts';

const event = story.events.find(({ id }) => id === 'nasrallah-strike') ?? story.events[0];
const [lead, second] = event?.claims ?? [];
const address = `/e/${event?.id}/`;

test(
  'a reporter copies citations of the page, of a claim and of a source',
  { tag: '@desktop' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const reading = new ReadingPage(page);
    await reading.openEvent(event?.id ?? '');
    await reading.panel.getByRole('button', { name: 'Cite' }).click();
    const dialog = page.getByRole('dialog', { name: 'Link, quote, cite' });
    const text = dialog.getByRole('textbox', { name: 'Text to copy' });
    await expect(text).toHaveValue(
      new RegExp(`^${story.publisher.name}\\. \\(.*${event?.title} \\(Revision \\d+\\)\\..*Retrieved .*${address}$`),
    );
    await dialog.getByRole('radio', { name: 'BibTeX' }).check();
    await expect(text).toHaveValue(/^@misc\{/);
    await dialog.getByLabel('Of what').selectOption({ value: second?.id ?? '' });
    await expect(text).toHaveValue(new RegExp(`#${second?.id}`));
    await dialog.getByLabel('Of what').selectOption({ index: (event?.claims.length ?? 0) + 1 });
    await dialog.getByRole('radio', { name: 'CSL-JSON' }).check();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(dialog.getByRole('status')).toHaveText('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await text.inputValue());
    expect(story.sources.map(({ id }) => id)).toContain((JSON.parse(copied) as { id: string }[])[0]?.id);
    const { violations } = await axeOn(page).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(reading.panel).toBeVisible();
  },
);

test('a quotation goes with everybody it came through; where the clipboard is refused, all stands selected', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) },
    });
  });
  const reading = new ReadingPage(page);
  await reading.openEvent(event?.id ?? '');
  const dialog = page.getByRole('dialog', { name: 'Link, quote, cite' });
  const text = dialog.getByRole('textbox', { name: 'Text to copy' });
  await reading.panel.getByRole('button', { name: 'Copy link' }).click();
  await expect(text).toHaveValue(new RegExp(`^http.*${address}$`));
  await dialog.getByRole('radio', { name: 'Quotation' }).check();
  const [citation] = lead?.citations ?? [];
  await expect(text).toHaveValue(new RegExp(`^“${citation?.quote}”`));
  for (const { agent } of citation?.chain ?? []) await expect(text).toHaveValue(new RegExp(agent, 'i'));
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByRole('status')).toContainText('copy it from here');
  await expect(text).toBeFocused();
  expect(await text.evaluate((field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart)).toBe(
    (await text.inputValue()).length,
  );
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', { tag: '@desktop' }, () => {
    test.use({ javaScriptEnabled });
    test('a link to a claim opens the event and marks the claim', async ({ page }) => {
      const last = event?.claims.at(-1)?.id ?? '';
      await page.goto(`e/${event?.id}/#${last}`);
      const item = page
        .getByRole('listitem')
        .filter({ has: page.locator(`[data-claim="${last}"]`) })
        .first();
      await expect(item).toBeInViewport();
      await expect(item).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    });
  });

test(
  'half a minute of dragging writes the address at most 30 times, and a browser that refuses stops nothing',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.clock.install({ time: 1_700_000_000_000 });
    await page.addInitScript(() => {
      const store = window as unknown as { writes: number[] };
      store.writes = [];
      history.replaceState = () => {
        if (store.writes.push(performance.now()) > 5) throw new DOMException('too many', 'SecurityError');
      };
    });
    const timeline = new TimelinePage(page);
    await page.goto('');
    await timeline.listbox.waitFor();
    const box = await timeline.listbox.boundingBox();
    if (!box) throw new Error('the timeline has no place');
    await page.mouse.move(box.x + 500, box.y + 300);
    await page.mouse.down();
    // 60 steps of half a second each: longer than the delay, so every one asks to be written.
    for (let i = 0; i < 60; i++) {
      await page.mouse.move(box.x + 500 + (i % 2 === 0 ? 60 : -60), box.y + 300);
      await page.clock.runFor(500);
    }
    await page.mouse.up();
    const writes = await page.evaluate(() => (window as unknown as { writes: number[] }).writes);
    expect(writes.length).toBeGreaterThan(5);
    for (const from of writes)
      expect(writes.filter((at) => at >= from && at < from + 30_000).length).toBeLessThanOrEqual(30);
    await expect(timeline.listbox).toBeVisible();
  },
);
