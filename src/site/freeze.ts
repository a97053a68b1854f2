import type { RawEvent } from '#model/schema.ts';
import { compareText } from '#site/faults.ts';
import type { Material } from '#site/material.ts';
import { FROZEN_SOURCES, frozenName, hashOf, publishedText, STATE } from '#site/published.ts';
import type { Found } from '#site/shape.ts';

/**
 * The files that publish a story as it now is: a copy of each event whose newest revision has none yet, the sources it cites where they are
 * new or changed, and the state with the hashes of all. Files that are there already are given only when they gain something.
 * @param material of a story without faults
 * @returns texts by name inside the story's folder; empty when all is published
 */
export function frozenFiles(material: Material): ReadonlyMap<string, string> {
  const { published, events, corrections } = material;
  const known = new Map(material.sources.map((source) => [source.raw.id, source]));
  const files = new Map<string, string>();
  // As they are written, not as they are read: see `written`.
  const versions = published.sources?.file.value as Readonly<Record<string, unknown>> | undefined;
  const sources: Record<string, unknown> = { ...versions };
  const state = {
    revisions: { ...published.state?.raw.revisions },
    corrections: { ...published.state?.raw.corrections },
  };
  for (const event of events) {
    const key = revisionKey(event.raw);
    if (published.revisions.has(key)) continue;
    const cited: Record<string, string> = {};
    for (const id of citedIn(event.raw)) {
      const source = known.get(id);
      if (!source) throw new Error(`unknown source: ${id}`);
      // An address that is withheld is not repeated in every version.
      const value = written(source);
      delete value['withheldUrl'];
      const hash = hashOf(value).slice(0, 12);
      sources[`${id} ${hash}`] = value;
      cited[id] = hash;
    }
    const frozen = { event: event.file.value, sources: cited };
    files.set(frozenName(key), publishedText(frozen));
    state.revisions[key] = hashOf(frozen);
  }
  for (const { raw } of corrections) state.corrections[raw.id] ??= hashOf(raw);
  if (Object.keys(sources).length > Object.keys(versions ?? {}).length)
    files.set(FROZEN_SOURCES, publishedText(sorted(sources)));
  if (hashOf(state) !== hashOf(published.state?.raw))
    files.set(STATE, publishedText({ revisions: sorted(state.revisions), corrections: sorted(state.corrections) }));
  return files;
}

/** `<event>.<n>` of the newest revision. */
export function revisionKey({ id, revisions }: RawEvent): string {
  return `${id}.${revisions.length}`;
}

function citedIn({ claims }: RawEvent): readonly string[] {
  return [...new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)))].sort(compareText);
}

/** A source as its author wrote it, without what the schema fills in: defaults may change, what was published may not. */
function written({ file, path }: Found<unknown>): Record<string, unknown> {
  const list = file.value as readonly Record<string, unknown>[];
  return { ...list[Number(path[0])] };
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}
