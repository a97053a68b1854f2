import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arcBetween, overlaps, type Box } from '#layout/arcs.ts';

const bounds: Box = { left: 0, top: 0, right: 1000, bottom: 600 };
const point = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 600 }) });
const boxes = fc.array(
  fc
    .tuple(point, fc.integer({ min: 10, max: 300 }))
    .map(([{ x, y }, w]) => ({ left: x, top: y, right: x + w, bottom: y + 20 })),
  { maxLength: 25 },
);

test('property: words of an arc cover nothing and stay inside, or are left out', () => {
  fc.assert(
    fc.property(point, point, fc.integer({ min: 20, max: 300 }), boxes, (from, to, width, taken) => {
      const { path, words } = arcBetween(from, to, width, taken, bounds);
      expect(path).not.toMatch(/NaN|Infinity/);
      if (!words) return;
      const box = { left: words.x - width / 2, right: words.x + width / 2, top: words.y - 8, bottom: words.y + 8 };
      expect(taken.some((other) => overlaps(box, other))).toBe(false);
      expect(box.left).toBeGreaterThanOrEqual(-0.01);
      expect(box.right).toBeLessThanOrEqual(1000.01);
    }),
  );
});

test('arcBetween(a, b) with room puts the words on the middle of the arc', () => {
  const { words } = arcBetween({ x: 100, y: 300 }, { x: 500, y: 300 }, 80, [], bounds);
  expect(words?.x).toBe(300);
});

test('arcBetween(…, beside) puts the words beside what the arc leads to, where that is free', () => {
  const ends = [
    { x: 100, y: 300 },
    { x: 500, y: 300 },
  ] as const;
  const beside = [
    { x: 600, y: 320 },
    { x: 400, y: 320 },
  ];
  expect(arcBetween(...ends, 80, [], bounds, beside).words).toEqual(beside[0]);
  const taken = [{ left: 590, right: 620, top: 310, bottom: 330 }];
  expect(arcBetween(...ends, 80, taken, bounds, beside).words).toEqual(beside[1]);
});
