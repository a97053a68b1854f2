import { fail, ok, type Result } from '#base/result.ts';
import { addUnits, clockOf, daysInMonth } from '#time/civil.ts';
import type { Clock } from '#time/instant.ts';
import { PRECISIONS, type Precision } from '#time/when.ts';

/** Why a text is no EDTF. `message` says what was expected there; `at` counts UTF-16 units from 0; `suggestion` is a text near it that can be read. */
export type EdtfFault = { readonly message: string; readonly at: number; readonly suggestion?: string };

/** One date, with or without a time of day, as a period on the clock: `2024-10` from 1 October to 1 November, `156X-12-25` from 1560 to 1569. */
export type EdtfDate = {
  readonly kind: 'date';
  readonly from: Clock;
  readonly to: Clock;
  /** Of the finest part that is at least partly known: `1985-04-XX` is known to the month. */
  readonly precision: Precision;
  /** The offset from UTC that is written after a time; null: the clock is that of the event's zone. */
  readonly offsetMs: number | null;
  /** `~` or `%`: the unit of the part it qualifies, the coarsest if there are several. */
  readonly widenBy: Precision | null;
  /** `?` or `%`, on any part. */
  readonly uncertain: boolean;
};

/** Beyond it a double cannot tell one midnight from the next; the universe is seventy times younger. */
const MOST_YEARS = 1e12;

/** Matches the longest beginning that is a date; where it stops says what was expected next. Every group is bounded or linear. */
const DATE = new RegExp(
  '^(?<q0>[?~%]?)(?:(?<year>-?[0-9X]{4})|Y(?<long>-?[1-9][0-9]*)(?:E(?<exponent>[0-9]{1,3}))?)(?:S(?<digits>[1-9][0-9]{0,2}))?(?<q1>[?~%]?)' +
    '(?:-(?<q2>[?~%]?)(?<month>[0-9X]{2})(?<q3>[?~%]?)(?:-(?<q4>[?~%]?)(?<day>[0-9X]{2})(?<q5>[?~%]?)' +
    '(?:T(?<hour>[0-9]{2})(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?)?(?<zone>Z|[+-][0-9]{2}(?::[0-9]{2})?)?(?<q6>[?~%]?))?)?)?',
);

/**
 * The sub-year groups of level 2: first month and number of months.
 * 21 to 24 are the seasons as the northern half of the world has them (December belongs to the winter of its year, as 24 comes last in a year);
 * 25 to 28 say so, 29 to 32 are the southern ones; 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves of a year.
 * @see https://www.loc.gov/standards/datetime/ for the codes; the standard leaves the months open, these are the meteorological seasons
 */
const GROUPS: Readonly<Record<number, readonly [from: number, months: number]>> = {
  ...{ 21: [3, 3], 22: [6, 3], 23: [9, 3], 24: [12, 3], 25: [3, 3], 26: [6, 3], 27: [9, 3], 28: [12, 3] },
  ...{ 29: [9, 3], 30: [12, 3], 31: [3, 3], 32: [6, 3], 33: [1, 3], 34: [4, 3], 35: [7, 3], 36: [10, 3] },
  ...{ 37: [1, 4], 38: [5, 4], 39: [9, 4], 40: [1, 6], 41: [7, 6] },
};
const LAST_NORTHERN_SEASON = 28;

type Groups = Readonly<Record<string, string | undefined>>;
type Period = Pick<EdtfDate, 'from' | 'to' | 'precision'>;
type Years = { readonly first: number; readonly last: number; readonly precision: Precision };

/**
 * Reads one date: no interval, no set. Beyond EDTF, a qualifier may follow a time (`T19:40+03:00~`, "about 19:40"),
 * and a time may stop at the hour or the minute.
 * @param at offset of the text within a longer one, added to that of a fault
 */
export function parseEdtfDate(text: string, at = 0): Result<EdtfDate, EdtfFault> {
  const match = DATE.exec(text);
  const groups: Groups = match?.groups ?? {};
  const refuse = (message: string, part = 0): Result<never, EdtfFault> => fail({ message, at: at + part });
  if (!match) return refuse('expected a year of four digits, such as 2024 or -0043');
  if (match[0].length < text.length) return refuse(expectedAfter(groups), match[0].length);
  const years = yearsOf(groups);
  if (typeof years === 'string') return refuse(years);
  const period = groups['month'] === undefined ? wholeYears(years) : periodOf(groups, years);
  if (typeof period === 'string') return refuse(period, text.indexOf('-', 1) + 1);
  const time = groups['hour'] === undefined ? { ...period, offsetMs: null } : timeOf(groups, period.from);
  if (typeof time === 'string') return refuse(time, text.indexOf('T') + 1);
  return ok({ kind: 'date', ...time, ...qualifiersOf(groups, years.precision, time.precision) });
}

