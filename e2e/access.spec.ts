import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline.ts';

/** What can be pressed and has no room of 24 px by 24, or around it: WCAG 2.2, 2.5.8. Links and chips in a line of text are let off there. */
async function tightTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll('a, button, input, select, summary, label:has(input), [data-row], [data-cluster]'),
    ]
      .filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.visually-hidden, .skip, .chip'),
      )
      .filter((one) => getComputedStyle(one).display !== 'inline' || one instanceof SVGElement)
      .map((one) => ({
        one,
        box: (one.querySelector(':scope > .card, :scope > .target') ?? one).getBoundingClientRect(),
      }))
      .filter(
        ({ box }) => box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
      );
    const middle = ({ left, right, top, bottom }: DOMRect) => [(left + right) / 2, (top + bottom) / 2] as const;
    return all
      .filter(({ box }) => box.width < 23.9 || box.height < 23.9)
      .filter(({ one, box }) =>
        all.some((other) => {
          if (other.one === one || other.one.contains(one) || one.contains(other.one)) return false;
          const [x, y] = middle(box);
          const [dx, dy] = [
            Math.max(other.box.left - x, 0, x - other.box.right),
            Math.max(other.box.top - y, 0, y - other.box.bottom),
          ];
          return Math.hypot(dx, dy) < 12;
        }),
      )
      .map(({ one, box }) => `${one.outerHTML.slice(0, 80)} ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
  });
}

test(
  'forced colours: marks, the selected one and the one that is reached stand out; what can be pressed has room',
  {
    tag: '@desktop',
  },
  async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const timeline = new TimelinePage(page);
    await timeline.open('./#v1&e=nasrallah-strike');
    // The first stop leads past the controls.
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Skip to the timeline' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(timeline.listbox).toBeFocused();
    await page.keyboard.press('ArrowRight');
    const seen = await page.evaluate(() => {
      const styleOf = (selector: string) => {
        const found = document.querySelector(selector);
        if (!found) throw new Error(`nothing is ${selector}`);
        return getComputedStyle(found);
      };
      return {
        paper: styleOf('body').backgroundColor,
        words: styleOf('[data-label]').fill,
        bar: styleOf('.mark .solid').fill,
        selected: styleOf('.mark.selected .card').stroke,
        reached: styleOf('.mark.active .card').stroke,
      };
    });
    for (const [part, colour] of Object.entries(seen)) if (part !== 'paper') expect(colour, part).not.toBe(seen.paper);
    expect(new Set([seen.words, seen.reached]).size).toBe(2);
    await page.emulateMedia({ forcedColors: 'none' });
    expect(await tightTargets(page)).toEqual([]);
    for (const dates of ['2006-01-01..2025-01-01', '2024-10-05..2024-10-10']) {
      await timeline.open(`./#v1&fold=1&t=${dates}`);
      await timeline.settled();
      expect(await tightTargets(page), dates).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await timeline.settled();
    expect(await tightTargets(page)).toEqual([]);
  },
);

test(
  'at 400 % nothing is lost or scrolls sideways, and the page scrolls under the timeline by wheel and by finger',
  {
    tag: '@phone',
  },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.settled();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((one) => !one.matches('.visually-hidden, svg, svg *') && one.scrollWidth > one.clientWidth + 1)
        .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    for (const name of ['Earlier', 'Whole story', 'Fold gaps', 'Keyboard and gestures']) {
      await page.getByRole('button', { name, exact: true }).scrollIntoViewIfNeeded();
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    expect((await timeline.field.boundingBox())?.height).toBeGreaterThan(160);
    expect((await timeline.labels()).length).toBeGreaterThan(1);

    const words = await page.locator('[data-view="timeline"] .span').innerText();
    const scrolled = () => page.evaluate(() => scrollY);
    await timeline.field.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, (document.querySelector('.field')?.getBoundingClientRect().top ?? 0) - 20));
    const before = await scrolled();
    await timeline.scrolling(() => timeline.wheel(0.3, 60));
    expect(await scrolled()).toBeGreaterThan(before);
    await timeline.scrolling(() => timeline.touch(Array.from({ length: 11 }, (_, i) => [160, 60 + 16 * i] as const)));
    expect(await scrolled()).toBeLessThan(before);
    expect(await page.locator('[data-view="timeline"] .span').innerText()).toBe(words);
  },
);
