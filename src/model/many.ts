import { WEB_ADDRESS, type ManyEvents } from '#model/columns.ts';
import type { Story } from '#model/story.ts';
import { rowOfText, textAt } from '#model/texts.ts';
import type { BandId, Claim, EventId, Source, SourceId, StoryData, StoryEvent } from '#model/types.ts';
import { addUnits } from '#time/civil.ts';
import { clock, instant, type Instant, type Span } from '#time/instant.ts';
import { PRECISIONS, type NamedDate, type Precision, type When } from '#time/when.ts';
import { clockAt, endIn, offsetAt, startIn } from '#time/zone.ts';

/** Letters of a title that the timeline writes; the rest is in the panel. */
export const LABEL_LETTERS = 44;
const DATA_SET = 'data-set' as SourceId;
/** Events made are remembered: those on screen are asked for each frame, and must stay the same objects. */
const REMEMBERED = 4000;
const ROW = /^row-([1-9]\d{0,6})$/;

/** A title as the timeline writes it. */
export function labelOf(title: string): string {
  if (title.length <= LABEL_LETTERS) return title;
  return `${[...title]
    .slice(0, LABEL_LETTERS - 1)
    .join('')
    .trimEnd()}…`;
}

/**
 * A story of many events. Its events are made when they are asked for: a title, a time, and one claim, which is what the data set says.
 * The list of events in `data` is empty; `count`, `at` and `byId` are the ways to them.
 */
export function manyStory(many: ManyEvents): Story {
  const { header, count } = many;
  const made = new Map<number, StoryEvent>();
  const source = sourceOf(many);

  function at(row: number): StoryEvent | undefined {
    if (!(row >= 0 && row < count)) return undefined;
    const known = made.get(row);
    if (known) return known;
    if (made.size >= REMEMBERED) made.clear();
    const event = eventOf(many, row);
    made.set(row, event);
    return event;
  }

  /** The row of an id: one that the file gives, else the number of the row. */
  function rowOf(id: EventId): number {
    if (many.id) return rowOfText(many.id, id);
    const row = Number(ROW.exec(id)?.[1] ?? 0);
    return row <= count ? row - 1 : -1;
  }

  const byId = { get: (id: EventId) => at(rowOf(id)), has: (id: EventId) => rowOf(id) >= 0 };
  return {
    data: dataOf(many, source),
    count,
    at,
    rowOf,
    standings: new Set([header.standing]),
    byId,
    claims: new Map(),
    sources: new Map([[source.id, source]]),
    disputesOf: () => [],
    relationsOf: () => [],
    previous: (id) => at(rowOf(id) - 1),
    next: (id) => (rowOf(id) < 0 ? undefined : at(rowOf(id) + 1)),
    citationNumbers: () => new Map([[source.id, 1]]),
  };
}

/** The address of an event's own record; null where the file gives none that a browser may open. */
export function recordUrl({ url }: ManyEvents, row: number): string | null {
  const address = url ? textAt(url, row) : '';
  return WEB_ADDRESS.test(address) ? address : null;
}

/**
 * The events of most weight; among those of one weight the earliest.
 * @returns at most `most` rows, in order of time
 */
export function heaviest({ count, weight }: ManyEvents, most: number): readonly number[] {
  const counts = new Uint32Array(256);
  for (const one of weight) counts[one] = (counts[one] as number) + 1;
  // Rows heavier than `least` are all taken; of those as heavy the earliest, as many as have room.
  let room = most;
  let least = 255;
  while (least > 0 && (counts[least] as number) < room) {
    room -= counts[least] as number;
    least -= 1;
  }
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const own = weight[row] as number;
    if (own > least) rows.push(row);
    else if (own === least && room > 0) {
      room -= 1;
      rows.push(row);
    }
  }
  return rows;
}

function eventOf(many: ManyEvents, row: number): StoryEvent {
  const { header } = many;
  const id = ((many.id && textAt(many.id, row)) || `row-${row + 1}`) as EventId;
  const title = textAt(many.title, row);
  const claim: Claim = {
    id: `${id}.record` as Claim['id'],
    kind: 'occurrence',
    standing: header.standing,
    text: title,
    citations: [
      {
        source: DATA_SET,
        quote: title,
        stance: 'supports',
        chain: [{ role: 'origin', agent: header.source.title, naming: 'named', seen: true }],
      },
    ],
  };
  return {
    id,
    title,
    label: labelOf(title),
    band: (header.bands[many.band[row] as number] ?? header.bands[0])?.id as BandId,
    phase: 'in',
    importance: many.weight[row] as number,
    when: whenOf(many, row),
    basis: [claim.id],
    actors: [],
    places: [],
    claims: [claim],
    disputes: [],
    unverified: [],
    revisions: [{ n: 1, date: '', note: '' }],
  };
}

