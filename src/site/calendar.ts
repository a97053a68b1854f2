import { createTranslate } from '#base/messages.ts';
import { standingOf } from '#model/sourcing.ts';
import type { Story } from '#model/story.ts';
import type { StoryEvent } from '#model/types.ts';
import { addUnits, fieldsOf, startOfDay } from '#time/civil.ts';
import { instant, type Clock } from '#time/instant.ts';
import { datesOf } from '#time/namedDates.ts';
import { wordsOf } from '#time/words.ts';
import { clockAt } from '#time/zone.ts';
import { authorityOf } from '#site/tags.ts';
import type { Addresses } from '#site/addresses.ts';

const MOST_OCTETS = 75;
const DAY_PRECISION = new Set(['day', 'hour', 'minute', 'second']);
const CALENDAR_YEARS = [1, 9999] as const;

/**
 * The story as an iCalendar file. iCalendar knows days and minutes, nothing coarser and nothing uncertain, so what it cannot say is said in
 * words in the description: every event is entered by whole days, the widest it allows, and one that is not known to the day is marked tentative.
 * An event that is open at one side is entered on the day at its other side. One open at both, or outside the years 1 to 9999, is left out.
 * Claims and sources are not in it.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function calendarOf(story: Story, addresses: Addresses): string {
  const { data } = story;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sourceline//Sourceline 1//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${textOf(data.title)}`,
    `X-WR-CALNAME:${textOf(data.title)}`,
    ...data.events.flatMap((event) => eventLines(story, event, addresses)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}

function eventLines({ data }: Story, event: StoryEvent, addresses: Addresses): readonly string[] {
  const days = daysOf(event);
  if (!days) return [];
  const t = createTranslate(data.language);
  const words = wordsOf(event.when, { t, locale: data.language });
  const revision = event.revisions.at(-1) ?? event.revisions[0];
  const path = `e/${event.id}/`;
  const url = addresses.absolute(path);
  const claim = event.claims[0];
  const description = [words.full, `${t(`standing.${standingOf(event)}`)}: ${claim.text}`, url ?? ''];
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}.${data.id}@${authorityOf(data, addresses)}`,
    `DTSTAMP:${revision.date.replaceAll('-', '')}T000000Z`,
    `SEQUENCE:${event.revisions.length - 1}`,
    `DTSTART;VALUE=DATE:${basicDay(days.first)}`,
    `DTEND;VALUE=DATE:${basicDay(days.end)}`,
    `SUMMARY:${textOf(event.title)}`,
    `DESCRIPTION:${textOf(description.filter((part) => part !== '').join('\n'))}`,
    ...(event.places.length > 0 ? [`LOCATION:${textOf(event.places.join('; '))}`] : []),
    `STATUS:${days.sure ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    `CATEGORIES:${textOf(data.bands.find(({ id }) => id === event.band)?.title ?? event.band)}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    'END:VEVENT',
  ];
}

/** The days an event is entered on, on the clock of its zone; the end is the day after the last. */
function daysOf({
  when,
}: StoryEvent): { readonly first: Clock; readonly end: Clock; readonly sure: boolean } | undefined {
  const { earliestStart, latestEnd, zone } = when;
  if (earliestStart === -Infinity && latestEnd === Infinity) return undefined;
  const at = (ms: number): Clock => startOfDay(clockAt(instant(ms), zone));
  const first = earliestStart === -Infinity ? at(latestEnd - 1) : at(earliestStart);
  const end = addUnits(latestEnd === Infinity ? first : at(latestEnd - 1), 'day', 1);
  const year = fieldsOf(first).year;
  if (year < CALENDAR_YEARS[0] || fieldsOf(end).year > CALENDAR_YEARS[1]) return undefined;
  const known = datesOf(when).every(({ precision }) => DAY_PRECISION.has(precision));
  const closed = earliestStart !== -Infinity && latestEnd !== Infinity;
  return { first, end, sure: known && closed && !when.approximate && !when.uncertain && when.set === undefined };
}

function basicDay(at: Clock): string {
  const { year, month, day } = fieldsOf(at);
  return String(year).padStart(4, '0') + String(month).padStart(2, '0') + String(day).padStart(2, '0');
}

/** A text value: its signs escaped, control characters left out. */
function textOf(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A line in pieces of at most 75 octets, cut between characters; all but the first begin with a space. */
export function foldedLine(line: string): string {
  const size = (text: string): number => Buffer.byteLength(text, 'utf8');
  let out = '';
  let octets = 0;
  for (const character of line) {
    if (octets + size(character) > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size(character);
  }
  return out;
}
