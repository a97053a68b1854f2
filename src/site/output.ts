import { must } from '#base/assert.ts';
import { indexById } from '#base/index-by-id.ts';
import type { RawCitation, RawClaim, RawEvent, RawRelation, RawSource } from '#model/schema.ts';
import { knownFrom, type Sources } from '#model/sourcing.ts';
import { compareEvents } from '#model/story.ts';
import type { Citation, Claim, ClaimId, Dispute, Relation, Source, StoryData, StoryEvent } from '#model/types.ts';
import { whenOf } from '#time/edtf.ts';
import type { Instant } from '#time/instant.ts';
import { widest } from '#time/when.ts';
import { languageOfQuote, primary } from '#site/check-citations.ts';
import { rawWhenOf } from '#site/check-events.ts';
import { compareText } from '#site/faults.ts';
import type { FrozenEvent, History } from '#model/history.ts';
import type { Edition } from '#model/records.ts';
import { editionNow } from '#site/freeze.ts';
import type { Material } from '#site/material.ts';

/** What the schema left out, left out of the type too: no key of the output is ever `undefined`. */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<T>;
}

/**
 * Writes the story of files that have no faults: chains made full, times made instants, everything in its order.
 * The casts to branded ids stand here because here the ids are minted: every one has been checked.
 * @throws on files with faults: a bug of ours
 */
export function outputOf(material: Material): StoryData {
  return dataOf(material, editionNow(material));
}

type Parts = Pick<Material, 'story' | 'published'> & {
  readonly [K in 'events' | 'sources' | 'relations' | 'corrections']: readonly Pick<Material[K][number], 'raw'>[];
};

/**
 * The editions of the story that were published, each as it was; from the first on.
 * @throws on files with faults: a bug of ours
 */
export function editionsOf({ published, corrections }: Material): readonly Edition[] {
  const version = <T>(all: { readonly raw: Readonly<Record<string, T>> } | undefined, key: string): { raw: T } => ({
    raw: must(all?.raw[key], `unknown version: ${key}`),
  });
  return (published.editions?.raw ?? []).map((edition) => {
    const story = version(published.stories, edition.story);
    const events = Object.entries(edition.events).map(([id, n]) => ({
      raw: must(published.revisions.get(`${id}.${n}`), `unknown revision: ${id}.${n}`).raw.event,
    }));
    // Where an event is drawn may change without a new revision of it.
    const unknown = events.map(({ raw }) => raw.band).filter((band) => !story.raw.bands.some(({ id }) => id === band));
    const bands = [...story.raw.bands, ...[...new Set(unknown)].map((id) => ({ id, title: id }))];
    const parts = {
      story: { ...must(published.stories, 'no versions of story.yaml'), raw: { ...story.raw, bands } },
      events,
      sources: Object.entries(edition.sources).map(([id, hash]) => version(published.sources, `${id} ${hash}`)),
      relations: edition.relations.map((key) => version(published.relations, key)),
      corrections: corrections.filter(({ raw }) => edition.corrections.includes(raw.id)),
      published,
    };
    return { n: edition.n, data: dataOf(parts, edition.n) };
  });
}

function dataOf(material: Parts, edition: number | undefined): StoryData {
  const { raw: story } = must(material.story, 'a story without story.yaml');
  const rawSources = indexById(material.sources.map(({ raw }) => raw));
  const sources = [...rawSources.values()].sort((a, b) => compareText(a.id, b.id)).map(sourceOf);
  const byId = indexById(sources);
  const context: Context = { sources: rawSources, byId, language: story.language, kept: material.published.revisions };
  const events = material.events.map(({ raw }) => eventOf(raw, context)).sort(compareEvents);
  const dates = events.flatMap(({ revisions }) => revisions.map(({ date }) => date));
  const { zone, opens, unverified, publisher, bands, contact, ...rest } = story;
  const window = whenOf({ edtf: opens, zone });
  if (!window.ok) throw new Error(window.error);
  return {
    ...rest,
    format: 'sourceline/1',
    publisher: defined(publisher),
    updated: dates.reduce((newest, date) => (date > newest ? date : newest), ''),
    zone,
    opens: widest(window.value),
    article: story.article as StoryData['article'],
    bands: bands as unknown as StoryData['bands'],
    events,
    sources,
    relations: material.relations.map(({ raw }) => relationOf(raw, context)),
    corrections: material.corrections.map(({ raw }) => raw as unknown as StoryData['corrections'][number]),
    unverified,
    ...defined({ contact, edition }),
  };
}

/**
 * The revisions that were published, with the sources as they were then, each in the first edition of the story that has it.
 * @throws on files with faults: a bug of ours
 */
