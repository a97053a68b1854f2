import { expect, test } from 'vitest';
import { partOfDay } from '#time/parts.ts';
import { PARTS } from '#time/when.ts';

test('partOfDay(part) is within the day, but for the night, which runs into the next', () => {
  for (const part of PARTS) {
    const { from, to } = partOfDay(part);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThanOrEqual(part === 'night' ? 30 : 24);
  }
  expect(partOfDay('night')).toEqual({ from: 20, to: 30 });
});

test('partOfDay(part) leaves no hour without a part, and the later and earlier ones within the whole', () => {
  const covered = new Set(PARTS.flatMap((part) => hoursOf(part)));
  expect(covered.size).toBe(24);
  expect(partOfDay('late afternoon').from).toBeGreaterThan(partOfDay('afternoon').from);
  expect(partOfDay('late evening').to).toBe(partOfDay('evening').to);
});

function hoursOf(part: (typeof PARTS)[number]): number[] {
  const { from, to } = partOfDay(part);
  return Array.from({ length: to - from }, (_, i) => (from + i) % 24);
}
