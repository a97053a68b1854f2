import { expect, test } from './fixtures/test.ts';
import { overlapping, TimelinePage } from './pages/timeline.ts';

test.describe('the timeline of a phone', { tag: '@phone' }, () => {
  test('a finger moves it, labels keep their order and stay apart', async ({ page }) => {
    // Nothing goes on after the finger: these moves come as fast as a flick.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.settled();
    const before = await timeline.labels();
    const field = await timeline.field.boundingBox();
    if (!field) throw new Error('the timeline has no size');
    const [x, y] = [field.x + 40, field.y + field.height * 0.7];
    await timeline.touch([0, 10, 30, 60, 90, 110, 110].map((by) => [x, y - by] as const));
    await timeline.settled();
    const after = new Map((await timeline.labels()).map((label) => [label.id, label]));
    const both = before.filter(({ id }) => after.has(id));
    expect(both.length).toBeGreaterThan(3);
    for (const label of both) expect(label.top - (after.get(label.id)?.top ?? NaN)).toBeCloseTo(110, 0);
    expect(overlapping([...after.values()])).toEqual([]);
  });

  test('two fingers zoom, and what is between them stays there', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.settled();
    const field = await timeline.field.boundingBox();
    const label = (await timeline.labels()).find(({ top }) => top > (field?.y ?? 0) + (field?.height ?? 0) / 3);
    const bar = page.locator(`[data-event="${label?.id ?? ''}"] .bar`);
    const place = await bar.boundingBox();
    if (!place) throw new Error('no mark near the middle');
    const middle = Math.round(place.y);
    const path = [40, 50, 60, 70, 80, 80];
    await timeline.touch(
      path.map((by) => [80, middle - by] as const),
      path.map((by) => [120, middle + by] as const),
    );
    await timeline.settled();
    const now = await bar.boundingBox();
    // Off the middle by less than a px, and that doubled.
    expect(Math.abs((now?.y ?? NaN) - place.y)).toBeLessThan(2);
    expect(overlapping(await timeline.labels())).toEqual([]);
  });

  test('the ways to what lies beyond stand above and below, and go there', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await page.getByRole('button').filter({ hasText: '↓' }).click();
    await timeline.settled();
    expect((await timeline.counts()).visible).toBeGreaterThan(0);
    await timeline.press('Whole story');
    await timeline.settled();
    await expect(page.getByRole('button').filter({ hasText: /[↑↓]/ })).toHaveCount(0);
  });

  test('a tap opens the event in the sheet, its mark above the sheet; Back closes it', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await page.locator('[data-label="gallant-trip-postponed"]').tap();
    const title = timeline.panel.getByRole('heading', { level: 2 }).first();
    await expect(title).toBeVisible();
    await timeline.settled();
    const [label] = (await timeline.labels()).filter(({ id }) => id === 'gallant-trip-postponed');
    const sheet = await timeline.panel.boundingBox();
    expect(label?.bottom ?? Infinity).toBeLessThanOrEqual(sheet?.y ?? 0);
    await page.goBack();
    await expect(title).toBeHidden();
  });

  test('a link to an event shows its mark and label above the sheet, on short phones and tablets too; on paper all of it', async ({
    page,
  }) => {
    const timeline = new TimelinePage(page);
    await timeline.open('./#v1&e=gallant-trip-postponed');
    for (const [width, height] of [
      [412, 915],
      [375, 667],
      [320, 568],
      [768, 1024],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect(async () => {
        const [field, sheet, mark, label] = await Promise.all(
          [
            timeline.field,
            timeline.panel,
            ...['event', 'label'].map((of) => timeline.field.locator(`[data-${of}="gallant-trip-postponed"]`)),
          ].map((one) => one.boundingBox()),
        );
        for (const drawn of [mark, label]) {
          expect(drawn?.y).toBeGreaterThanOrEqual(field?.y ?? Infinity);
          expect((drawn?.y ?? Infinity) + (drawn?.height ?? 0)).toBeLessThanOrEqual(sheet?.y ?? 0);
        }
      }).toPass();
    }
    await page.emulateMedia({ media: 'print' });
    await expect(timeline.panel).toHaveCSS('position', 'static');
    await expect(page.getByRole('group', { name: 'Move and zoom' })).toBeHidden();
  });

  test('the arrows down and up walk the column, there and back', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.listbox.focus();
    const name = () =>
      timeline.listbox.evaluate((one) =>
        document.getElementById(one.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label'),
      );
    await page.keyboard.press('Home');
    const walked = [await name()];
    for (let i = 0; i < 6; i += 1) {
      await page.keyboard.press('ArrowDown');
      walked.push(await name());
    }
    expect(new Set(walked).size).toBe(7);
    for (let i = 5; i >= 0; i -= 1) {
      await page.keyboard.press('ArrowUp');
      expect(await name()).toBe(walked[i]);
    }
  });
});