export function historyOf({ story, published }: Material, editions: readonly Edition[]): History {
  const language = must(story, 'a story without story.yaml').raw.language;
  const history = new Map<StoryEvent['id'], FrozenEvent[]>();
  for (const { raw } of published.revisions.values()) {
    const sources = Object.entries(raw.sources).map(([id, hash]) =>
      must(published.sources?.raw[`${id} ${hash}`], `unknown version of a source: ${id} ${hash}`),
    );
    const rawSources = indexById(sources);
    const made = sources.map(sourceOf);
    const byId = indexById(made);
    const event = eventOf(raw.event, { sources: rawSources, byId, language, kept: published.revisions });
    const n = event.revisions.length;
    const edition = published.editions?.raw.find(({ events }) => events[event.id] === n)?.n;
    const within = editions.find((one) => one.n === edition)?.data;
    const revisions = [...(history.get(event.id) ?? []), { n, event, sources: made, ...(within && { within }) }];
    history.set(
      event.id,
      revisions.sort((a, b) => a.n - b.n),
    );
  }
  return history;
}

type Context = {
  readonly sources: ReadonlyMap<string, RawSource>;
  readonly byId: Sources;
  readonly language: string;
  /** The revisions that were published, as `<event>.<n>`. */
  readonly kept: Pick<ReadonlyMap<string, unknown>, 'has'>;
};

function eventOf(event: RawEvent, context: Context): StoryEvent {
  const when = rawWhenOf(event.when);
  if (!when.ok) throw new Error(when.error);
  const claims = event.claims.map((claim) => claimOf(claim, context)) as [Claim, ...Claim[]];
  return {
    id: event.id as StoryEvent['id'],
    title: event.title,
    label: event.label ?? event.title,
    band: event.band as StoryEvent['band'],
    phase: event.phase,
    importance: event.importance,
    when: when.value,
    basis: event.when.basis as unknown as StoryEvent['basis'],
    actors: event.actors,
    places: event.places,
    claims,
    disputes: event.disputes.map((dispute) => disputeOf(dispute, claims, context.byId)),
    unverified: event.unverified,
    revisions: event.revisions.map((revision) => ({
      ...defined(revision),
      ...(context.kept.has(`${event.id}.${revision.n}`) && { kept: true }),
    })) as unknown as StoryEvent['revisions'],
  };
}

function claimOf({ id, citations, ...rest }: RawClaim, context: Context): Claim {
  return { id: id as ClaimId, ...defined(rest), citations: citationsOf(citations, context) };
}

function relationOf({ citations, from, to, ...rest }: RawRelation, context: Context): Relation {
  return {
    ...defined(rest),
    from: from as unknown as Relation['from'],
    to: to as unknown as Relation['to'],
    citations: citationsOf(citations, context),
  };
}

/** Positions in the order in which the sources brought them out; those without a date last, as in the file. */
function disputeOf(
  { positions, resolution, ...rest }: RawEvent['disputes'][number],
  claims: readonly Claim[],
  sources: Sources,
): Dispute {
  const publishedAt = (id: string): number => {
    const claim = must(
      claims.find((one) => one.id === id),
      `unknown claim: ${id}`,
    );
    return knownFrom(claim, sources) ?? Infinity;
  };
  const inOrder = positions
    .map((id) => ({ id, at: publishedAt(id) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ id }) => id);
  return {
    ...defined(rest),
    positions: inOrder as unknown as Dispute['positions'],
    ...(resolution && { resolution: { ...resolution, claim: resolution.claim as ClaimId } }),
  };
}

function citationsOf(citations: readonly RawCitation[], context: Context): readonly [Citation, ...Citation[]] {
  return citations.map((citation) => citationOf(citation, context)) as [Citation, ...Citation[]];
}

function citationOf(citation: RawCitation, { sources, language }: Context): Citation {
  const source = must(sources.get(citation.source), `unknown source: ${citation.source}`);
  const own = languageOfQuote(citation, source, language);
  const { chain, quote, stance, position, translation, note } = citation;
  return {
    source: citation.source as Citation['source'],
    quote,
    stance,
    ...defined({ position, translation, note }),
    ...(primary(own) !== primary(language) && { language: own }),
    chain: [
      { role: chain.length === 0 ? 'origin' : 'published', agent: source.publisher, naming: 'named', seen: true },
      ...chain,
    ],
  };
}

/** Takes over each field by name, so that `withheldUrl` stays behind. */
function sourceOf(source: RawSource): Source {
  const published = publishedOf(source);
  const {
    id,
    csl,
    publisher,
    kind,
    seen,
    relayOf,
    dateBasis,
    titleBasis,
    archives,
    archiveNote,
    access,
    rights,
    text,
    note,
  } = source;
  return {
    id: id as Source['id'],
    csl: defined({ ...csl, author: csl.author?.map((author) => defined(author)) }),
    publisher,
    kind,
    seen,
    ...(published !== undefined && { published }),
    linkChecked: source.link === 'checked',
    ...(source.link === 'withheld' && { linkWithheld: true }),
    archives,
    access,
    rights,
    ...defined({ relayOf, dateBasis, titleBasis, archiveNote, text, note }),
  };
}

function publishedOf({ csl }: RawSource): Instant | undefined {
  if (csl.issued === undefined) return undefined;
  const when = whenOf({ edtf: csl.issued, zone: 'Etc/UTC' });
  if (!when.ok) throw new Error(when.error);
  return Number.isFinite(when.value.earliestStart) ? when.value.earliestStart : undefined;
}
