import { expect, test } from 'vitest';
import { clockOf } from '#time/civil.ts';
import { monthName, weekdayName } from '#time/names.ts';

test('monthName(locale, month, width) is that of the language, alone and in a date', () => {
  expect(monthName('en', 10, 'long')).toBe('October');
  expect(monthName('en', 9, 'short')).toBe('Sep');
  expect(monthName('en', 10, 'long', true)).toBe('October');
  expect(monthName('he', 10, 'long')).toBe('אוקטובר');
  expect(monthName('he', 10, 'long', true)).toBe('באוקטובר');
  expect(monthName('es', 10, 'long', true)).toBe('de octubre');
  expect(monthName('ru', 10, 'long', true)).toBe('октября');
  expect(monthName('de', 10, 'long', true)).toBe('Oktober');
  expect(monthName('ar', 10, 'long')).toBe('أكتوبر');
});

test('weekdayName(locale, at) is right on both sides of 1970', () => {
  expect(weekdayName('en', clockOf(2024, 10, 8))).toBe('Tuesday');
  expect(weekdayName('en', clockOf(1969, 12, 31))).toBe('Wednesday');
  expect(weekdayName('en', clockOf(-43, 3, 15))).toBe(
    new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(clockOf(-43, 3, 15)),
  );
  expect(weekdayName('fa', clockOf(2024, 10, 8))).toBe('سه‌شنبه');
});
