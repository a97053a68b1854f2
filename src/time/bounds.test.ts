import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { isWholeDay, partPeriodOf, periodOf } from '#time/bounds.ts';
import { HOUR } from '#time/civil.ts';
import { parseEdtfDate } from '#time/edtfDate.ts';

function dateOf(text: string) {
  const result = parseEdtfDate(text);
  return must(result.ok ? result.value : null, text);
}
const utc = (...fields: [number, number, number?, number?, number?]) => Date.UTC(...fields);

test('periodOf(date, zone) is a day of the zone, of 23 and 25 hours too', () => {
  const hours = (text: string, zone: string) => {
    const result = periodOf(dateOf(text), zone);
    return result.ok ? (result.value.end - result.value.start) / HOUR : null;
  };
  expect(hours('2023-10-29', 'Asia/Jerusalem')).toBe(25);
  expect(hours('2024-03-29', 'Asia/Jerusalem')).toBe(23);
  expect(hours('2024-03-31', 'Asia/Beirut')).toBe(23); // its midnight was left out
  expect(hours('2024-10-08', 'Asia/Jerusalem')).toBe(24);
});

test('periodOf(date, zone) takes the written offset for a time, and says it on the clock of the zone', () => {
  const result = periodOf(dateOf('2024-10-26T23:30+00:00'), 'Asia/Tehran');
  expect(result).toMatchObject({
    value: {
      start: utc(2024, 9, 26, 23, 30),
      end: utc(2024, 9, 26, 23, 31),
      named: { from: utc(2024, 9, 27, 3, 0), offsetMs: 3.5 * HOUR, precision: 'minute' },
    },
  });
});

test('periodOf(date, zone) takes both where clocks show a time twice, and refuses one they left out', () => {
  const both = periodOf(dateOf('2023-10-29T01:30'), 'Asia/Jerusalem');
  expect(both).toMatchObject({ value: { start: utc(2023, 9, 28, 22, 30), end: utc(2023, 9, 28, 23, 31) } });
  for (const [text, zone] of [
    ['2024-03-29T02:30', 'Asia/Jerusalem'],
    ['2024-03-29T02', 'Asia/Jerusalem'],
    ['2011-12-30', 'Pacific/Apia'],
  ] as const)
    expect(periodOf(dateOf(text), zone)).toMatchObject({
      ok: false,
      error: expect.stringContaining(`exists in ${zone}`),
    });
});

test('periodOf(date, zone) widens an approximate date by its unit', () => {
  expect(periodOf(dateOf('2024-10-08~'), 'UTC')).toMatchObject({
    value: { start: utc(2024, 9, 7), end: utc(2024, 9, 10) },
  });
  expect(periodOf(dateOf('2004~-06-11'), 'UTC')).toMatchObject({
    value: { start: utc(2003, 5, 11), end: utc(2005, 5, 12) },
  });
});

test('partPeriodOf(date, part, zone) narrows a day, and runs into the next at night', () => {
  expect(partPeriodOf(dateOf('2024-10-08'), 'night', 'Asia/Jerusalem')).toMatchObject({
    value: { start: utc(2024, 9, 8, 17), end: utc(2024, 9, 9, 3) },
  });
  expect(partPeriodOf(dateOf('2024-10-08~'), 'evening', 'UTC')).toMatchObject({
    value: { start: utc(2024, 9, 7, 17), end: utc(2024, 9, 10) },
  });
  // Clocks went back within this night: it had 11 hours.
  expect(partPeriodOf(dateOf('2023-10-28'), 'night', 'Asia/Jerusalem')).toMatchObject({
    value: { start: utc(2023, 9, 28, 17), end: utc(2023, 9, 29, 4) },
  });
});

test('partPeriodOf(date, part, zone) wants one whole day', () => {
  expect(['2024-10-08', '2024-10-08~'].map((text) => isWholeDay(dateOf(text)))).toEqual([true, true]);
  for (const text of ['2024-10', '2024-10-1X', '2024-10-08T04:00'])
    expect(partPeriodOf(dateOf(text), 'night', 'UTC')).toEqual({
      ok: false,
      error: 'expected a single day with the part "night"',
    });
});
