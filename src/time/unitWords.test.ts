import { expect, test } from 'vitest';
import { createTranslate } from '#base/messages.ts';
import { clockOf } from '#time/civil.ts';
import { grouped, largeNumber, timeWords, unitWords, yearWords } from '#time/unitWords.ts';

const t = createTranslate();
const long = { t, locale: 'en', width: 'long' } as const;

test.each([
  [2024, '2024'],
  [1000, '1000'],
  [999, '999 CE'],
  [1, '1 CE'],
  [0, '1 BCE'],
  [-43, '44 BCE'],
  [-9999, '10,000 BCE'],
  [170_000_002, '170,000,002'],
  [-13_800_000_000, '13.8 billion BCE'],
  [-65_999_999, '66 million BCE'],
  [2_000_000, '2 million'],
])('yearWords(%i) is %j', (year, words) => expect(yearWords(year, t)).toBe(words));

test('grouped(value), largeNumber(value)', () => {
  expect([999, 9999, 10_000, 1_234_567].map(grouped)).toEqual(['999', '9999', '10,000', '1,234,567']);
  expect([999_999, 1_500_000, 1_234_567].map((value) => largeNumber(value, t))).toEqual([null, '1.5 million', null]);
});

test('timeWords(at) has seconds only where they are not 0', () => {
  expect(timeWords(clockOf(2024, 11, 27, 4))).toBe('04:00');
  expect(timeWords(clockOf(2024, 11, 27, 23, 59, 5))).toBe('23:59:05');
});

test('unitWords(at, precision) names the unit', () => {
  expect(unitWords(clockOf(2024, 10, 8), 'day', long)).toBe('8 October 2024');
  expect(unitWords(clockOf(2024, 10, 8), 'day', long, 'year')).toBe('8 October');
  expect(unitWords(clockOf(2024, 10, 8), 'day', long, 'month')).toBe('8');
  expect(unitWords(clockOf(2024, 10), 'month', { ...long, width: 'short' })).toBe('Oct 2024');
  expect(unitWords(clockOf(2024, 3), 'season', long)).toBe('spring 2024');
  expect(unitWords(clockOf(2024, 12), 'season', long)).toBe('winter 2024–2025');
  expect(unitWords(clockOf(1990), 'decade', long)).toBe('1990s');
  expect(unitWords(clockOf(1800), 'century', long)).toBe('19th century');
  expect(unitWords(clockOf(2000), 'century', long)).toBe('21st century');
  expect(unitWords(clockOf(-199), 'century', long)).toBe('2nd century BCE');
  expect(unitWords(clockOf(1000), 'millennium', long)).toBe('2nd millennium');
  expect(unitWords(clockOf(2024, 11, 27, 4), 'hour', long)).toBe('27 November 2024, between 04:00 and 05:00');
});

test('unitWords(at, precision) is null where the unit has no name', () => {
  expect(unitWords(clockOf(2000), 'decade', long)).toBeNull();
  expect(unitWords(clockOf(-49), 'decade', long)).toBeNull();
  expect(unitWords(clockOf(1850), 'century', long)).toBeNull();
  expect(unitWords(clockOf(2024, 1), 'season', long)).toBeNull();
});
