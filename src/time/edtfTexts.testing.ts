import fc from 'fast-check';
import { daysInMonth } from '#time/civil.ts';

const two = (value: number) => String(value).padStart(2, '0');
const four = (year: number) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

export const ZONES = [
  'UTC',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Tehran',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
];

/** For tests: valid EDTF of every form, as text. */
export const years = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1900, max: 2100 }) },
  fc.integer({ min: -9999, max: 9998 }),
);
export const yearTexts = years.map(four);
export const dayTexts = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 30 }))
  .map(([year, month, n]) => {
    return `${four(year)}-${two(month)}-${two((n % daysInMonth(year, month)) + 1)}`;
  });
const time = fc.tuple(
  fc.nat(23),
  fc.nat(59),
  fc.nat(59),
  fc.constantFrom('Z', '+03:00', '+03:30', '-05:00'),
  fc.nat(2),
);
export const timeTexts = fc.tuple(dayTexts, time).map(([day, [hour, minute, second, offset, fineness]]) => {
  return `${day}T${[two(hour), two(minute), two(second)].slice(0, fineness + 1).join(':')}${offset}`;
});
const masked = fc
  .tuple(fc.nat(9999), fc.integer({ min: 1, max: 4 }))
  .map(([year, unknown]) => `${four(year).slice(0, 4 - unknown)}${'X'.repeat(unknown)}`);
const others = fc.oneof(
  fc.tuple(yearTexts, fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${two(month)}`),
  fc.tuple(yearTexts, fc.integer({ min: 21, max: 41 })).map(([year, season]) => `${year}-${season}`),
  masked,
  yearTexts.map((year) => `${year}-XX`),
  fc.tuple(yearTexts, fc.constantFrom('0X', '1X', 'X1')).map(([year, month]) => `${year}-${month}`),
  fc
    .tuple(masked, fc.integer({ min: 1, max: 12 }), fc.constantFrom('XX', '0X', '1X', '28'))
    .map(([year, month, day]) => `${year}-${two(month)}-${day}`),
  fc
    .tuple(fc.integer({ min: 10_000, max: 1e12 }), fc.boolean())
    .map(([year, before]) => `Y${before ? '-' : ''}${year}`),
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 4, max: 9 })).map(([year, power]) => `Y${year}E${power}`),
  fc
    .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 4 }))
    .map(([year, digits]) => `${year}S${digits}`),
);
export const dateTexts = fc
  .tuple(fc.oneof(dayTexts, timeTexts, yearTexts, others), fc.constantFrom('', '', '', '?', '~', '%'))
  .map(([date, qualifier]) => date + qualifier);
const setTexts = fc
  .tuple(fc.uniqueArray(dateTexts, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([dates, isOne]) => (isOne ? `[${dates.join(',')}]` : `{${dates.join(',')}}`));
/** Intervals that go forward, also within a day. */
const intervalTexts = fc.oneof(
  dayTexts.map((day) => `${day}/${day}`),
  fc
    .tuple(dayTexts, fc.integer({ min: 2, max: 50 }))
    .map(([day, later]) => `${day}/${four(Math.min(9999, Number(/^-?\d+/.exec(day)?.[0]) + later))}`),
  dayTexts.map((day) => `${day}T01:30+02:00/${day}T16:30+02:00`),
  fc.tuple(dateTexts, fc.constantFrom('/', '/..')).map(([date, end]) => date + end),
  fc.tuple(dateTexts, fc.constantFrom('/', '../')).map(([date, start]) => start + date),
);
export const edtfTexts = fc.oneof({ weight: 3, arbitrary: dateTexts }, setTexts, intervalTexts);
