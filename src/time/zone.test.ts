import { tzOffset } from '@date-fns/tz';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, DAY, HOUR, MINUTE } from '#time/civil.ts';
import { ZONES } from '#time/edtfTexts.testing.ts';
import { clock, instant } from '#time/instant.ts';
import { civilOf, clockAt, endIn, instantsOf, isZone, offsetAt, startIn } from '#time/zone.ts';

const recent = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2037, 0) }).map((ms) => instant(ms));
const zones = fc.constantFrom(...ZONES);
const utc = (...fields: [number, number, number, number?, number?]) => Date.UTC(...fields);

test('isZone(name) takes IANA names only', () => {
  expect(['Asia/Beirut', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3'].every(isZone)).toBe(true);
  expect(['', 'Asia/Nowhere', '+03:00', 'Asia/Beirut ', 'x'.repeat(1e5)].some(isZone)).toBe(false);
});

test('offsetAt(at, zone) gives half hours, negative offsets, and none where Date ends', () => {
  const at = instant(utc(2024, 9, 26));
  expect(offsetAt(at, 'Asia/Tehran')).toBe(3.5 * HOUR);
  expect(offsetAt(at, 'America/New_York')).toBe(-4 * HOUR);
  expect(offsetAt(at, 'Asia/Jerusalem')).toBe(3 * HOUR);
  expect(offsetAt(at, 'Etc/UTC')).toBe(0);
  for (const ms of [Infinity, -Infinity, -4e20, 8.65e15]) expect(offsetAt(instant(ms), 'Asia/Tehran')).toBe(0);
});

test('civilOf(at, zone) tells the local date where it differs from that of UTC', () => {
  expect(civilOf(instant(utc(2024, 9, 25, 22, 30)), 'Asia/Tehran')).toMatchObject({ day: 26, hour: 2, minute: 0 });
});

test('offsetAt(at, zone): property: agrees with the fields that Intl shows', () => {
  fc.assert(
    fc.property(recent, zones, (at, zone) => {
      const format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
      const shown = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
      const { year, month, day, hour, minute, second } = civilOf(at, zone);
      expect({ year, month, day, hour, minute, second }).toEqual({
        year: shown['year'],
        month: shown['month'],
        day: shown['day'],
        hour: shown['hour'],
        minute: shown['minute'],
        second: shown['second'],
      });
    }),
    { numRuns: 300 },
  );
});

test('offsetAt(at, zone): property: agrees with @date-fns/tz', () => {
  fc.assert(
    fc.property(recent, zones, (at, zone) => {
      expect(offsetAt(at, zone)).toBe(tzOffset(zone, new Date(at)) * MINUTE);
    }),
    { numRuns: 500 },
  );
});

test('instantsOf(reading, zone) is empty in a gap and has two in an overlap', () => {
  expect(instantsOf(clockOf(2024, 3, 29, 2, 30), 'Asia/Jerusalem')).toEqual([]);
  expect(instantsOf(clockOf(2023, 10, 29, 1, 30), 'Asia/Jerusalem')).toEqual([
    utc(2023, 9, 28, 22, 30),
    utc(2023, 9, 28, 23, 30),
  ]);
  expect(instantsOf(clockOf(2024, 10, 8), 'Asia/Jerusalem')).toEqual([utc(2024, 9, 7, 21)]);
});

test('startIn(reading, zone) begins a day without midnight, and a reading within a gap, at the jump', () => {
  expect(startIn(clockOf(2024, 3, 31), 'Asia/Beirut')).toBe(utc(2024, 2, 30, 22));
  expect(startIn(clockOf(2024, 3, 29, 2, 30), 'Asia/Jerusalem')).toBe(utc(2024, 2, 29, 0));
});

test('endIn(reading, zone) ends a repeated time the second time, a day at its first midnight', () => {
  expect(endIn(clockOf(2023, 10, 29, 1, 31), 'Asia/Jerusalem')).toBe(utc(2023, 9, 28, 23, 31));
  expect(endIn(clockOf(2023, 11, 5), 'America/Havana')).toBe(utc(2023, 10, 5, 4)); // 00:00 comes again at 05:00Z
  expect(endIn(clockOf(2010, 11, 7), 'America/St_Johns')).toBe(utc(2010, 10, 7, 3, 30)); // from 00:01 back to 23:01
});

test('startIn, endIn: property: days follow each other without gap or overlap and have 22 to 26 hours', () => {
  fc.assert(
    fc.property(recent, zones, (at, zone) => {
      fc.pre(zone !== 'America/St_Johns' && zone !== 'Pacific/Kiritimati'); // clocks went back over midnight; 1 January 1995 was left out
      const midnight = clock(Math.floor(at / DAY) * DAY);
      const [start, end] = [startIn(midnight, zone), endIn(clock(midnight + DAY), zone)];
      expect(startIn(clock(midnight + DAY), zone)).toBe(end);
      expect(end - start).toBeGreaterThanOrEqual(22 * HOUR);
      expect(end - start).toBeLessThanOrEqual(26 * HOUR);
    }),
    { numRuns: 300 },
  );
});

test('instantsOf(clockAt(at, zone), zone): property: finds every instant again', () => {
  fc.assert(
    fc.property(recent, zones, (at, zone) => {
      const minute = instant(Math.floor(at / MINUTE) * MINUTE);
      expect(instantsOf(clockAt(minute, zone), zone)).toContain(minute);
    }),
    { numRuns: 500 },
  );
});
