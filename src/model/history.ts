import type { Citation, Claim, Dispute, EventId, Source, Standing, StoryData, StoryEvent } from '#model/types.ts';
import { wordChanges, type WordChange } from '#model/word-changes.ts';
import type { When } from '#time/when.ts';

/** An event as one of its revisions had it, with its sources as they then were. Never changes again. */
export type FrozenEvent = {
  readonly n: number;
  readonly event: StoryEvent;
  readonly sources: readonly Source[];
  /** The story around it as it was first published with it. Absent for a revision that is older than all editions of its story. */
  readonly within?: StoryData;
};

/** The revisions that were published, of each event, also of those that are gone; from the first on. */
export type History = ReadonlyMap<EventId, readonly FrozenEvent[]>;

/** The story as it was when a revision of one of its events was published: this event alone, with its sources, and the corrections there were. */
export function storyOfRevision(today: StoryData, { n, event, sources, within }: FrozenEvent): StoryData {
  const data = within ?? today;
  const isBand = data.bands.some(({ id }) => id === event.band);
  const bands = isBand ? data.bands : ([...data.bands, { id: event.band, title: event.band }] as const);
  const corrections = data.corrections.filter(({ revisions: { to } }) => to <= n);
  return { ...data, bands: bands as StoryData['bands'], events: [event], sources, relations: [], corrections };
}

export type EventChange =
  | { readonly kind: 'title'; readonly words: readonly WordChange[] }
  | { readonly kind: 'when'; readonly was: When; readonly now: When }
  | {
      readonly kind: 'claim';
      readonly claim: Claim;
      readonly words?: readonly WordChange[];
      readonly was?: Standing;
      readonly added: number;
      readonly removed: number;
    }
  | { readonly kind: 'claim added' | 'claim removed'; readonly claim: Claim }
  | { readonly kind: 'dispute added' | 'dispute removed' | 'dispute changed'; readonly dispute: Dispute };

/** What is different in an event from one revision to another, in the order in which readers meet it; empty when nothing they see is. */
export function eventChanges(before: StoryEvent, after: StoryEvent): readonly EventChange[] {
  const changes: EventChange[] = [];
  if (before.title !== after.title) changes.push({ kind: 'title', words: wordChanges(before.title, after.title) });
  if (!isSame(dateOf(before.when), dateOf(after.when)))
    changes.push({ kind: 'when', was: before.when, now: after.when });
  const claims = pairs(before.claims, after.claims);
  for (const [old, claim] of claims)
    if (!old && claim) changes.push({ kind: 'claim added', claim });
    else if (old && !claim) changes.push({ kind: 'claim removed', claim: old });
    else if (old && claim && !isSame(old, claim)) changes.push(claimChange(old, claim));
  for (const [old, dispute] of pairs(before.disputes, after.disputes))
    if (!old && dispute) changes.push({ kind: 'dispute added', dispute });
    else if (old && !dispute) changes.push({ kind: 'dispute removed', dispute: old });
    else if (dispute && !isSame(old, dispute)) changes.push({ kind: 'dispute changed', dispute });
  return changes;
}

function claimChange(old: Claim, claim: Claim): EventChange {
  const missingFrom = (all: readonly Citation[], one: Citation): boolean => !all.some((other) => isSame(other, one));
  return {
    kind: 'claim',
    claim,
    ...(old.text !== claim.text && { words: wordChanges(old.text, claim.text) }),
    ...(old.standing !== claim.standing && { was: old.standing }),
    added: claim.citations.filter((one) => missingFrom(old.citations, one)).length,
    removed: old.citations.filter((one) => missingFrom(claim.citations, one)).length,
  };
}

/** The same by id: those of the second list in its order, then those that only the first has. */
function pairs<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): [T | undefined, T | undefined][] {
  const old = new Map(before.map((one) => [one.id, one]));
  const ids = new Set(after.map(({ id }) => id));
  return [
    ...after.map((one): [T | undefined, T | undefined] => [old.get(one.id), one]),
    ...before.filter(({ id }) => !ids.has(id)).map((one): [T | undefined, T | undefined] => [one, undefined]),
  ];
}

function dateOf({ edtf, zone, part, note }: When): unknown {
  return [edtf, zone, part, note];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
