import { must } from '#base/assert.ts';
import type { MessageKey } from '#base/messages.ts';
import { addUnits, fieldsOf, startOfDay } from '#time/civil.ts';
import type { Clock } from '#time/instant.ts';
import { timeWords, unitWords, type Shared, type Voice } from '#time/unitWords.ts';
import type { NamedDate, Precision } from '#time/when.ts';

/** One unit of a precision, by where it begins. */
type Unit = { readonly at: Clock; readonly precision: Precision };

const NAMELESS: ReadonlySet<Precision> = new Set(['millennium', 'century', 'decade', 'season']);
const WITH_TIME: ReadonlySet<Precision> = new Set(['hour', 'minute', 'second']);

/** What of the first date the second says too. */
function sharedOf(first: Unit, second: Unit): Shared {
  if (first.precision !== second.precision) return 'nothing';
  const [a, b] = [fieldsOf(first.at), fieldsOf(second.at)];
  if (a.year !== b.year || (first.precision !== 'day' && first.precision !== 'month')) return 'nothing';
  return first.precision === 'day' && a.month === b.month ? 'month' : 'year';
}

function named(unit: Unit, voice: Voice, shared: Shared = 'nothing'): string {
  return must(unitWords(unit.at, unit.precision, voice, shared), `no words for a ${unit.precision}`);
}

/**
 * Two dates joined without saying twice what they share: "20 to 28 September 2024", "17 September 2024, 15:30 to 16:30".
 * @param key a message with the holes `from` and `to`; when left out the one for a range
 */
export function joinedWords(first: Unit, second: Unit, voice: Voice, key?: MessageKey): string {
  const { t, width } = voice;
  if (first.at === second.at && first.precision === second.precision) return named(first, voice);
  const shared = sharedOf(first, second);
  const range = key ?? (width === 'long' ? 'time.range' : shared === 'month' ? 'time.short.days' : 'time.short.range');
  if (
    WITH_TIME.has(first.precision) &&
    WITH_TIME.has(second.precision) &&
    startOfDay(first.at) === startOfDay(second.at)
  ) {
    const dashed = key ?? (width === 'long' ? 'time.range' : 'time.short.days');
    const time = t(dashed, { from: timeWords(first.at), to: timeWords(second.at) });
    return t('time.at', { date: named({ at: first.at, precision: 'day' }, voice), time });
  }
  return t(range, { from: named(first, voice, shared), to: named(second, voice) });
}

/** The unit in which a date begins or ends; where its unit has no name (half a decade, 2000 to 2009), a year or a month of it. */
function edgesOf(date: NamedDate): readonly [Unit, Unit] {
  const precision = date.precision === 'season' ? 'month' : NAMELESS.has(date.precision) ? 'year' : date.precision;
  return [
    { at: date.from, precision },
    { at: addUnits(date.to, precision, -1), precision },
  ];
}

/**
 * One date in words, without qualifiers. A period that is no unit with a name is "between" its first and its last: `2024-10-1X`.
 * @param among says a longer period as a range instead: all of it is meant
 */
export function plainWords(date: NamedDate, voice: Voice, among: 'one of' | 'all of' = 'one of'): string {
  const { from, to, precision } = date;
  if (from === -Infinity || to === Infinity) return openWords(date, voice);
  const name = to === addUnits(from, precision, 1) ? unitWords(from, precision, voice) : null;
  if (name !== null) return name;
  const [first, last] = edgesOf(date);
  return joinedWords(first, last, voice, among === 'one of' ? 'time.between' : undefined);
}

/** "1984 or earlier": a range of a set that is open on one side. */
function openWords(date: NamedDate, voice: Voice): string {
  const { from, to, precision } = date;
  const unit = precision === 'season' ? 'month' : NAMELESS.has(precision) ? 'year' : precision;
  if (from === -Infinity)
    return voice.t('time.orEarlier', { date: named({ at: addUnits(to, unit, -1), precision: unit }, voice) });
  return voice.t('time.orLater', { date: named({ at: from, precision: unit }, voice) });
}

/** One date in words with its qualifiers: "about 8 October 2024 (uncertain)". */
export function dateWords(date: NamedDate, voice: Voice, among: 'one of' | 'all of' = 'one of'): string {
  return qualified(date, plainWords(date, voice, among), voice);
}

/** Puts the qualifiers of a date around words for it. */
export function qualified(
  date: { readonly approximate?: boolean; readonly uncertain?: boolean },
  words: string,
  { t }: Voice,
): string {
  const about = date.approximate ? t('time.about', { date: words }) : words;
  return date.uncertain ? t('time.uncertain', { date: about }) : about;
}

/** The start and the end of an interval in words: "23 September to 1 October 2024", "about 1984 to June 2004". */
export function rangeWords(start: NamedDate, end: NamedDate, voice: Voice): string {
  const isPlain = [start, end].every(({ from, to, precision, approximate, uncertain }) => {
    return (
      !approximate &&
      !uncertain &&
      !NAMELESS.has(precision) &&
      precision !== 'hour' &&
      to === addUnits(from, precision, 1)
    );
  });
  if (isPlain) return joinedWords({ ...start, at: start.from }, { ...end, at: end.from }, voice);
  const key = voice.width === 'long' ? 'time.range' : 'time.short.range';
  const [from, to] = [dateWords(start, voice), dateWords(end, voice)];
  return from === to ? from : voice.t(key, { from, to });
}

/** The members of a set in words: "3, 4 or 5 October 2024", "1667, 1668 or 1670 to 1672". */
export function setWords(dates: readonly NamedDate[], of: 'one of' | 'all of', voice: Voice): string {
  const { t } = voice;
  const last = must(dates.at(-1), 'a set without members');
  const areDays = dates.every((date) => {
    return (
      date.precision === 'day' && date.to === addUnits(date.from, 'day', 1) && !date.approximate && !date.uncertain
    );
  });
  const shares = dates.map((date) => sharedOf({ ...date, at: date.from }, { ...last, at: last.from }));
  const shared = shares.every((share) => share === 'month') ? 'month' : 'nothing';
  const words = dates.map((date) => {
    if (areDays && date !== last) return named({ at: date.from, precision: 'day' }, voice, shared);
    return dateWords(date, voice, 'all of');
  });
  const before = words.slice(0, -1);
  if (before.length === 0) return words[0] ?? '';
  const first = before.reduce((list, next) => t('time.comma', { first: list, next }));
  return t(of === 'one of' ? 'time.or' : 'time.and', { first, last: words.at(-1) ?? '' });
}
