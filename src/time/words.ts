import type { MessageKey, Translate } from '#base/messages.ts';
import { addUnits, clockOf, DAY, fieldsOf, HOUR, MINUTE, SECOND, startOfDay, YEAR } from '#time/civil.ts';
import { dateWords, joinedWords, plainWords, qualified, rangeWords, setWords } from '#time/dateWords.ts';
import { clock, instant, type Clock, type Instant, type Span } from '#time/instant.ts';
import { datesIn, datesOf } from '#time/namedDates.ts';
import { monthName, weekdayName } from '#time/names.ts';
import { grouped, largeNumber, type Voice } from '#time/unitWords.ts';
import { PRECISIONS, type NamedDate, type When } from '#time/when.ts';
import { civilOf, clockAt } from '#time/zone.ts';

/** `zone`: the IANA zone the reader has chosen; the event's own when left out. */
export type WordOptions = { readonly t: Translate; readonly locale: string; readonly zone?: string | undefined };
/** The parts of what the page says about a time, and all of them in one line. */
export type TimeWords = { readonly date: string; readonly zone: string; readonly note?: string; readonly full: string };

const ZONES: Readonly<Record<string, MessageKey>> = {
  'Asia/Jerusalem': 'time.zone.Asia/Jerusalem',
  'Asia/Beirut': 'time.zone.Asia/Beirut',
  'Asia/Gaza': 'time.zone.Asia/Gaza',
  'Asia/Tehran': 'time.zone.Asia/Tehran',
  'America/New_York': 'time.zone.America/New_York',
  'Etc/UTC': 'time.zone.Etc/UTC',
  UTC: 'time.zone.Etc/UTC',
};

/** The calendar of Gregory began on Friday 15 October 1582, in some countries. */
const GREGORIAN_AFTER = 1582;

