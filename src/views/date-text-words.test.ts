import { expect, test } from 'vitest';
import { dateTextWords } from './date-text-words.ts';

test('dateTextWords(text, locale) says a day in words, whatever the zone of the reader', () => {
  expect(dateTextWords('2024-11-24', 'en')).toBe('24 November 2024');
});

test('dateTextWords(text, locale) leaves what it cannot read as it is', () => {
  expect(dateTextWords('2024-11', 'en')).toBe('2024-11');
  expect(dateTextWords('2024-02-30', 'en')).toBe('2024-02-30');
});
