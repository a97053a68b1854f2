import { expect, test } from 'vitest';
import { speedOf } from './glide.ts';

const at = (ms: number, shift: number, k = 1) => ({ ms, k, shift });

test('speedOf(moves, left) is that of the last move, towards later times where the axis went to earlier ones', () => {
  expect(speedOf([at(0, 0), at(10, -20)], 15)).toBe(2);
  expect(speedOf([at(0, 0), at(10, 20)], 15)).toBe(-2);
});

test('speedOf(moves, left) is 0 for a finger that rested, was slow, zoomed or hardly moved', () => {
  expect(speedOf([at(0, 0), at(10, -20)], 60)).toBe(0);
  expect(speedOf([at(0, 0), at(10, -2)], 15)).toBe(0);
  expect(speedOf([at(0, 0), at(10, -20, 2)], 15)).toBe(0);
  expect(speedOf([null, at(10, -20)], 15)).toBe(0);
});
