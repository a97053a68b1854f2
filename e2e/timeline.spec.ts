import { LABEL_FONT } from '../src/layout/layout.ts';
import { textWidth } from '../src/layout/text-width.ts';
import { expect, test } from './fixtures/test.ts';
import { overlapping, TimelinePage } from './pages/timeline.ts';

const TOTAL = 35;

test.describe('the timeline', () => {
  test('opens on 15 September to 10 October 2024, named by the story, with every event accounted for', async ({
    page,
  }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await expect(page.getByRole('listbox', { name: 'A report of covert talks, and how it came about' })).toBeVisible();
    await expect(page.getByRole('button', { name: '15 September to 10 October 2024' })).toBeVisible();
    const { visible, clustered, filtered, outside, total } = await timeline.counts();
    expect(total).toBe(TOTAL);
    expect(visible + clustered + filtered + outside).toBe(TOTAL);
    expect(overlapping(await timeline.labels())).toEqual([]);
  });

  test('at every step of the wheel from all years to ten minutes and back, labels are apart and the counts add up', async ({
    page,
  }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.press('Whole story');
    await timeline.settled();
    const shown = new Set<string>();
    for (const delta of [...Array<number>(14).fill(-480), ...Array<number>(7).fill(960)]) {
      await timeline.wheel(0.954, delta);
      await timeline.settled();
      const labels = await timeline.labels();
      for (const { id } of labels) shown.add(id);
      expect(overlapping(labels)).toEqual([]);
      const { visible, clustered, filtered, outside } = await timeline.counts();
      expect(visible + clustered + filtered + outside).toBe(TOTAL);
      if (await timeline.isVertical()) continue; // there labels come in from the edges
      const field = await timeline.field.boundingBox();
      const [first, last] = [field?.y ?? NaN, (field?.y ?? NaN) + (field?.height ?? NaN)];
      expect(labels.filter(({ top, bottom }) => !(top >= first && bottom <= last))).toEqual([]);
    }
    expect(shown.size).toBeGreaterThan((await timeline.isVertical()) ? 2 : 5);
  });

  test('buttons and keys zoom and move as the wheel does', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    const span = page.locator('[data-view="timeline"] .span');
    const first = await span.innerText();
    await timeline.press('Zoom in');
    await timeline.settled();
    expect(await span.innerText()).not.toBe(first);
    await timeline.press('First view');
    await timeline.settled();
    expect(await span.innerText()).toBe(first);
    await timeline.press('Later');
    await timeline.settled();
    expect(await span.innerText()).not.toBe(first);
    await timeline.listbox.focus();
    await page.keyboard.press('0');
    await timeline.settled();
    expect((await timeline.counts()).outside).toBe(0);
    await page.keyboard.press('+');
    await timeline.settled();
    expect(overlapping(await timeline.labels())).toEqual([]);
  });

  test(
    'a drag moves every label by the same way, flips none and changes no lane',
    { tag: '@desktop' },
    async ({ page }) => {
      const timeline = new TimelinePage(page);
      await timeline.open();
      const before = await timeline.labels();
      const field = await timeline.field.boundingBox();
      if (!field) throw new Error('the timeline has no size');
      const [x, y] = [field.x + field.width * 0.4, field.y + 12];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 60, y, { steps: 4 });
      await page.mouse.move(x + 150, y, { steps: 6 });
      await page.mouse.up();
      await timeline.settled();
      const after = new Map((await timeline.labels()).map((label) => [label.id, label]));
      const both = before.filter(({ id }) => after.has(id));
      expect(both.length).toBeGreaterThan(5);
      for (const label of both) {
        expect((after.get(label.id)?.left ?? NaN) - label.left).toBeCloseTo(150, 0);
        expect(after.get(label.id)?.top).toBeCloseTo(label.top, 0);
      }
    },
  );

  test('the moment under the pointer stays under it while the wheel zooms', { tag: '@desktop' }, async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    const mark = page.locator('[data-label="nasrallah-strike"]');
    const glyph = page.locator('[data-event="nasrallah-strike"] .glyph');
    const at = await glyph.boundingBox();
    if (!at) throw new Error('the mark is not drawn');
    // The glyph's middle stands 6 px after the moment itself; the browser tells the pointer in whole px.
    const moment = at.x + at.width / 2 - 6;
    const pointer = Math.round(moment);
    await page.mouse.move(pointer, at.y + at.height / 2);
    for (let i = 1; i <= 6; i += 1) {
      await timeline.turn(-200);
      await timeline.settled();
      const now = await glyph.boundingBox();
      // What is a little off the pointer moves away from it by the zoom alone: three thousandths of a doubling for each px of the wheel.
      const expected = pointer + (moment - pointer) * 2 ** (0.003 * 200 * i);
      expect(Math.abs((now?.x ?? NaN) + (now?.width ?? NaN) / 2 - 6 - expected)).toBeLessThan(1);
    }
    await expect(mark).toBeVisible();
  });

  test('a cluster is pulled apart by a click, or lists what no zoom can part', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.press('Whole story');
    await timeline.settled();
    const { clustered } = await timeline.counts();
    expect(clustered).toBeGreaterThan(10);
    await page.locator('[data-cluster]').last().click();
    await timeline.settled();
    expect((await timeline.counts()).outside).toBeGreaterThan(0);
  });

  test(
    'a button at the edge names the nearest event beyond it and goes there',
    { tag: '@desktop' },
    async ({ page }) => {
      const timeline = new TimelinePage(page);
      await timeline.open();
      await page.getByRole('button', { name: /Resolution 1701, 11 Aug 2006/ }).click();
      await timeline.settled();
      await expect(page.locator('[data-label="unscr-1701"]')).toBeInViewport();
    },
  );

  test('dates can be typed, and unreadable ones are said to be so', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await page.locator('[data-view="timeline"] .span').click();
    const dialog = page.getByRole('dialog', { name: 'Show these dates' });
    await dialog.getByLabel('From').fill('2024-10-07');
    await dialog.getByLabel('To').fill('soon');
    await dialog.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('cannot be read');
    await dialog.getByLabel('To').fill('2024-10-09');
    await dialog.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(dialog).toBeHidden();
    await timeline.settled();
    await expect(page.getByRole('button', { name: '7 to 9 October 2024' })).toBeVisible();
  });

  test(
    'an event opens in the panel, its relations are drawn, Back closes it and Forward opens it again',
    { tag: '@desktop' },
    async ({ page }) => {
      const timeline = new TimelinePage(page);
      await timeline.open();
      await page.locator('[data-label="n12-us-iran-talks-report"]').click();
      const title = page.getByRole('heading', { name: 'N12 reports covert U.S. and Arab talks with Iran' });
      await expect(title).toBeVisible();
      await expect(page).toHaveURL(/#v1&e=n12-us-iran-talks-report$/);
      await expect(page.locator('.field path[marker-end]').first()).toBeAttached();
      await page.goBack();
      await expect(title).toBeHidden();
      await page.goForward();
      await expect(title).toBeVisible();
    },
  );

  test('a link restores the window, the event and the view', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open('./#v1&e=us-denies-talks&t=2024-10-07..2024-10-12');
    await expect(page.getByRole('button', { name: '7 to 12 October 2024' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'State Department denies' })).toBeVisible();
    await page.getByRole('radio', { name: 'List' }).check({ force: true });
    await expect(page.locator('[data-view="list"]')).toBeVisible();
    await expect(page).toHaveURL(/view=list/);
    await page.goBack();
    await expect(timeline.listbox).toBeVisible();
  });

  test('an event page opens with its event chosen and its mark on screen', async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open('./e/israel-acknowledges-pagers/');
    await expect(page.getByRole('heading', { name: 'Israel first acknowledges the pager operation' })).toBeVisible();
    await expect(page.locator('[data-label="israel-acknowledges-pagers"]')).toBeInViewport();
    await expect(page).toHaveURL(/\/e\/israel-acknowledges-pagers\/$/);
  });

  test(
    'the same window is the same picture, whichever way a reader came to it',
    { tag: '@desktop' },
    async ({ page }) => {
      const timeline = new TimelinePage(page);
      const window = './#v1&t=2024-09-15..2024-10-10';
      const picture = () =>
        page.locator('[data-event][data-row], [data-cluster], [data-axis] span').evaluateAll((all) => {
          const told = all.map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            const inside = [...one.querySelectorAll('*')].map((part) =>
              ['class', 'fill', 'href', 'd', 'width'].map((name) => part.getAttribute(name)).join(' '),
            );
            const words = [one.getAttribute('class'), one.textContent, ...inside].join('|');
            return { isMark: one.matches('[data-row]'), said: `${[x, y, width, height].map(Math.round)} ${words}` };
          });
          // Marks may overlap, so their order is part of the picture.
          const of = (isMark: boolean) => told.filter((one) => one.isMark === isMark).map(({ said }) => said);
          return [...of(true), ...of(false).sort()];
        });
      await timeline.open(window);
      await timeline.settled();
      const straight = await picture();
      expect(straight.length).toBeGreaterThan(30);
      await timeline.wheel(0.7, -300);
      for (const delta of [-300, -300, 300, 300, 300, 300, 300, -300]) await timeline.turn(delta);
      await page.mouse.down();
      for (const x of [900, 700, 640, 500, 610]) await page.mouse.move(x, 500);
      await page.mouse.up();
      expect(await picture()).not.toEqual(straight);
      await page.goto(window);
      await expect.poll(picture).toEqual(straight);

      // An earlier day tells some events otherwise; a lower window has its lanes elsewhere.
      const day = `${window}&known=2024-09-29`;
      await page.goto(day);
      await expect.poll(picture).not.toEqual(straight);
      await timeline.settled();
      const told = await picture();
      await page.reload();
      await timeline.settled();
      await expect.poll(picture).toEqual(told);
      await page.setViewportSize({ width: 1440, height: 760 });
      await expect.poll(picture).not.toEqual(told);
      await timeline.settled();
      const low = await picture();
      await page.reload();
      await timeline.settled();
      await expect.poll(picture).toEqual(low);
    },
  );

  test('from eighteen years to one hour nothing around the events moves, and each label stays in its lane', async ({
    page,
  }) => {
    const timeline = new TimelinePage(page);
    await timeline.open('./#v1&t=2006-01-01..2024-12-31');
    const down = await timeline.isVertical();
    const boxes = new Set<string>();
    const lanes = new Map<string, number>();
    const moved: string[] = [];
    const span = page.locator('[data-view="timeline"] .span');
    for (const [window, words] of [
      ['2006-01-01..2024-12-31', '1 January 2006 to 31 December 2024'],
      ['2023-06-01..2025-06-01', '1 June 2023 to 1 June 2025'],
      ['2024-09-10..2024-11-10', '10 September to 10 November 2024'],
      ['2024-09-20..2024-10-03', '20 September to 3 October 2024'],
      ['2024-09-27T03:00Z..2024-09-28T02:00Z', '27 September 2024, 06:00 to 28 September 2024, 05:00'],
      ['2024-09-27T11:00Z..2024-09-27T17:00Z', '27 September 2024, 14:00 to 20:00'],
      ['2024-09-27T14:30Z..2024-09-27T15:30Z', '27 September 2024, 17:30 to 18:30'],
    ] as const) {
      await page.goto(`./#v1&t=${window}`);
      await expect(span).toContainText(words);
      await timeline.settled();
      boxes.add(JSON.stringify(await timeline.field.boundingBox()));
      for (const { id, top } of down ? [] : await timeline.labels()) {
        if (Math.abs((lanes.get(id) ?? top) - top) > 0.5) moved.push(`${id} at ${window}`);
        lanes.set(id, top);
      }
    }
    expect([...boxes]).toHaveLength(1);
    expect(moved).toEqual([]);
    expect(lanes.size > 8).toBe(!down);
  });

  test('labels are as wide as the layout takes them for', { tag: '@desktop' }, async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await page.evaluate(() => document.fonts.ready);
    const labels = await timeline.labels();
    expect(labels.length).toBeGreaterThan(8);
    for (const { id, left, right } of labels) {
      const words = await page.locator(`[data-label="${id}"]`).textContent();
      const width = textWidth(words ?? '', LABEL_FONT);
      expect.soft(right - left, words ?? '').toBeLessThan(width + 1);
      expect.soft(right - left, words ?? '').toBeGreaterThan(width - 4);
    }
  });

  test('reduced motion: a press jumps at once, without a flight', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const timeline = new TimelinePage(page);
    await timeline.open();
    const frames = await page.evaluate(async () => {
      const seen = new Set<string>();
      document.querySelector<HTMLButtonElement>('button[aria-label="Zoom in"]')?.click();
      for (let i = 0; i < 20; i += 1) {
        await new Promise((next) => requestAnimationFrame(next));
        const places = [...document.querySelectorAll('[data-event]')].map(
          (one) => `${one.getAttribute('data-event')} ${one.getAttribute('style')}`,
        );
        seen.add(places.sort().join());
      }
      return seen.size;
    });
    expect(frames).toBe(1);
  });
});

