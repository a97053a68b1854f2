import { addUnits, startOfDay } from '#time/civil.ts';
import { clock, instant, type Instant } from '#time/instant.ts';
import type { NamedDate, Precision, When } from '#time/when.ts';
import { clockAt, offsetAt } from '#time/zone.ts';

const WITH_TIME: ReadonlySet<Precision> = new Set(['hour', 'minute', 'second']);

/**
 * The dates a time names. Where the editor's text was read they come with it;
 * for a `When` made by hand they are found from its four instants, which cannot tell which side of an interval is approximate.
 */
export function datesOf(when: When): readonly NamedDate[] {
  if (when.dates) return when.dates;
  if (when.members) return when.members.map(({ start, end }) => dateFrom(when, start, end));
  const { earliestStart, latestStart, earliestEnd, latestEnd } = when;
  if (earliestStart === earliestEnd && latestStart === latestEnd) return [dateFrom(when, earliestStart, latestEnd)];
  return [
    ...(earliestStart === -Infinity ? [] : [dateFrom(when, earliestStart, latestStart)]),
    ...(latestEnd === Infinity ? [] : [dateFrom(when, earliestEnd, latestEnd)]),
  ];
}

function dateFrom({ zone, precision, approximate, uncertain, part }: When, start: Instant, end: Instant): NamedDate {
  const hasTime = WITH_TIME.has(precision);
  // A day without midnight begins at one o'clock.
  const shown = (at: Instant) => (hasTime ? clockAt(at, zone) : startOfDay(clockAt(at, zone)));
  const inner = { from: addUnits(shown(start), precision, 1), to: addUnits(shown(end), precision, -1) };
  const outer = { from: shown(start), to: part === undefined ? shown(end) : addUnits(shown(start), 'day', 1) };
  return {
    ...(approximate && part === undefined && inner.from < inner.to ? inner : outer),
    precision,
    ...(hasTime && { offsetMs: offsetAt(start, zone) }),
    ...(approximate && { approximate }),
    ...(uncertain && { uncertain }),
  };
}

/**
 * The same dates on the clock of a reader's zone, if all of them are known to the hour or finer; else null:
 * a whole day is a day of the place where it happened, and stays one.
 */
export function datesIn(zone: string, dates: readonly NamedDate[]): readonly NamedDate[] | null {
  const moved: NamedDate[] = [];
  for (const date of dates) {
    if (date.offsetMs === undefined) return null;
    const ahead = offsetAt(instant(date.from - date.offsetMs), zone);
    const shift = ahead - date.offsetMs;
    moved.push({ ...date, from: clock(date.from + shift), to: clock(date.to + shift), offsetMs: ahead });
  }
  return moved;
}