/** The time of a row: its one date, or an interval from somewhere in its first date to somewhere in its last. */
function whenOf({ header: { zone }, start: starts, end: ends, precision, lasts }: ManyEvents, row: number): When {
  const [start, end] = [instant(starts[row] as number), instant(ends[row] as number)];
  const unit = PRECISIONS[precision[row] as number] ?? 'second';
  const plain = { edtf: '', zone, approximate: false, uncertain: false };
  const last = PRECISIONS[(lasts[row] as number) - 1];
  if (last === undefined)
    return { ...plain, earliestStart: start, latestStart: end, earliestEnd: start, latestEnd: end, precision: unit };
  const [firstTo, lastFrom] = [moved(start, unit, 1, zone), moved(end, last, -1, zone)];
  const latestStart = instant(Math.min(end, firstTo));
  const earliestEnd = instant(Math.max(start, lastFrom));
  const dates = [named(start, firstTo, unit, zone), named(lastFrom, end, last, zone)];
  const finest = PRECISIONS.indexOf(unit) > PRECISIONS.indexOf(last) ? unit : last;
  // An event that ends in the date it begins in is told by that date.
  const isOne = lastFrom === start && firstTo === end;
  return {
    ...plain,
    earliestStart: start,
    latestStart,
    earliestEnd,
    latestEnd: end,
    precision: finest,
    dates: isOne ? dates.slice(0, 1) : dates,
  };
}

const hasTime = (unit: Precision): boolean => PRECISIONS.indexOf(unit) > PRECISIONS.indexOf('day');

/** An instant moved by one unit: hours and finer are of one length, anything coarser is moved on the clocks of the zone. */
function moved(at: Instant, unit: Precision, by: 1 | -1, zone: string): Instant {
  if (hasTime(unit)) return instant(addUnits(clock(at), unit, by));
  const to = addUnits(clockAt(at, zone), unit, by);
  return by > 0 ? endIn(to, zone) : startIn(to, zone);
}

function named(from: Instant, to: Instant, precision: Precision, zone: string): NamedDate {
  return {
    from: clockAt(from, zone),
    to: clockAt(to, zone),
    precision,
    ...(hasTime(precision) && { offsetMs: offsetAt(from, zone) }),
  };
}

function sourceOf({ header: { source, licence } }: ManyEvents): Source {
  return {
    id: DATA_SET,
    csl: { id: DATA_SET, type: 'dataset', title: source.title, ...(source.url !== null && { URL: source.url }) },
    publisher: source.publisher || source.title,
    kind: 'reference',
    seen: 'full text',
    linkChecked: true,
    archives: [],
    access: 'open',
    rights: licence?.name ?? '',
  };
}

/** Of the first window on each side, so that the marks of the first and the last event are in it. */
const MARGIN = 0.015;

/** The first window: the one that the file asks for, else from the first event to the last and a little more. */
export function opensOf({ header, start, end, count }: ManyEvents): Span {
  if (header.opens) return header.opens;
  const first = start[0] as number;
  let last = first + 1;
  for (let row = 0; row < count; row += 1) last = Math.max(last, end[row] as number);
  const margin = Math.ceil(MARGIN * (last - first));
  return { start: instant(first - margin), end: instant(last + margin) };
}

function dataOf(many: ManyEvents, source: Source): StoryData {
  const { header } = many;
  return {
    format: 'sourceline/1',
    id: 'columns',
    title: header.title,
    subtitle: header.subtitle,
    summary: header.summary,
    language: header.language,
    publisher: { name: source.publisher },
    licence: header.licence ?? { name: '', url: '' },
    updated: '',
    zone: header.zone,
    opens: opensOf(many),
    article: source.id,
    bands: header.bands as unknown as StoryData['bands'],
    events: [],
    sources: [source],
    relations: [],
    corrections: [],
    unverified: [],
  };
}
