import { indexById } from '#base/index-by-id.ts';
import { standingOf, type Sources } from '#model/sourcing.ts';
import type {
  Claim,
  ClaimId,
  Dispute,
  EventId,
  Relation,
  SourceId,
  Standing,
  StoryData,
  StoryEvent,
} from '#model/types.ts';

/** A story with the ways through it that the views need. Never changes; every look-up is one step. */
export type Story = {
  readonly data: StoryData;
  readonly count: number;
  /** The event of a row: its place in the order of the story. Made when asked for where there are very many: then `data.events` is empty. */
  readonly at: (row: number) => StoryEvent | undefined;
  /** The row of an event, or -1. */
  readonly rowOf: (id: EventId) => number;
  /** The standings that the marks of the timeline have, in no order. */
  readonly standings: ReadonlySet<Standing>;
  readonly byId: Pick<ReadonlyMap<EventId, StoryEvent>, 'get' | 'has'>;
  readonly claims: ReadonlyMap<ClaimId, { readonly claim: Claim; readonly event: StoryEvent }>;
  readonly sources: Sources;
  /** The disputes a claim is a position of, in the order of its event. */
  readonly disputesOf: (claim: ClaimId) => readonly Dispute[];
  /** The relations an event stands on either side of, in the order of the data. */
  readonly relationsOf: (event: EventId) => readonly Relation[];
  /** The neighbours in the order of the story; undefined at its ends and for an unknown id. */
  readonly previous: (event: EventId) => StoryEvent | undefined;
  readonly next: (event: EventId) => StoryEvent | undefined;
  /**
   * The sources of an event, numbered from 1 in order of first use: by its claims, then by its relations.
   * Each citation shows the number of its source.
   */
  readonly citationNumbers: (event: StoryEvent) => ReadonlyMap<SourceId, number>;
};

/** Indexes a story. Where the data holds one id twice (the build refuses that) the last one wins. */
export function createStory(data: StoryData): Story {
  const { events, relations } = data;
  const place = new Map(events.map(({ id }, i) => [id, i]));
  const disputes = groupBy(
    events.flatMap((event) => event.disputes),
    ({ positions }) => positions,
  );
  const relationsAt = groupBy(relations, ({ from, to }) => new Set([...from, ...to]));
  const relationsOf = (event: EventId): readonly Relation[] => relationsAt.get(event) ?? [];
  const beside = (event: EventId, step: number): StoryEvent | undefined => {
    const i = place.get(event);
    return i === undefined ? undefined : events[i + step];
  };
  return {
    data,
    count: events.length,
    at: (row) => events[row],
    rowOf: (id) => place.get(id) ?? -1,
    standings: new Set(events.map(standingOf)),
    byId: new Map(events.map((event) => [event.id, event])),
    claims: new Map(events.flatMap((event) => event.claims.map((claim) => [claim.id, { claim, event }] as const))),
    sources: indexById(data.sources),
    disputesOf: (claim) => disputes.get(claim) ?? [],
    relationsOf,
    previous: (event) => beside(event, -1),
    next: (event) => beside(event, 1),
    citationNumbers: (event) => {
      const cited = [...event.claims, ...relationsOf(event.id)].flatMap(({ citations }) => citations);
      return new Map([...new Set(cited.map(({ source }) => source))].map((source, i) => [source, i + 1]));
    },
  };
}

/** The order of a story's events: by earliest start, then latest end, then id. */
export function compareEvents({ when: a, id: first }: StoryEvent, { when: b, id: second }: StoryEvent): number {
  // Infinities are compared, not subtracted: their difference is no number.
  return compare(a.earliestStart, b.earliestStart) || compare(a.latestEnd, b.latestEnd) || compare(first, second);
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Items under each of their keys, in their own order. */
function groupBy<Item, Key>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}