function expectedAfter({ long, digits, month, day, hour }: Groups): string {
  if (hour !== undefined)
    return 'expected the end of the date after its time (hh:mm, hh:mm:ss, then Z or an offset such as +03:00)';
  if (day !== undefined) return 'expected the end of the date, or T and a time such as T06:30Z';
  if (month !== undefined) return 'expected the end of the date, or - and a day of two digits';
  if (long !== undefined || digits !== undefined) return 'expected the end of the date after its year';
  return 'expected the end of the date, or - and a month of two digits';
}

/** The years a text allows, or what was expected. */
function yearsOf({ year, long, exponent, digits, month }: Groups): Years | string {
  if (long !== undefined) {
    if (month !== undefined) return 'expected no month after a year that begins with Y';
    if (long.length + Number(exponent ?? 0) > 20 || Math.abs(Number(long)) * 10 ** Number(exponent ?? 0) > MOST_YEARS)
      return 'expected a year within Y-1000000000000 and Y1000000000000';
    const value = Number(long) * 10 ** Number(exponent ?? 0);
    if (Math.abs(value) <= 9999 && exponent === undefined)
      return 'expected a year of more than four digits after Y; a shorter one is written with four digits and without Y';
    return significant(value, digits);
  }
  const text = year ?? '';
  if (text === '-0000') return 'expected a year other than -0000; the year 0 is written 0000';
  if (digits !== undefined)
    return text.includes('X') || month !== undefined
      ? 'expected S only after a year without X and without a month'
      : significant(Number(text), digits);
  const sign = text.startsWith('-') ? -1 : 1;
  const magnitude = text.replace('-', '');
  const ends = [Number(magnitude.replaceAll('X', '0')), Number(magnitude.replaceAll('X', '9'))].map(
    (end) => sign * end || 0,
  );
  const unknown = /^[0-9]*(X+)$/.exec(magnitude)?.[1]?.length ?? 0;
  const precision = (['year', 'decade', 'century', 'millennium', 'millennium'] as const)[unknown] ?? 'year';
  return { first: Math.min(...ends), last: Math.max(...ends), precision };
}

/** `1950S2`: a year of which two digits are known, so one of 1900 to 1999. */
function significant(value: number, digits: string | undefined): Years {
  const size = String(Math.abs(value)).length - Number(digits ?? Infinity);
  if (size <= 0) return { first: value, last: value, precision: 'year' };
  const block = 10 ** size;
  const low = Math.floor(Math.abs(value) / block) * block;
  const [first, last] = value < 0 ? [1 - low - block, -low || 0] : [low, low + block - 1];
  return { first, last, precision: size === 1 ? 'decade' : size === 2 ? 'century' : 'millennium' };
}

function wholeYears({ first, last, precision }: Years): Period {
  return { from: clockOf(first), to: clockOf(last + 1), precision };
}

/** The numbers from 1 to `most` that a pattern such as `1X` allows. */
function allowed(pattern: string, most: number): number[] {
  const fits = (text: string) => [...pattern].every((digit, i) => digit === 'X' || digit === text[i]);
  return Array.from({ length: most }, (_, i) => i + 1).filter((value) => fits(String(value).padStart(2, '0')));
}

/** The period of a month, season or day, or what was expected. `X` may stand for any digit: the period then reaches from the first to the last date that fits. */
function periodOf({ year = '', month = '', day }: Groups, years: Years): Period | string {
  const group = GROUPS[Number(month)];
  if (group) {
    if (day !== undefined) return 'expected no day after a season';
    const [first, months] = group;
    const from = clockOf(years.first, first);
    const precision = Number(month) <= LAST_NORTHERN_SEASON ? 'season' : 'month';
    return { from, to: addUnits(clockOf(years.last, first), 'month', months), precision };
  }
  const monthsAllowed = allowed(month, 12);
  const [firstMonth, lastMonth] = [monthsAllowed[0], monthsAllowed.at(-1)];
  if (firstMonth === undefined || lastMonth === undefined)
    return 'expected a month from 01 to 12 or a season from 21 to 41';
  if (day === undefined || day === 'XX') {
    if (month === 'XX') return wholeYears(years);
    const to = addUnits(clockOf(years.last, lastMonth), 'month', 1);
    return { from: clockOf(years.first, firstMonth), to, precision: 'month' };
  }
  const from = edgeDay(year, years, monthsAllowed, allowed(day, 31), 1);
  const last = edgeDay(year, years, monthsAllowed, allowed(day, 31), -1);
  if (from === null || last === null) return impossibleDay(year, month, day, years, firstMonth);
  return { from, to: addUnits(last, 'day', 1), precision: 'day' };
}

