import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GLYPH } from '#layout/layout.ts';
import { besideBar } from './timeline-boxes.ts';

test('besideBar(mark, sizes) stands under the label, after a short bar', () => {
  expect(besideBar({ at: 100, from: 97, to: 103 }, { before: false, label: 160, words: 80 })).toBe(GLYPH + 10);
  expect(besideBar({ at: 100, from: 97, to: 150 }, { before: false, label: 160, words: 80 })).toBe(56);
  expect(besideBar({ at: 100, from: 100, to: 103 }, { before: true, label: 160, words: 80 })).toBe(-6);
});

test('besideBar(mark, sizes): property: the words touch neither the bar nor what is beyond the label', () => {
  const px = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(fc.boolean(), px, px, px, px, (before, left, right, label, words) => {
      const x = besideBar({ at: 500, from: 500 - left, to: 500 + right }, { before, label, words });
      if (x === null) return;
      const [start, end] = before ? [x - words, x] : [x, x + words];
      expect(before ? end < -left : start > right).toBe(true);
      expect(before ? start >= -6 - label : end <= GLYPH + label).toBe(true);
    }),
  );
});