test(
  'right after a turn of the wheel a press reaches the mark, or the button, under it',
  { tag: '@desktop' },
  async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.settled();
    const pressed = await timeline.field.evaluate(async (field) => {
      const { left, top, width, height } = field.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
      field.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -20 }));
      await Promise.resolve(); // drawn by now; no timer can have come between
      const middle = (one: Element): readonly [number, number] => {
        const box = one.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];
      };
      const buttons = [...field.querySelectorAll(':scope > button')];
      const label = [...field.querySelectorAll('[data-label]')].find((one) => {
        const box = one.getBoundingClientRect();
        return box.left > left && box.right < left + width;
      });
      const [clientX, clientY] = label ? middle(label) : [0, 0];
      const found = {
        isMoving: field.classList.contains('moving'),
        buttons: buttons.length,
        covered: buttons.filter((one) => !one.contains(document.elementFromPoint(...middle(one)))).length,
        event: label?.getAttribute('data-label'),
      };
      document.elementFromPoint(clientX, clientY)?.dispatchEvent(new MouseEvent('click', { ...at, clientX, clientY }));
      return found;
    });
    expect(pressed).toMatchObject({ isMoving: true, covered: 0 });
    expect(pressed.buttons).toBeGreaterThan(0);
    await expect(page).toHaveURL(new RegExp(`e=${pressed.event}\\b`));
  },
);

test(
  'from 1440 to 320 px nothing scrolls sideways and no label leaves the screen',
  { tag: '@desktop' },
  async ({ page }) => {
    const timeline = new TimelinePage(page);
    await timeline.open();
    for (const width of [1440, 768, 390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await timeline.settled();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const labels = await timeline.labels();
      expect(labels.length).toBeGreaterThan(0);
      expect(overlapping(labels)).toEqual([]);
      expect(labels.filter(({ left, right }) => left < 0 || right > width + 0.5)).toEqual([]);
    }
  },
);
