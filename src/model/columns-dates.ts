import { addUnits, clockOf, DAY, daysInMonth, HOUR, MINUTE, SECOND } from '#time/civil.ts';
import { clock, type Clock } from '#time/instant.ts';
import { PRECISIONS, type Precision } from '#time/when.ts';
import { startIn } from '#time/zone.ts';

/** A date of a table: its period, ms of UTC, and how precise it is, as a position in `PRECISIONS`. */
export type ReadDate = { start: number; end: number; precision: number };

const LEVEL = Object.fromEntries(PRECISIONS.map((name, i) => [name, i])) as Record<Precision, number>;
const LENGTHS: Partial<Record<Precision, number>> = { day: DAY, hour: HOUR, minute: MINUTE, second: SECOND };
const TEXT = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * Reads the dates of a table: milliseconds of UTC, or EDTF years, months, days, minutes and seconds, those without an offset on the
 * clocks of the zone. A million of them fall on few days, so the beginnings of days in the zone are remembered.
 * @param precision of dates given in milliseconds
 * @returns a function that writes into `out`, and tells whether it could read the value
 */
export function dateReader(zone: string, precision: Precision): (value: unknown, out: ReadDate) => boolean {
  const starts = new Map<number, number>();
  const startOf = (at: Clock): number => {
    const known = starts.get(at);
    if (known !== undefined) return known;
    const found = startIn(at, zone);
    if (starts.size > 100_000) starts.clear();
    starts.set(at, found);
    return found;
  };
  const period = (from: Clock, unit: Precision, out: ReadDate): true => {
    out.start = startOf(from);
    out.end = startOf(addUnits(from, unit, 1));
    out.precision = LEVEL[unit];
    return true;
  };

  return (value, out) => {
    if (typeof value === 'number') return Math.abs(value) < 1e18 && readNumber(value, out);
    if (typeof value !== 'string') return false;
    const parts = TEXT.exec(value);
    if (!parts) return /^-?\d{5,17}$/.test(value) && readNumber(Number(value), out);
    const [, yearText = '', monthText, dayText, hourText, minuteText, secondText, offset] = parts;
    const year = Number(yearText);
    const month = Number(monthText ?? 1);
    const day = Number(dayText ?? 1);
    if (yearText === '-0000' || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return false;
    if (monthText === undefined) return period(clockOf(year), 'year', out);
    if (dayText === undefined) return period(clockOf(year, month), 'month', out);
    if (hourText === undefined) return period(clockOf(year, month, day), 'day', out);
    const [hour, minute, second] = [Number(hourText), Number(minuteText), Number(secondText ?? 0)];
    if (hour > 23 || minute > 59 || second > 59) return false;
    const unit: Precision = secondText === undefined ? 'minute' : 'second';
    const midnight = clockOf(year, month, day);
    const time = hour * HOUR + minute * MINUTE + second * SECOND;
    if (offset !== undefined) out.start = midnight + time - offsetOf(offset);
    else {
      // A day of 24 hours has no change of clocks in it.
      const plain = startOf(clock(midnight + DAY)) - startOf(midnight) === DAY;
      out.start = plain ? startOf(midnight) + time : startIn(clock(midnight + time), zone);
    }
    out.end = out.start + (LENGTHS[unit] ?? 0);
    out.precision = LEVEL[unit];
    return true;
  };

  function readNumber(value: number, out: ReadDate): true {
    out.start = value;
    out.end = value + (LENGTHS[precision] ?? addUnits(clock(value), precision, 1) - value);
    out.precision = LEVEL[precision];
    return true;
  }
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const ms = Number(text.slice(1, 3)) * HOUR + Number(text.slice(4)) * MINUTE;
  return text.startsWith('-') ? -ms : ms;
}
