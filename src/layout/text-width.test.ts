import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, textWidth } from '#layout/text-width.ts';

test('textWidth(text, px) grows with the text and with its size', () => {
  expect(textWidth('', 14)).toBe(0);
  expect(textWidth('Pager operation', 14)).toBeCloseTo(108, 0);
  expect(textWidth('Pager operation', 28)).toBeCloseTo(2 * textWidth('Pager operation', 14));
  expect(textWidth('הפסקת אש', 14)).toBeGreaterThan(50);
});

test('property: fitText(text, font, px) fits, and is the whole text when there is room', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 400 }), (text, px) => {
      const fitted = fitText(text, 14, px);
      expect(textWidth(fitted, 14)).toBeLessThanOrEqual(px);
      if (textWidth(text, 14) <= px) expect(fitted).toBe(text);
    }),
  );
});
