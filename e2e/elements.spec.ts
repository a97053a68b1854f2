import { columnsOf, horizontalLayout, limitsOf } from '#layout/layout.ts';
import { keep } from '#layout/prepared.ts';
import { sceneOf } from '#layout/scene.ts';
import { clampSpan, pxOf } from '#layout/viewport.ts';
import { laterDays } from '#model/told-later.ts';
import { createStory } from '#model/story.ts';
import { spanOfText } from '#state/url.ts';
import { extentOf } from '#time/extent.ts';
import { barPieces } from '#views/bar-pieces.ts';
import { elementsOf, MOST_ELEMENTS } from '#views/elements.ts';
import { story as data } from './fixtures/site.ts';
import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline.ts';

const WINDOWS = [
  '2006-01-01..2025-01-01',
  '2024-07-01..2024-12-31',
  '2024-09-15..2024-10-10',
  '2024-10-08..2024-10-09',
];

test(
  'the elements on screen are as many as are counted without one, and at most 300',
  { tag: '@desktop' },
  async ({ page }) => {
    const story = createStory(data);
    const limits = limitsOf(data.events.map(({ when }) => ({ start: when.earliestStart, end: when.latestEnd })));
    const columns = columnsOf(story, limits);
    for (const text of WINDOWS) {
      const timeline = new TimelinePage(page);
      await timeline.open(`./#v1&t=${text}`);
      await timeline.settled();
      await page.locator('.overview svg text').first().waitFor();
      const { length, across } = await timeline.field.evaluate((one) => ({
        length: one.clientWidth,
        across: one.clientHeight,
      }));
      const layout = horizontalLayout(
        columns,
        data.bands.length,
        limits,
        data.opens,
        40 * Math.round(length / 40),
        across,
      );
      const span = spanOfText(text, data.zone);
      if (!span) throw new Error(`not a window: ${text}`);
      const viewport = { span: clampSpan(span, limits), length };
      const words = await page.locator('.overview svg text').count();
      const scene = sceneOf(layout.prepared, keep(layout.prepared, null), viewport);
      const pieces = (row: number): number => {
        const mark = scene.marks.find((one) => one.row === row);
        const event = data.events[row];
        if (!mark || !event) throw new Error(`no mark for row ${row}`);
        const extent = extentOf(event.when);
        const clock = Number(laterDays(event, story.sources).length > 0);
        const tips = Number(extent.openStart) + Number(extent.openEnd);
        return clock + tips + barPieces(extent, mark, (at) => pxOf(viewport, at)).length;
      };
      const { bands } = data;
      const frame = { vertical: false, bands: bands.length, standings: story.standings, words, pieces };
      const expected = elementsOf(scene, frame);
      const drawn = await page.locator('.field svg *, .overview svg *').count();
      expect(drawn, text).toBe(expected);
      expect(drawn).toBeLessThanOrEqual(MOST_ELEMENTS);
    }
  },
);
