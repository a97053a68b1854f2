import { must } from '#base/assert.ts';
import type { Sources } from '#model/sourcing.ts';
import type { Citation, OneOrMore, Source, SourceId } from '#model/types.ts';

/** A source with its number on the page and what is cited from it. */
export type Cited = { readonly number: number; readonly source: Source; readonly citations: OneOrMore<Citation> };

/**
 * Puts the citations of one source together, so that it has one number beside a sentence however often it is cited there.
 * @param numbers of all sources of the event, from 1
 * @returns in order of the numbers
 * @throws on a source that has no number or is not in the story
 */
export function citedSources(
  citations: readonly Citation[],
  numbers: ReadonlyMap<SourceId, number>,
  sources: Sources,
): Cited[] {
  const found = new Map<SourceId, [Citation, ...Citation[]]>();
  for (const citation of citations) {
    const same = found.get(citation.source);
    if (same) same.push(citation);
    else found.set(citation.source, [citation]);
  }
  return [...found]
    .map(([id, cited]) => ({
      number: must(numbers.get(id), `source without a number: ${id}`),
      source: must(sources.get(id), `unknown source: ${id}`),
      citations: cited,
    }))
    .sort((a, b) => a.number - b.number);
}