/** A zone in words: "Israel time" where we have a message for it, else the city of its IANA name: "Paris time". */
export function zoneWords(zone: string, t: Translate): string {
  const key = Object.hasOwn(ZONES, zone) ? ZONES[zone] : undefined;
  return key ? t(key) : t('time.zoneOfCity', { city: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ') });
}

/**
 * Says when an event was: "Tuesday 8 October 2024, night", "Israel time", "hour not given".
 * A time known to the hour or finer is told in the reader's zone, anything coarser in the event's.
 * @returns `full` has the pieces with " · " between them; the zone is in it from day to second only, a year needs none
 */
export function wordsOf(when: When, options: WordOptions): TimeWords {
  const { dates, zone } = inZone(when, options.zone);
  const date = whenWords(when, dates, { ...options, width: 'long' });
  const place = zoneWords(zone, options.t);
  const isFine = PRECISIONS.indexOf(when.precision) >= PRECISIONS.indexOf('day');
  const full = [date, ...(isFine ? [place] : []), ...(when.note === undefined ? [] : [when.note])].join(' · ');
  return { date, zone: place, ...(when.note !== undefined && { note: when.note }), full };
}

/** The same in few letters, for labels and buttons: "8 Oct 2024", "20–28 Sep 2024". Without weekday, part of day, zone and note. */
export function shortWordsOf(when: When, options: WordOptions): string {
  return whenWords(when, inZone(when, options.zone).dates, { ...options, width: 'short' });
}

function inZone(when: When, zone = when.zone): { dates: readonly NamedDate[]; zone: string } {
  const dates = datesOf(when);
  const moved = zone === when.zone ? null : datesIn(zone, dates);
  return moved ? { dates: moved, zone } : { dates, zone: when.zone };
}

function whenWords(when: When, dates: readonly NamedDate[], voice: Voice): string {
  const { t } = voice;
  if (when.set) return setWords(dates, when.set, voice);
  const [first] = dates;
  const last = dates.at(-1);
  if (!first || !last) return t('time.always');
  const { earliestStart, latestStart, earliestEnd, latestEnd } = when;
  if (latestEnd === Infinity)
    return t(earliestEnd === Infinity ? 'time.since' : 'time.endUnknown', { date: dateWords(first, voice) });
  if (earliestStart === -Infinity)
    return t(latestStart === -Infinity ? 'time.until' : 'time.startUnknown', { date: dateWords(last, voice) });
  if (first === last) return singleWords(when, first, voice);
  return when.part === undefined ? rangeWords(first, last, voice) : nightWords(first, last, when, voice);
}

function nightWords(first: NamedDate, last: NamedDate, when: When, voice: Voice): string {
  const dates = joinedWords({ ...first, at: first.from }, { ...last, at: last.from }, voice);
  return qualified(when, voice.width === 'long' ? voice.t('time.nightOf', { dates }) : dates, voice);
}

function singleWords({ part }: When, date: NamedDate, voice: Voice): string {
  const { t, locale } = voice;
  if (voice.width === 'short') return dateWords(date, voice);
  const plain = plainWords(date, voice);
  const isOneDay = date.precision === 'day' && date.to === addUnits(date.from, 'day', 1);
  // Nobody says "about Tuesday"; and before the Gregorian calendar its weekdays are not those that people had.
  const isSure = isOneDay && !date.approximate && fieldsOf(date.from).year > GREGORIAN_AFTER;
  const day = isSure ? t('time.weekday', { weekday: weekdayName(locale, date.from), date: plain }) : plain;
  return qualified(date, part === undefined ? day : t('time.at', { date: day, time: t(`time.part.${part}`) }), voice);
}

/** The day of an instant in a zone: "9 October 2024". A year before 1 is astronomical and has a minus. */
export function dayWords(at: Instant, zone: string, locale: string): string {
  const { year, month, day } = civilOf(at, zone);
  return `${day} ${monthName(locale, month, 'long', true)} ${year}`;
}

const SPAN_IN_TIMES = 2 * DAY;
const SPAN_IN_YEARS = 20 * YEAR;

/**
 * The time on screen: "15 September to 10 October 2024", its last day included. Below two days with times of day, above 20 years in years;
 * "since …" or "until …" where it is open.
 * @param options the zone is that of the axis; UTC when left out
 */
export function spanWords({ start, end }: Span, { t, locale, zone = 'UTC' }: WordOptions): string {
  const voice: Voice = { t, locale, width: 'long' };
  const precision =
    end - start < SPAN_IN_TIMES
      ? 'minute'
      : end - start < SPAN_IN_YEARS
        ? 'day'
        : Number.isFinite(end - start)
          ? 'year'
          : 'day';
  const unitAt = (at: Instant) => ({ at: startOfUnit(clockAt(at, zone), precision), precision }) as const;
  if (start === -Infinity && end === Infinity) return t('time.always');
  const last = precision === 'minute' ? end : instant(Math.max(start, end - 1)); // the end does not belong to it
  if (end === Infinity) return t('time.since', { date: joinedWords(unitAt(start), unitAt(start), voice) });
  if (start === -Infinity) return t('time.until', { date: joinedWords(unitAt(last), unitAt(last), voice) });
  return joinedWords(unitAt(start), unitAt(last), voice);
}

function startOfUnit(at: Clock, precision: 'minute' | 'day' | 'year'): Clock {
  if (precision === 'year') return clockOf(fieldsOf(at).year);
  return precision === 'day' ? startOfDay(at) : clock(Math.floor(at / MINUTE) * MINUTE);
}

const STEPS: readonly (readonly [below: number, length: number, key: MessageKey])[] = [
  [90 * SECOND, SECOND, 'time.duration.second'],
  [90 * MINUTE, MINUTE, 'time.duration.minute'],
  [2 * DAY, HOUR, 'time.duration.hour'],
  [60 * DAY, DAY, 'time.duration.day'],
  [2 * YEAR, YEAR / 12, 'time.duration.month'],
  [Infinity, YEAR, 'time.duration.year'],
];

/**
 * A length of time in one rounded unit, the one that leaves a small whole number: "26 days", "18 years", "13.8 billion years".
 * @param ms not negative; infinite is "all time"
 */
export function durationWords(ms: number, t: Translate): string {
  const step = STEPS.find(([below]) => ms < below);
  if (!step) return t('time.always');
  const [, length, key] = step;
  const n = Math.round(ms / length);
  const rounded = n < 1e6 ? n : Number(n.toPrecision(3));
  return t(key, { n: rounded, count: largeNumber(rounded, t) ?? grouped(rounded) });
}
