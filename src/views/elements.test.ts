import { expect, test } from 'vitest';
import { createTranslate } from '#base/messages.ts';
import { unfolded } from '#layout/folds.ts';
import { verticalLayout } from '#layout/layout.ts';
import { keep } from '#layout/prepared.ts';
import { sceneOf } from '#layout/scene.ts';
import { STANDINGS } from '#model/types.ts';
import { columnsFrom, layoutFrom, manyRows, windowIn } from '#testing/columns.ts';
import { axisOf } from '#views/axis.ts';
import { elementsOf, MOST_ELEMENTS, type Frame } from '#views/elements.ts';

/** Words under the overview and in its folds, at most. */
const OVERVIEW = 17 + 10;
const t = createTranslate();
const standings = new Set(STANDINGS.slice(0, 5));

for (const count of [35, 1000, 10_000, 100_000]) {
  test(`a story of ${count} events draws at most ${MOST_ELEMENTS} elements over the whole zoom, and counts every event`, () => {
    const rows = manyRows(count);
    for (const [length, height, vertical] of [
      [1028, 560, false],
      [2400, 1000, false],
      [520, 390, true],
    ] as const) {
      const across = layoutFrom(rows, length, height);
      const layout = vertical
        ? verticalLayout(columnsFrom(rows), across.limits, across.limits.full, length)
        : across.layout;
      const kept = keep(layout.prepared, null);
      const most = { elements: 0, at: '' };
      for (let step = 0; step <= 60; step += 1)
        for (const where of [0, 0.2, 0.45, 0.63, 0.8, 1]) {
          const viewport = { span: windowIn(across.limits, where, step / 60), length };
          const scene = sceneOf(layout.prepared, kept, viewport);
          const { minors } = axisOf(viewport, unfolded(across.limits), { zone: 'UTC', locale: 'en', t });
          const words = OVERVIEW + (vertical ? minors.length : 0);
          const frame: Frame = { vertical, bands: 3, standings, words, pieces: () => 1 };
          const elements = elementsOf(scene, frame);
          if (elements > most.elements) Object.assign(most, { elements, at: `${length} px, ${step}/60, ${where}` });
          const { visible, clustered, filtered, outside, total } = scene.counts;
          expect(visible + clustered + filtered + outside).toBe(total);
        }
      expect(most.elements, most.at).toBeLessThanOrEqual(MOST_ELEMENTS);
    }
  });
}
