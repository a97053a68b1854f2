import { compareEvents, createStory, type Story } from '#model/story.ts';
import type {
  BandId,
  Citation,
  Claim,
  ClaimId,
  Dispute,
  EventId,
  Hop,
  Relation,
  Source,
  SourceId,
  StoryData,
  StoryEvent,
} from '#model/types.ts';
import { instant } from '#time/instant.ts';
import { widest, type When } from '#time/when.ts';

/**
 * Builders of sound stories: each takes what a test is about and fills in the rest. Lists that must not be empty get one plain item.
 *
 *     storyOf({ events: [eventOf('ferry', { when: whenOf('2031-03-03') }), eventOf('repair')] })
 */

const DAY = 86_400_000;

/** Days of UTC, the end included: `daysOf('2031-03-03')`, `daysOf('2031-03-03', '2031-03-05')`. No EDTF: tests of views need none. */
export function daysOf(first: string, last = first): When {
  const [start, end] = [dayAt(first), dayAt(last)];
  const single = first === last;
  return {
    edtf: single ? first : `${first}/${last}`,
    earliestStart: instant(start),
    latestStart: instant(start + DAY),
    earliestEnd: instant(single ? start : end),
    latestEnd: instant(end + DAY),
    precision: 'day',
    zone: 'Etc/UTC',
    approximate: false,
    uncertain: false,
  };
}

/** First instant (UTC) of a day written YYYY-MM-DD. */
function dayAt(day: string): number {
  const [year = NaN, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

export function hopOf(agent: string, hop: Partial<Hop> = {}): Hop {
  return { role: 'origin', agent, naming: 'named', seen: false, ...hop };
}

/** A citation of a primary source, or through the hops given: nearest first, the last of them the origin. */
export function citationOf(
  source = 'gazette',
  citation: Partial<Citation> = {},
  behind: readonly Hop[] = [],
): Citation {
  const self = hopOf(source, { role: behind.length === 0 ? 'origin' : 'published', seen: true });
  return {
    source: source as SourceId,
    quote: 'the ferry stopped',
    stance: 'supports',
    chain: [self, ...behind],
    ...citation,
  };
}

/** @param id with its event: `ferry.c1` */
export function claimOf(id: string, claim: Partial<Omit<Claim, 'id'>> = {}): Claim {
  return {
    id: id as ClaimId,
    kind: 'occurrence',
    standing: 'reported',
    text: `The sentence of ${id}.`,
    citations: [citationOf()],
    ...claim,
  };
}

export function disputeOf(
  id: string,
  positions: readonly [string, string, ...string[]],
  dispute: Partial<Dispute> = {},
): Dispute {
  return {
    id,
    question: `What of ${id}?`,
    state: 'open',
    ...dispute,
    positions: positions as readonly string[] as Dispute['positions'],
  };
}

/** An event with one claim, `<id>.c1`, on 3 March 2031 unless said otherwise. */
export function eventOf(
  id: string,
  event: Partial<Omit<StoryEvent, 'id' | 'band'>> & { readonly band?: string } = {},
): StoryEvent {
  const claims = event.claims ?? [claimOf(`${id}.c1`)];
  const title = event.title ?? `Event ${id}`;
  return {
    label: title,
    phase: 'in',
    importance: 3,
    when: daysOf('2031-03-03'),
    basis: [claims[0].id],
    actors: [],
    places: [],
    disputes: [],
    unverified: [],
    revisions: [{ n: 1, date: '2031-03-04', note: 'First published.' }],
    ...event,
    id: id as EventId,
    title,
    claims,
    band: (event.band ?? 'ground') as BandId,
  };
}

/** A source published on 3 March 2031 and read in an excerpt; `published: undefined` makes it undated. */
export function sourceOf(
  id: string,
  source: Partial<Omit<Source, 'id' | 'published'>> & { readonly published?: number | undefined } = {},
): Source {
  const { published = 'published' in source ? undefined : dayAt('2031-03-03'), ...rest } = source;
  return {
    csl: { id, type: 'article-newspaper', title: `Title of ${id}`, URL: `https://${id}.example/` },
    publisher: id,
    kind: 'news',
    seen: 'excerpt',
    linkChecked: true,
    archives: [],
    archiveNote: 'no archived copy recorded yet',
    access: 'open',
    rights: 'quotation only',
    ...rest,
    id: id as SourceId,
    ...(published !== undefined && { published: instant(published) }),
  };
}

export function relationOf(
  id: string,
  from: string,
  to: string,
  relation: Partial<Omit<Relation, 'id' | 'from' | 'to'>> = {},
): Relation {
  return {
    type: 'asserted-influence',
    verb: 'said to have led to',
    asserter: 'the gazette',
    statement: `The gazette says that ${from} led to ${to}.`,
    citations: [citationOf()],
    ...relation,
    id,
    from: [from as EventId],
    to: [to as EventId],
  };
}

/** Story data with one event unless said otherwise; sorts the events and adds the bands and sources that they name and nobody gave. */
export function storyDataOf(data: Partial<StoryData> = {}): StoryData {
  const events = [...(data.events ?? [eventOf('ferry')])].sort(compareEvents);
  const relations = data.relations ?? [];
  const given = data.sources ?? [];
  const cited = [...events.flatMap(({ claims }) => claims), ...relations].flatMap(({ citations }) => citations);
  const missing = new Set(
    ['gazette', ...cited.map(({ source }) => source)].filter((id) => !given.some((one) => one.id === id)),
  );
  const bands = [...new Set(['ground', ...events.map(({ band }) => band)])] as [BandId, ...BandId[]];
  const spans = events.map(({ when }) => widest(when));
  return {
    format: 'sourceline/1',
    id: 'lake',
    title: 'The ferry on the lake',
    subtitle: 'A story for tests.',
    summary: 'A ferry stopped, and sources differ on why.',
    language: 'en',
    publisher: { name: 'Tests' },
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    updated: '2031-03-04',
    zone: 'Etc/UTC',
    opens: {
      start: instant(Math.min(...spans.map(({ start }) => start))),
      end: instant(Math.max(...spans.map(({ end }) => end))),
    },
    article: 'gazette' as SourceId,
    bands: bands.map((id) => ({ id, title: `Band ${id}` })) as unknown as StoryData['bands'],
    corrections: [],
    unverified: [],
    ...data,
    relations,
    events,
    sources: [...given, ...[...missing].map((id) => sourceOf(id))],
  };
}

/** @see storyDataOf */
export function storyOf(data: Partial<StoryData> = {}): Story {
  return createStory(storyDataOf(data));
}
