import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSightAbove, nextStep, settledStep, sheetHeights } from './sheet-heights.ts';

test('sheetHeights(viewport) leaves room above the full sheet and shows the title at the lowest', () => {
  expect(sheetHeights(844)).toEqual({ peek: 168, half: 388, full: 788 });
  // At 400 % zoom a window is that low.
  expect(sheetHeights(256)).toEqual({ peek: 168, half: 200, full: 200 });
  expect(sheetHeights(375)).toEqual({ peek: 168, half: 260, full: 319 });
});

test('sheetHeights(viewport): property: the steps keep their order on any screen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 4000 }), (viewport) => {
      const { peek, half, full } = sheetHeights(viewport);
      expect(peek).toBeLessThanOrEqual(half);
      expect(half).toBeLessThanOrEqual(full);
      expect(full).toBeLessThan(Math.max(viewport, 97));
    }),
  );
});

test('settledStep(height, velocity, viewport) takes the nearest step when the finger rests', () => {
  expect(settledStep(400, 0, 844)).toBe('half');
  expect(settledStep(230, 0, 844)).toBe('peek');
  expect(settledStep(700, 0, 844)).toBe('full');
});

test('settledStep(height, velocity, viewport) follows a flick', () => {
  expect(settledStep(400, 2, 844)).toBe('full');
  expect(settledStep(380, -2, 844)).toBe('peek');
});

test('nextStep(step, by) stops at the ends', () => {
  expect(nextStep('peek', 1)).toBe('half');
  expect(nextStep('full', 1)).toBe('full');
  expect(nextStep('peek', -1)).toBe('peek');
});

test('inSightAbove(viewport, top, height) is what lies between the top of a part and the sheet, or all of it', () => {
  expect(inSightAbove(667, 276, 321)).toBe(84);
  expect(inSightAbove(844, 100, 200)).toBe(200);
  expect(inSightAbove(400, 300, 200)).toBe(1);
});
