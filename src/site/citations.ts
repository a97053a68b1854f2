import type { RawCitation } from '#model/schema.ts';
import type { Material } from '#site/material.ts';
import type { Found } from '#site/shape.ts';

/** Every citation of a story, of claims and then of relations, with its place. */
export function foundCitations({ events, relations }: Material): Found<RawCitation>[] {
  const claims = events.flatMap(({ raw, file }) =>
    raw.claims.map(({ citations }, i) => ({ citations, file, path: ['claims', i] })),
  );
  const ties = relations.map(({ raw, file, path }) => ({ citations: raw.citations, file, path }));
  return [...claims, ...ties].flatMap(({ citations, file, path }) =>
    citations.map((raw, i) => ({ raw, file, path: [...path, 'citations', i] })),
  );
}
