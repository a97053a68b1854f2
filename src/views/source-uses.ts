import type { Claim, Relation, SourceId, StoryData, StoryEvent } from '#model/types.ts';

/** What a story cites a source for, in the order of the story; a claim or relation that cites it twice stands once. */
export type SourceUses = {
  readonly claims: readonly { readonly claim: Claim; readonly event: StoryEvent }[];
  readonly relations: readonly Relation[];
};

/** The uses of every source of a story, also of those that nothing cites. */
export function sourceUses({ events, relations, sources }: StoryData): ReadonlyMap<SourceId, SourceUses> {
  const uses = new Map(
    sources.map(({ id }) => [id, { claims: [] as { claim: Claim; event: StoryEvent }[], relations: [] as Relation[] }]),
  );
  const citedBy = ({ citations }: Claim | Relation) => new Set(citations.map(({ source }) => source));
  for (const event of events)
    for (const claim of event.claims) for (const id of citedBy(claim)) uses.get(id)?.claims.push({ claim, event });
  for (const relation of relations) for (const id of citedBy(relation)) uses.get(id)?.relations.push(relation);
  return uses;
}
