import { expect, test } from 'vitest';
import { daysOf } from '#testing/story.ts';
import { instant } from '#time/instant.ts';
import { machineDate } from './machine-date.ts';

test('machineDate(when) is as fine as the time is known', () => {
  expect(machineDate(daysOf('2024-10-08'))).toBe('2024-10-08');
  expect(machineDate({ ...daysOf('2024-10-01'), precision: 'month' })).toBe('2024-10');
  expect(machineDate({ ...daysOf('2024-01-01'), precision: 'year' })).toBe('2024');
});

test('machineDate(when) gives the day on the clock of the event', () => {
  const when = { ...daysOf('2024-10-08'), zone: 'Asia/Jerusalem', earliestStart: instant(Date.UTC(2024, 9, 7, 21)) };
  expect(machineDate(when)).toBe('2024-10-08');
  expect(machineDate({ ...when, precision: 'minute' })).toBe('2024-10-08T00:00');
});

test('machineDate(when) is silent where HTML has no form', () => {
  expect(machineDate({ ...daysOf('2024-10-08'), earliestStart: instant(-Infinity) })).toBeUndefined();
  expect(machineDate({ ...daysOf('2020-01-01'), precision: 'decade' })).toBeUndefined();
  expect(machineDate({ ...daysOf('2024-10-08'), earliestStart: instant(-1e14) })).toBeUndefined();
});
