import { clockOf, daysInMonth, fieldsOf, MINUTE, startOfDay } from '#time/civil.ts';
import { clock, instant, type Instant } from '#time/instant.ts';
import { offsetAt } from '#time/zone.ts';

const TEXT = new RegExp(
  '^(?:(?<year>-?[0-9]{4})(?:-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2})(?:T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?' +
    '(?:Z|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2})))?)?)?|Y(?<long>-?[1-9][0-9]{4,12}))$',
);
const MOST_YEARS = 1e12;

const padded = (value: number, length = 2) => String(value).padStart(length, '0');

/**
 * Writes an instant as the shortest EDTF for a link: the day at midnight UTC (`2024-09-15`), else the nearest minute (`2024-09-15T06:30Z`).
 * Years beyond ±9999 have no months in EDTF: the year in which the instant lies (`Y-13800000000`).
 * @param zone if given, a minute is written with the offset of that zone instead of `Z`; a day is always one of UTC
 * @returns `..` for ±Infinity
 */
export function edtfOfInstant(at: Instant, zone = 'UTC'): string {
  if (!Number.isFinite(at)) return '..';
  const minute = Math.abs(at) > Number.MAX_SAFE_INTEGER ? at : Math.round(at / MINUTE) * MINUTE;
  const isDay = minute === startOfDay(clock(minute));
  const offset = isDay ? 0 : Math.round(offsetAt(instant(minute), zone) / MINUTE);
  const { year, month, day, ...time } = fieldsOf(clock(minute + offset * MINUTE));
  if (Math.abs(year) > 9999) return `Y${year}`;
  const date = `${year < 0 ? '-' : ''}${padded(Math.abs(year), 4)}-${padded(month)}-${padded(day)}`;
  if (isDay) return date;
  const size = Math.abs(offset);
  const written = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${padded(Math.floor(size / 60))}:${padded(size % 60)}`;
  return `${date}T${padded(time.hour)}:${padded(time.minute)}${written}`;
}

/**
 * Reads a plain EDTF date as an instant, for links: a year, month, day, minute or second, or a year with Y.
 * Small, as it is part of the page; intervals, sets, `X` and qualifiers are for `edtf.ts`, at build.
 * @returns the start of its period, in UTC unless an offset is written; null for anything else, also for a day that does not exist
 */
export function instantOfEdtf(text: string): Instant | null {
  const groups = TEXT.exec(text)?.groups;
  if (!groups || groups['year'] === '-0000') return null;
  const read = (name: string, otherwise = 0) => Number(groups[name] ?? otherwise);
  if (groups['long'] !== undefined) return Math.abs(read('long')) > MOST_YEARS ? null : instant(clockOf(read('long')));
  const [year, month, day] = [read('year'), read('month', 1), read('day', 1)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (read('hour') > 23 || read('minute') > 59 || read('second') > 59 || read('hours') > 14 || read('minutes') > 59)
    return null;
  const offset = (read('hours') * 60 + read('minutes')) * MINUTE * (groups['sign'] === '-' ? -1 : 1);
  return instant(clockOf(year, month, day, read('hour'), read('minute'), read('second')) - offset);
}
