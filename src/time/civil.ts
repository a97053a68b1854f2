import { clock, type Clock } from '#time/instant.ts';
import type { Precision } from '#time/when.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** The mean year of the Gregorian calendar, 365.2425 days: for lengths, never to count dates. */
export const YEAR = 365.2425 * DAY;

/** The parts of a clock reading. `year` is astronomical: 0 is 1 BCE. `month` and `day` count from 1. */
export type Civil = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const YEARS: Partial<Record<Precision, number>> = { millennium: 1000, century: 100, decade: 10, year: 1 };
const MONTHS: Partial<Record<Precision, number>> = { season: 3, month: 1 };
const LENGTHS: Partial<Record<Precision, number>> = { day: DAY, hour: HOUR, minute: MINUTE, second: SECOND };

/** Leap years of the proleptic Gregorian calendar, for any whole year, 0 and below too. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar, without `Date`, which ends at the year ±271821.
 * Exact for years within ±1e12. A day past the end of its month runs on into the next.
 * @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year; // years from March, so that the leap day comes last
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The clock reading for a date and a time of day; the fields are not checked, too large ones run on. */
export function clockOf(year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0): Clock {
  return clock(daysFromCivil(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND);
}

/**
 * Days since 1970-01-01 on that clock.
 * Where doubles no longer hold each millisecond (beyond the year 287396) only whole days are meant, and the nearest is taken:
 * else the rounding of a midnight would put it into the day before.
 */
function daysOf(at: Clock): number {
  return Math.abs(at) > Number.MAX_SAFE_INTEGER ? Math.round(at / DAY) : Math.floor(at / DAY);
}

/**
 * Takes a finite clock reading apart; the inverse of `clockOf`.
 * @see https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
export function fieldsOf(at: Clock): Civil {
  const days = daysOf(at);
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const timeOfDay = Math.max(0, Math.min(DAY - 1, at - days * DAY));
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
    hour: Math.floor(timeOfDay / HOUR),
    minute: Math.floor(timeOfDay / MINUTE) % 60,
    second: Math.floor(timeOfDay / SECOND) % 60,
  };
}

/** Midnight at or before a finite clock reading. */
export function startOfDay(at: Clock): Clock {
  return clock(daysOf(at) * DAY);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(at: Clock): number {
  return (((daysOf(at) + 3) % 7) + 7) % 7;
}

/**
 * Moves a clock reading by whole units of a precision, forward or back; a season is three months. ±Infinity stays.
 * Where the month it reaches has no such day, the last day of that month is taken: 29 February plus one year is 28 February.
 */
export function addUnits(at: Clock, unit: Precision, count: number): Clock {
  const length = LENGTHS[unit];
  if (length !== undefined || !Number.isFinite(at)) return clock(at + count * (length ?? 0));
  const { year, month, day } = fieldsOf(at);
  const months = month - 1 + count * (MONTHS[unit] ?? 12 * (YEARS[unit] ?? 1));
  const toYear = year + Math.floor(months / 12);
  const toMonth = months - Math.floor(months / 12) * 12 + 1;
  return clock(clockOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) + (at - startOfDay(at)));
}
