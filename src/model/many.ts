import { WEB_ADDRESS, type ManyEvents } from '#model/columns.ts';
import type { Story } from '#model/story.ts';
import { rowOfText, textAt } from '#model/texts.ts';
import type { BandId, Claim, EventId, Source, SourceId, StoryData, StoryEvent } from '#model/types.ts';
import { instant } from '#time/instant.ts';
import { PRECISIONS } from '#time/when.ts';

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

function eventOf(many: ManyEvents, row: number): StoryEvent {
  const { header } = many;
  const id = ((many.id && textAt(many.id, row)) || `row-${row + 1}`) as EventId;
  const title = textAt(many.title, row);
  const [start, end] = [instant(many.start[row] as number), instant(many.end[row] as number)];
  const lasts = many.lasts[row] === 1;
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
    when: {
      edtf: '',
      earliestStart: start,
      latestStart: lasts ? start : end,
      earliestEnd: lasts ? end : start,
      latestEnd: end,
      precision: PRECISIONS[many.precision[row] as number] ?? 'second',
      zone: header.zone,
      approximate: false,
      uncertain: false,
    },
    basis: [claim.id],
    actors: [],
    places: [],
    claims: [claim],
    disputes: [],
    unverified: [],
    revisions: [{ n: 1, date: '', note: '' }],
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

function dataOf({ header, start, end, count }: ManyEvents, source: Source): StoryData {
  let last = -Infinity;
  for (let row = 0; row < count; row += 1) last = Math.max(last, end[row] as number);
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
    opens: header.opens ?? {
      start: instant(start[0] as number),
      end: instant(Math.max(last, (start[0] as number) + 1)),
    },
    article: source.id,
    bands: header.bands as unknown as StoryData['bands'],
    events: [],
    sources: [source],
    relations: [],
    corrections: [],
    unverified: [],
  };
}
