import { TZDate } from '@date-fns/tz';
import { addMonths, addYears } from 'date-fns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addUnits,
  clockOf,
  DAY,
  daysFromCivil,
  daysInMonth,
  fieldsOf,
  isLeapYear,
  startOfDay,
  weekdayOf,
} from '#time/civil.ts';
import { clock } from '#time/instant.ts';

const inDate = fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }).map((ms) => clock(Math.round(ms)));
const deepYears = fc.oneof(
  fc.integer({ min: -20_000, max: 20_000 }),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((year) => Math.round(year) || 0), // never -0
);

test('isLeapYear(year) knows the centuries, and years before 1', () => {
  expect([2024, 2000, 0, -4, -400].every(isLeapYear)).toBe(true);
  expect([2023, 1900, 2100, -1, -100].some(isLeapYear)).toBe(false);
});

test('fieldsOf(at): property: agrees with Date wherever Date works', () => {
  fc.assert(
    fc.property(inDate, (at) => {
      const date = new Date(at);
      const expected = [
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
      ];
      const { year, month, day, hour, minute, second } = fieldsOf(at);
      expect([year, month, day, hour, minute, second]).toEqual(expected);
      expect(weekdayOf(at)).toBe((date.getUTCDay() + 6) % 7);
    }),
    { numRuns: 1000 },
  );
});

test('clockOf(year, month, day): property: fieldsOf gives back what went in, to ±1e12 years', () => {
  fc.assert(
    fc.property(deepYears, fc.integer({ min: 1, max: 12 }), fc.nat(30), (year, month, n) => {
      const day = (n % daysInMonth(year, month)) + 1;
      const at = clockOf(year, month, day);
      expect(fieldsOf(at)).toEqual({ year, month, day, hour: 0, minute: 0, second: 0 });
      expect(startOfDay(at)).toBe(at);
    }),
    { numRuns: 1000 },
  );
});

test('daysFromCivil(year, month, day) goes on from one day to the next through year 0', () => {
  let days = daysFromCivil(-2, 12, 31);
  for (let year = -1; year <= 1; year += 1)
    for (let month = 1; month <= 12; month += 1)
      for (let day = 1; day <= daysInMonth(year, month); day += 1)
        expect(daysFromCivil(year, month, day)).toBe((days += 1));
});

test('addUnits(at, unit, count) moves by the calendar and stays within the month', () => {
  const leapDay = clockOf(2024, 2, 29, 4, 30);
  expect(addUnits(leapDay, 'year', 1)).toBe(clockOf(2025, 2, 28, 4, 30));
  expect(addUnits(leapDay, 'month', -1)).toBe(clockOf(2024, 1, 29, 4, 30));
  expect(addUnits(clockOf(2024, 12), 'season', 1)).toBe(clockOf(2025, 3));
  expect(addUnits(clockOf(1990), 'decade', -1)).toBe(clockOf(1980));
  expect(addUnits(clockOf(0), 'century', -1)).toBe(clockOf(-100));
  expect(addUnits(clockOf(1), 'millennium', 1)).toBe(clockOf(1001));
  expect(addUnits(leapDay, 'day', 1)).toBe(leapDay + DAY);
  expect(addUnits(clock(-Infinity), 'year', 1)).toBe(-Infinity);
});

test('addUnits(at, unit, count): property: months and years as date-fns counts them', () => {
  const years = fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(3000, 0) }).map((ms) => clock(ms));
  fc.assert(
    fc.property(years, fc.integer({ min: -600, max: 600 }), (at, count) => {
      const date = new TZDate(at, 'UTC');
      expect(addUnits(at, 'month', count)).toBe(addMonths(date, count).getTime());
      expect(addUnits(at, 'year', count)).toBe(addYears(date, count).getTime());
    }),
    { numRuns: 500 },
  );
});