function impossibleDay(year: string, month: string, day: string, { first }: Years, firstMonth: number): string {
  if (/X/.test(year + month + day) || Number(day) < 1 || Number(day) > 31) return 'expected a day that exists';
  return `expected a day from 01 to ${daysInMonth(first, firstMonth)} (the last of ${year}-${month})`;
}

/** The first (`step` 1) or the last (`step` -1) day that fits the patterns and exists. */
function edgeDay(pattern: string, years: Years, months: number[], days: number[], step: 1 | -1): Clock | null {
  const digits = pattern.replace('-', '');
  const [start, end] = step === 1 ? [years.first, years.last] : [years.last, years.first];
  for (let year = start; step * year <= step * end; year += step) {
    if (!fitsYear(Math.abs(year), digits)) continue;
    for (const month of step === 1 ? months : months.toReversed()) {
      const last = daysInMonth(year, month);
      const day = step === 1 ? days.find((d) => d <= last) : days.findLast((d) => d <= last);
      if (day !== undefined) return clockOf(year, month, day);
    }
  }
  return null;
}

/** Whether a year has the digits of a pattern of four; without strings, as thousands of years may be tried. */
function fitsYear(year: number, digits: string): boolean {
  let rest = year;
  for (let i = 3; i >= 0; i -= 1) {
    const digit = digits.charCodeAt(i) - 48;
    if (digit <= 9 && digit !== rest % 10) return false; // X is above 9
    rest = Math.floor(rest / 10);
  }
  return true;
}

function timeOf(
  { year, month, day, hour, minute, second, zone }: Groups,
  midnight: Clock,
): (Period & { offsetMs: number | null }) | string {
  if (/X/.test(`${year}${month}${day}`)) return 'expected no time after a date with X';
  if (Number(hour) > 23) return 'expected an hour from 00 to 23';
  if (Number(minute ?? 0) > 59) return 'expected a minute from 00 to 59';
  if (Number(second ?? 0) > 59) return 'expected a second from 00 to 59';
  const [, sign, hours, minutes] = /([+-])([0-9]{2}):?([0-9]{2})?/.exec(zone ?? '') ?? [];
  if (Number(hours ?? 0) > 14 || Number(minutes ?? 0) > 59) return 'expected an offset from -14:00 to +14:00';
  const precision = second !== undefined ? 'second' : minute !== undefined ? 'minute' : 'hour';
  const ofDay = addUnits(addUnits(midnight, 'hour', Number(hour)), 'minute', Number(minute ?? 0));
  const from = addUnits(ofDay, 'second', Number(second ?? 0));
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  const offsetMs = zone === undefined ? null : sign === '-' && size > 0 ? -size : size;
  return { from, to: addUnits(from, precision, 1), precision, offsetMs };
}

/** A qualifier before a part is for that part; one after it is for that part and all before it. */
function qualifiersOf(groups: Groups, ofYear: Precision, ofAll: Precision): Pick<EdtfDate, 'widenBy' | 'uncertain'> {
  const marks = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((name) => groups[name] ?? '');
  const ofMonth = groups['month'] === 'XX' ? ofYear : ofAll === 'season' ? 'season' : 'month';
  const ofDay = groups['day'] === 'XX' ? ofMonth : 'day';
  const units: readonly Precision[] = [ofYear, ofYear, ofMonth, ofMonth, ofDay, ofDay, ofAll];
  const widened = units.filter((_, i) => marks[i] === '~' || marks[i] === '%');
  const coarsest = Math.min(...widened.map((unit) => PRECISIONS.indexOf(unit)));
  return { widenBy: PRECISIONS[coarsest] ?? null, uncertain: marks.some((mark) => mark === '?' || mark === '%') };
}
