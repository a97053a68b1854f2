import { must } from '#base/assert.ts';
import type { RawEdition, RawEvent, RawTour } from '#model/schema.ts';
import { eventsOfTour } from '#model/tour.ts';
import { compareText } from '#site/faults.ts';
import type { Material } from '#site/material.ts';
import {
  EDITIONS,
  FROZEN_RELATIONS,
  FROZEN_SOURCES,
  FROZEN_STORIES,
  FROZEN_TOURS,
  frozenName,
  hashOf,
  publishedText,
  STATE,
  versionOf,
} from '#site/published.ts';
import type { Found } from '#site/shape.ts';

/** Texts as they are written, not as they are read (see `written`), by what names a version. */
type Versions = Readonly<Record<string, unknown>>;

/**
 * The files that publish a story as it now is: a copy of each event whose newest revision has none yet, an edition of the whole where
 * anything differs from the last one, a copy of each tour that changed or tells of what did, the versions of sources, relations and of story.yaml that these are made of where they are new, and
 * the state with the hashes of all. Files that are there already are given only when they gain something.
 * @param material of a story without faults
 * @returns texts by name inside the story's folder; empty when all is published
 */
export function frozenFiles(material: Material): ReadonlyMap<string, string> {
  const { published, events, corrections } = material;
  const files = new Map<string, string>();
  const { edition: whole, sources, relations, stories } = partsOf(material);
  const state = {
    revisions: { ...published.state?.raw.revisions },
    corrections: { ...published.state?.raw.corrections },
    editions: { ...published.state?.raw.editions },
    tours: { ...published.state?.raw.tours },
  };
  for (const event of events) {
    const key = revisionKey(event.raw);
    if (published.revisions.has(key)) continue;
    const cited = citedIn(event.raw).map((id) => [id, must(whole.sources[id], `unknown source: ${id}`)] as const);
    const frozen = { event: event.file.value, sources: Object.fromEntries(cited) };
    files.set(frozenName(key), publishedText(frozen));
    state.revisions[key] = hashOf(frozen);
  }
  if (editionNow(material) === undefined) {
    const before = (published.editions?.file.value ?? []) as readonly RawEdition[];
    const next = { n: before.length + 1, ...whole };
    files.set(EDITIONS, publishedText([...before, next]));
    state.editions[next.n] = hashOf(next);
  }
  const edition = Math.max(...Object.keys(state.editions).map(Number));
  const walks = material.tours
    .filter(({ raw }) => tourNow(raw, material) === undefined)
    .map(({ raw, file }) => ({ n: pastTours(raw.id, material).length + 1, edition, tour: file.value as RawTour }));
  if (walks.length > 0) {
    const before = (published.tours?.file.value ?? []) as readonly unknown[];
    files.set(FROZEN_TOURS, publishedText([...before, ...walks]));
    for (const frozen of walks) state.tours[`${frozen.tour.id}.${frozen.n}`] = hashOf(frozen);
  }
  for (const { raw } of corrections) state.corrections[raw.id] ??= hashOf(raw);
  const keep = (name: string, before: Found<unknown> | undefined, now: Versions): void => {
    const known = (before?.file.value ?? {}) as Versions;
    const all = { ...known, ...now };
    if (Object.keys(all).length > Object.keys(known).length) files.set(name, publishedText(sorted(all)));
  };
  keep(FROZEN_SOURCES, published.sources, sources);
  keep(FROZEN_RELATIONS, published.relations, relations);
  keep(FROZEN_STORIES, published.stories, stories);
  if (hashOf(state) !== hashOf(published.state?.raw))
    files.set(
      STATE,
      publishedText({
        revisions: sorted(state.revisions),
        corrections: sorted(state.corrections),
        editions: state.editions,
        tours: sorted(state.tours),
      }),
    );
  return files;
}

/** The number of the edition that the story is the same as; undefined where it was changed since the last one, or never published. */
export function editionNow(material: Material): number | undefined {
  const last = material.published.editions?.raw.at(-1);
  if (last === undefined) return undefined;
  const { n, ...rest } = last;
  return hashOf(rest) === hashOf(partsOf(material).edition) ? n : undefined;
}

/**
 * The number of the revision that a tour is the same as: neither its own words changed since, nor the events that it tells of. Undefined where
 * they did, or it was never published.
 */
export function tourNow(tour: RawTour, material: Material): number | undefined {
  const last = pastTours(tour.id, material).at(-1);
  if (!last || hashOf(last.tour) !== hashOf(tour)) return undefined;
  const edition = material.published.editions?.raw.find(({ n }) => n === last.edition);
  const now = new Map(material.events.map(({ raw: { id, revisions } }) => [id, revisions.length]));
  return [...eventsOfTour(tour)].every((id) => edition?.events[id] === now.get(id)) ? last.n : undefined;
}

function pastTours(
  id: string,
  { published }: Material,
): readonly { readonly n: number; readonly edition: number; readonly tour: RawTour }[] {
  return (published.tours?.raw ?? []).filter(({ tour }) => tour.id === id);
}

/** What an edition of the story would be made of now. */
function partsOf({ story, events, sources, relations, corrections }: Material): {
  readonly edition: Omit<RawEdition, 'n'>;
  readonly sources: Versions;
  readonly relations: Versions;
  readonly stories: Versions;
} {
  const told = must(story, 'a story without story.yaml').file.value;
  const versions = (list: readonly Found<{ readonly id: string }>[]): (readonly [id: string, key: string, unknown])[] =>
    list.map((one) => {
      const value = written(one);
      // An address that is withheld is not repeated in every version.
      delete value['withheldUrl'];
      return [one.raw.id, versionOf(value), value];
    });
  const [ofSources, ofRelations] = [versions(sources), versions(relations)];
  const byKey = (list: typeof ofSources): Versions =>
    Object.fromEntries(list.map(([id, version, value]) => [`${id} ${version}`, value]));
  return {
    edition: {
      story: versionOf(told),
      events: sorted(Object.fromEntries(events.map(({ raw }) => [raw.id, raw.revisions.length]))),
      sources: sorted(Object.fromEntries(ofSources.map(([id, version]) => [id, version]))),
      relations: ofRelations.map(([id, version]) => `${id} ${version}`),
      corrections: corrections.map(({ raw }) => raw.id),
    },
    sources: byKey(ofSources),
    relations: byKey(ofRelations),
    stories: { [versionOf(told)]: told },
  };
}

/** `<event>.<n>` of the newest revision. */
export function revisionKey({ id, revisions }: RawEvent): string {
  return `${id}.${revisions.length}`;
}

function citedIn({ claims }: RawEvent): readonly string[] {
  return [...new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)))].sort(compareText);
}

/** An item of a list as its author wrote it, without what the schema fills in: defaults may change, what was published may not. */
function written({ file, path }: Found<unknown>): Record<string, unknown> {
  const list = file.value as readonly Record<string, unknown>[];
  return { ...list[Number(path[0])] };
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}
