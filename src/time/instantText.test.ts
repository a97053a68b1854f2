import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockOf, MINUTE } from '#time/civil.ts';
import { parseEdtf } from '#time/edtf.ts';
import { instant } from '#time/instant.ts';
import { edtfOfInstant, instantOfEdtf } from '#time/instantText.ts';

const minutes = fc
  .integer({ min: clockOf(-9999) / MINUTE, max: clockOf(10_000) / MINUTE - 1 })
  .map((n) => instant(n * MINUTE));

test('edtfOfInstant(at) is a day at midnight UTC, else a minute', () => {
  expect(edtfOfInstant(instant(Date.UTC(2024, 8, 15)))).toBe('2024-09-15');
  expect(edtfOfInstant(instant(Date.UTC(2024, 8, 15, 6, 30)))).toBe('2024-09-15T06:30Z');
  expect(edtfOfInstant(instant(Date.UTC(2024, 8, 15, 6, 30, 29, 999)))).toBe('2024-09-15T06:30Z');
  expect(edtfOfInstant(instant(Date.UTC(2024, 8, 15, 6, 30)), 'Asia/Tehran')).toBe('2024-09-15T10:00+03:30');
  expect(edtfOfInstant(instant(Date.UTC(2024, 8, 15)), 'Asia/Tehran')).toBe('2024-09-15');
  expect(edtfOfInstant(instant(Infinity))).toBe('..');
});

test('edtfOfInstant(at) writes deep time as a year', () => {
  expect(edtfOfInstant(instant(clockOf(-43, 3, 15)))).toBe('-0043-03-15');
  expect(edtfOfInstant(instant(clockOf(-13_800_000_000)))).toBe('Y-13800000000');
  expect(edtfOfInstant(instant(clockOf(12_345, 6, 7)))).toBe('Y12345');
});

test('instantOfEdtf(text) reads plain dates and nothing else', () => {
  expect(instantOfEdtf('2024')).toBe(Date.UTC(2024));
  expect(instantOfEdtf('2024-09')).toBe(Date.UTC(2024, 8));
  expect(instantOfEdtf('2024-09-15T06:30:10+03:30')).toBe(Date.UTC(2024, 8, 15, 3, 0, 10));
  expect(instantOfEdtf('0000-02-29')).toBe(clockOf(0, 2, 29));
  for (const text of [
    '',
    '..',
    '2024-9-8',
    '2023-02-29',
    '2024-13',
    '2024-00-01',
    '2024-10-08T24:00Z',
    '2024-10-08T06:30',
    '-0000',
    '199X',
    '2024~',
    'Y2024',
    'Y99999999999999',
    'tomorrow',
  ])
    expect(instantOfEdtf(text), text).toBeNull();
});

test('instantOfEdtf(edtfOfInstant(at, zone)): property: gives back every minute, and EDTF that can be read', () => {
  fc.assert(
    fc.property(minutes, fc.constantFrom('UTC', 'Asia/Tehran', 'America/New_York'), (at, zone) => {
      fc.pre(zone === 'UTC' || Math.abs(at) < clockOf(9990)); // a local year may be 10000
      const text = edtfOfInstant(at, zone);
      expect(instantOfEdtf(text)).toBe(at);
      expect(parseEdtf(text).ok).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('instantOfEdtf(edtfOfInstant(at)): property: gives back the year in deep time', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }).map(Math.round), (year) => {
      fc.pre(Math.abs(year) > 9999);
      expect(instantOfEdtf(edtfOfInstant(instant(clockOf(year))))).toBe(clockOf(year));
    }),
  );
});

test('instantOfEdtf(text): property: takes any text without throwing', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void instantOfEdtf(text)));
  expect(instantOfEdtf('9'.repeat(1e5))).toBeNull();
});
