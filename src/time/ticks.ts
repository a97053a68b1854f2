import { createTranslate, type Translate } from '#base/messages.ts';
import { must } from '#base/assert.ts';
import { clockOf, DAY, daysInMonth, fieldsOf, HOUR, MINUTE, startOfDay } from '#time/civil.ts';
import { clock, instant, type Clock, type Instant, type Span } from '#time/instant.ts';
import { monthName } from '#time/names.ts';
import { timeWords, unitWords, yearWords, type Voice } from '#time/unitWords.ts';
import { clockAt, instantsOf, startIn } from '#time/zone.ts';

/** What lies between two minor ticks: 15 minutes, 1 week, 1000 years (decades, centuries and on are counted in years). */
export type TickUnit = { readonly of: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'; readonly count: number };
export type Tick = { readonly at: Instant; readonly label: string };
/** `label` says all ("October 2024"), `short` leaves out what an earlier major tick on screen has said ("October"). */
export type MajorTick = Tick & { readonly short: string };
export type Ticks = {
  readonly unit: TickUnit;
  readonly minor: readonly Tick[];
  readonly major: readonly MajorTick[];
  /** The major period in which the span begins, for the label at the start edge: its tick lies at or before the span. */
  readonly context: MajorTick | null;
};
export type TickOptions = {
  /** IANA zone of the axis. */
  readonly zone: string;
  readonly locale: string;
  /** Least px from one minor tick to the next: room for a day of the month. Units with longer labels take up to three times as much. */
  readonly minGapPx?: number;
  /** For "BCE", "million"; English when left out. */
  readonly t?: Translate;
};

/** With the shortest time between two ticks of the unit, so that labels keep their gap in February too, and the room of their labels in gaps. */
const UNITS: readonly (readonly [of: TickUnit['of'], count: number, shortest: number, room: number])[] = [
  ...[1, 5, 15, 30].map((count) => ['minute', count, count * MINUTE, 1.25] as const),
  ...[1, 3, 6, 12].map((count) => ['hour', count, count * HOUR, 1.25] as const),
  ['day', 1, DAY, 1],
  ['day', 2, 2 * DAY, 1],
  ['week', 1, 7 * DAY, 1],
  ['month', 1, 28 * DAY, 1],
  ['month', 3, 90 * DAY, 1],
  ['month', 6, 181 * DAY, 1],
];
const SHORTEST_YEAR = 365 * DAY;
/** "7500 BCE", and from ten thousand years on "13.8 billion BCE". */
const yearRoom = (count: number) => (count < 10_000 ? 1.6 : 3);
const MIN_GAP_PX = 36;
const FIRST_MONDAY = 4; // 5 January 1970, counted from the 1st

let english: Translate | undefined;

/**
 * The ticks of a two-tier axis: minor ones at the finest unit whose labels have room, major ones at the unit above that gives them their context.
 * Which unit it is depends on the scale alone, and whether there is a tick at an instant, and its labels, on the unit alone: a pan changes nothing.
 * Ticks stand where the clocks of the zone show the full unit, days of clock change included; an hour that comes twice has two ticks,
 * one that is left out none, and a day without midnight begins at the jump.
 * @param span an empty or infinite one has no ticks
 * @returns in order of time, within the span (its end excluded), at most `lengthPx / minGapPx + 2` minor ones
 */
export function ticksFor(span: Span, lengthPx: number, options: TickOptions): Ticks {
  const { zone, locale, minGapPx = MIN_GAP_PX, t = (english ??= createTranslate()) } = options;
  const scale = (span.end - span.start) / lengthPx; // ms per px
  if (!(scale > 0 && Number.isFinite(scale)))
    return { unit: { of: 'year', count: 1 }, minor: [], major: [], context: null };
  const unit = unitFor(scale, minGapPx);
  const most = Math.floor(lengthPx / minGapPx) + 2;
  const voice: Voice = { t, locale, width: 'long' };
  const minor = unitTicks(unit, span, zone, most).map((at) => ({
    at,
    label: minorLabel(unit, clockAt(at, zone), voice),
  }));
  const above = unitAbove(unit);
  const majorTick = (at: Instant): MajorTick => ({ at, ...majorLabels(above, clockAt(at, zone), voice) });
  const major = unitTicks(above, span, zone, most).map(majorTick);
  return { unit, minor, major, context: majorTick(startOfMajor(above, span.start, zone)) };
}

function unitFor(scale: number, minGapPx: number): TickUnit {
  const fine = UNITS.find(([, , shortest, room]) => shortest / scale >= minGapPx * room);
  if (fine) return { of: fine[0], count: fine[1] };
  for (let power = 1; Number.isFinite(power); power *= 10) {
    const count = [power, 2 * power, 5 * power].find((n) => (n * SHORTEST_YEAR) / scale >= minGapPx * yearRoom(n));
    if (count !== undefined) return { of: 'year', count };
  }
  return { of: 'year', count: Number.MAX_VALUE };
}

/** The unit of the major ticks: days above hours, months above days, years above months, ten or more years above years. */
function unitAbove({ of, count }: TickUnit): TickUnit {
  if (of === 'minute' || of === 'hour') return { of: 'day', count: 1 };
  if (of === 'day' || of === 'week') return { of: 'month', count: 1 };
  if (of === 'month') return { of: 'year', count: 1 };
  return { of: 'year', count: 10 ** (Math.floor(Math.log10(count) + 1e-9) + 1) };
}

/** The instants of a unit's ticks within a span, in order. */
function unitTicks(unit: TickUnit, span: Span, zone: string, most: number): Instant[] {
  if (unit.of === 'minute' || (unit.of === 'hour' && unit.count === 1)) return shortTicks(unit, span, zone, most);
  const out: Instant[] = [];
  const first = indexOf(unit, clockAt(span.start, zone));
  for (let i = 0; i <= 2 * most && out.length < most; i += 1) {
    const reading = readingOf(unit, first + i);
    if (reading === null) continue;
    // The first time clocks show it; hours they jump over have no tick, days always have.
    const at = reading === startOfDay(reading) ? startIn(reading, zone) : instantsOf(reading, zone)[0];
    if (at !== undefined && at >= span.end) break;
    if (at !== undefined && at >= span.start) out.push(at);
  }
  return out;
}

/**
 * Ticks of an hour or less: wherever clocks show a full unit, twice where they are put back.
 * Goes on by elapsed time and looks at the clock again after each step, as it may have been changed meanwhile.
 */
function shortTicks({ of, count }: TickUnit, span: Span, zone: string, most: number): Instant[] {
  const step = count * (of === 'hour' ? HOUR : MINUTE);
  const out: Instant[] = [];
  let at = span.start;
  while (at < span.end && out.length < most) {
    const reading = clockAt(at, zone);
    const missing = Math.ceil(reading / step) * step - reading;
    if (missing === 0) out.push(at);
    at = instant(at + (missing || step));
  }
  return out;
}

/** The number of the last tick of a unit at or before a clock reading; the inverse of `readingOf`. */
function indexOf({ of, count }: TickUnit, at: Clock): number {
  const { year, month } = fieldsOf(at);
  switch (of) {
    case 'minute':
      return Math.floor(at / (count * MINUTE));
    case 'hour':
      return Math.floor(at / (count * HOUR));
    case 'day':
      return startOfDay(at) / DAY;
    case 'week':
      return Math.floor((startOfDay(at) / DAY - FIRST_MONDAY) / 7);
    case 'month':
      return Math.floor((year * 12 + month - 1) / count);
    case 'year':
      return count > 1 && year < count ? Math.floor((year - 1) / count) : Math.floor(year / count);
  }
}

/**
 * The clock reading of a unit's tick of that number; null: there is none.
 * Every second day is an odd one that is not the last of its month, so that the 1st has room.
 * Several years are counted from 1 on both sides, so that BCE ticks are round too: …, 2000 BCE (-1999), 1000 BCE, 1 CE, 1000, 2000, ….
 */
function readingOf({ of, count }: TickUnit, index: number): Clock | null {
  switch (of) {
    case 'minute':
      return clock(index * count * MINUTE);
    case 'hour':
      return clock(index * count * HOUR);
    case 'day':
      return count === 1 || isEverySecondDay(clock(index * DAY)) ? clock(index * DAY) : null;
    case 'week':
      return clock((index * 7 + FIRST_MONDAY) * DAY);
    case 'month': {
      const year = Math.floor((index * count) / 12);
      return clockOf(year, index * count - year * 12 + 1);
    }
    case 'year':
      if (count === 1 || index > 0) return clockOf(index * count);
      return index < 0 || count >= 10 ? clockOf(1 + index * count) : null; // 1 CE would crowd 2 CE
  }
}

function isEverySecondDay(at: Clock): boolean {
  const { year, month, day } = fieldsOf(at);
  return day % 2 === 1 && day < daysInMonth(year, month);
}

function startOfMajor(unit: TickUnit, at: Instant, zone: string): Instant {
  return startIn(must(readingOf(unit, indexOf(unit, clockAt(at, zone))), `no tick of ${unit.count} ${unit.of}`), zone);
}

function minorLabel({ of }: TickUnit, at: Clock, { t, locale }: Voice): string {
  const { year, month, day } = fieldsOf(at);
  if (of === 'minute' || of === 'hour') return timeWords(at);
  if (of === 'day' || of === 'week') return String(day);
  return of === 'month' ? monthName(locale, month, 'short') : yearWords(year, t);
}

function majorLabels({ of }: TickUnit, at: Clock, voice: Voice): { label: string; short: string } {
  const precision = of === 'day' || of === 'month' ? of : 'year';
  const label = unitWords(at, precision, voice) ?? '';
  return { label, short: unitWords(at, precision, voice, 'year') ?? label };
}
