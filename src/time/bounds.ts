import { fail, ok, type Result } from '#base/result.ts';
import { addUnits, DAY } from '#time/civil.ts';
import type { EdtfDate } from '#time/edtfDate.ts';
import { instant, type Instant } from '#time/instant.ts';
import { partOfDay } from '#time/parts.ts';
import type { NamedDate, Part, Precision } from '#time/when.ts';
import { clockAt, endIn, offsetAt, startIn } from '#time/zone.ts';

/** One date as it lies in time: its period, widened if it is approximate, and the date as it is said. */
export type Period = { readonly start: Instant; readonly end: Instant; readonly named: NamedDate };

/**
 * The period of a date in a zone. Days begin and end with the zone's own clock, so some have 23 or 25 hours;
 * a time that clocks show twice means both, from the first to the end of the second; a time with an offset means that one.
 * @returns a fault where clocks jumped over the whole period: an hour in spring, 30 December 2011 in Samoa
 */
export function periodOf(date: EdtfDate, zone: string): Result<Period> {
  const { from, to, offsetMs, widenBy } = date;
  const isFixed = offsetMs !== null;
  const begins = (at: typeof from) => (isFixed ? instant(at - offsetMs) : startIn(at, zone));
  const ends = (at: typeof to) => (isFixed ? instant(at - offsetMs) : endIn(at, zone));
  const start = begins(from);
  if (ends(to) <= start) return fail(`expected a time that exists in ${zone}, whose clocks jumped over this one`);
  const named = namedDate(date, start, zone);
  if (widenBy === null) return ok({ start, end: ends(to), named });
  return ok({ start: begins(addUnits(from, widenBy, -1)), end: ends(addUnits(to, widenBy, 1)), named });
}

/**
 * The period of a part of a day, or of the night between two days: the night of the first.
 * @returns a fault when the date is not one whole day
 */
export function partPeriodOf(date: EdtfDate, part: Part, zone: string): Result<Period> {
  if (!isWholeDay(date)) return fail(`expected a single day with the part "${part}"`);
  const { from, to } = partOfDay(part);
  const moved = (count: number) => (date.widenBy === null ? date.from : addUnits(date.from, date.widenBy, count));
  const start = startIn(addUnits(moved(-1), 'hour', from), zone);
  const end = endIn(addUnits(moved(1), 'hour', to), zone);
  if (end <= start) return fail(`expected a part of a day that exists in ${zone}, whose clocks jumped over this one`);
  return ok({ start, end, named: namedDate(date, start, zone) });
}

/** Whether a date names one day and no time: what a part of a day can be said of. */
export function isWholeDay(date: EdtfDate): boolean {
  return date.precision === 'day' && date.to - date.from === DAY;
}

const TIMES: ReadonlySet<Precision> = new Set(['hour', 'minute', 'second']);

function namedDate({ from, to, precision, widenBy, uncertain }: EdtfDate, start: Instant, zone: string): NamedDate {
  const flags = {
    ...(widenBy !== null && { approximate: true as const }),
    ...(uncertain && { uncertain: true as const }),
  };
  if (!TIMES.has(precision)) return { from, to, precision, ...flags };
  const shown = clockAt(start, zone);
  return { from: shown, to: addUnits(shown, precision, 1), precision, offsetMs: offsetAt(start, zone), ...flags };
}
