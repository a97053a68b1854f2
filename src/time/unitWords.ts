import type { MessageKey, Translate } from '#base/messages.ts';
import { addUnits, fieldsOf } from '#time/civil.ts';
import type { Clock } from '#time/instant.ts';
import { monthName, type Width } from '#time/names.ts';
import type { Precision } from '#time/when.ts';

/** In which language, and with which names of months: "October" or "Oct". */
export type Voice = { readonly t: Translate; readonly locale: string; readonly width: Width };
/** What another date beside it says already, and this one leaves out: in "20 to 28 September 2024" the 20 shares the month. */
export type Shared = 'nothing' | 'year' | 'month';

const THOUSAND = 1e3;
const MILLION = 1e6;
const BILLION = 1e9;
const SEASONS: Readonly<Record<number, MessageKey>> = {
  3: 'time.season.spring',
  6: 'time.season.summer',
  9: 'time.season.autumn',
  12: 'time.season.winter',
};

const two = (value: number) => String(value).padStart(2, '0');

/** 1234567 as "1,234,567"; up to four digits as they are, as years are written. Not by Intl, whose spaces differ between versions. */
export function grouped(value: number): string {
  return value < 10_000 ? String(value) : String(value).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}

/** A large number in words: "13.8 billion"; null where it is below a million or would take more than three decimals. */
export function largeNumber(value: number, t: Translate): string | null {
  if (value >= BILLION && value % MILLION === 0) return t('time.billion', { n: value / BILLION });
  if (value >= MILLION && value % THOUSAND === 0) return t('time.million', { n: value / MILLION });
  return null;
}

/**
 * A year in words: "2024", "99 CE", "44 BCE" (-43), "13.8 billion BCE".
 * From a million years back a round astronomical year is said as it is written, though 1 BCE is the year 0: nobody means the difference.
 */
export function yearWords(year: number, t: Translate): string {
  if (year > 0) return largeNumber(year, t) ?? (year < THOUSAND ? t('time.ce', { year: String(year) }) : grouped(year));
  const before = largeNumber(-year, t) ?? largeNumber(1 - year, t) ?? grouped(1 - year);
  return t('time.bce', { year: before });
}

/** The time of day of a clock reading: "04:00", with seconds only where they are not 0. */
export function timeWords(at: Clock): string {
  const { hour, minute, second } = fieldsOf(at);
  return `${two(hour)}:${two(minute)}${second === 0 ? '' : `:${two(second)}`}`;
}

/** The century or millennium that a span of years is called by; BCE ones end with 1 BCE. Null: it has no such name. */
function ageWords(year: number, size: 'century' | 'millennium', { t, locale }: Voice): string | null {
  const length = size === 'century' ? 100 : THOUSAND;
  const n = year >= 0 ? year / length + 1 : (1 - year) / length;
  if (!Number.isInteger(n)) return null;
  const rule = new Intl.PluralRules(locale, { type: 'ordinal' }).select(n);
  const form = rule === 'one' || rule === 'two' || rule === 'few' ? rule : 'other';
  const words = t(`time.${size}.${form}`, { n });
  return year < 0 ? t('time.bce', { year: words }) : words;
}

/**
 * The words for one unit of a precision: "8 October 2024", "October 2024", "spring 2024", "1990s", "19th century",
 * "27 November 2024, 04:00".
 * @param at where the unit begins
 * @returns null where the unit has no name of its own: the ten years from 2000, as "2000s" could be a century, or a season out of step
 */
export function unitWords(at: Clock, precision: Precision, voice: Voice, shared: Shared = 'nothing'): string | null {
  const { t, locale, width } = voice;
  const { year, month, day } = fieldsOf(at);
  switch (precision) {
    case 'millennium':
    case 'century':
      return ageWords(year, precision, voice);
    case 'decade':
      return year > 0 && year % 10 === 0 && year % 100 !== 0 ? t('time.decade', { year: String(year) }) : null;
    case 'year':
      return yearWords(year, t);
    case 'season': {
      const key = SEASONS[month];
      return key ? t(key, { year: yearWords(year, t), next: yearWords(year + 1, t) }) : null;
    }
    case 'month': {
      const name = monthName(locale, month, width);
      return shared === 'nothing' ? t('time.month', { month: name, year: yearWords(year, t) }) : name;
    }
    case 'day': {
      const names = { day: String(day), month: monthName(locale, month, width, true), year: yearWords(year, t) };
      return shared === 'month' ? names.day : t(shared === 'year' ? 'time.dayMonth' : 'time.day', names);
    }
    case 'hour': {
      const time = t('time.between', { from: timeWords(at), to: timeWords(addUnits(at, 'hour', 1)) });
      return withTime(at, time, voice);
    }
    case 'minute':
    case 'second':
      return withTime(at, timeWords(at), voice);
  }
}

function withTime(at: Clock, time: string, voice: Voice): string {
  return voice.t('time.at', { date: unitWords(at, 'day', voice) ?? '', time });
}
