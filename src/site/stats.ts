import { must } from '#base/assert.ts';
import { indexById } from '#base/index-by-id.ts';
import { verification } from '#model/sourcing.ts';
import type { StoryData } from '#model/types.ts';

/** How much there is of a story, in the order in which it is printed. */
export type Stats = {
  readonly events: number;
  readonly claims: number;
  readonly disputes: number;
  readonly relations: number;
  readonly sources: number;
  readonly citations: number;
  readonly 'quotations checked against a full text': number;
  readonly 'quotations read in an excerpt only': number;
  /** Claims that cite the article at a place in its text. */
  readonly 'article claims cited by position': number;
  /** The different passages of the article that are cited, by claims or relations. */
  readonly 'article passages cited': number;
};

/** Counts a story. A citation that two claims share in words still counts for each. */
export function statsOf({ article, events, relations, sources }: StoryData): Stats {
  const claims = events.flatMap((event) => event.claims);
  const citations = [...claims, ...relations].flatMap((one) => one.citations);
  const byId = indexById(sources);
  const verified = citations.map((one) =>
    verification(one, must(byId.get(one.source), `unknown source: ${one.source}`)),
  );
  const placed = citations.filter(({ source, position }) => source === article && position);
  return {
    events: events.length,
    claims: claims.length,
    disputes: events.reduce((sum, { disputes }) => sum + disputes.length, 0),
    relations: relations.length,
    sources: sources.length,
    citations: citations.length,
    'quotations checked against a full text': verified.filter((one) => one === 'checked').length,
    'quotations read in an excerpt only': verified.filter((one) => one === 'excerpt').length,
    'article claims cited by position': claims.filter((claim) => claim.citations.some((one) => placed.includes(one)))
      .length,
    'article passages cited': new Set(placed.map(({ position }) => `${position?.start} ${position?.end}`)).size,
  };
}

/** One line for each count, numbers first and aligned. */
export function statsLines(stats: Stats): string[] {
  const width = Math.max(...Object.values(stats).map((count) => String(count).length));
  return Object.entries(stats).map(([what, count]) => `${String(count).padStart(width)} ${what}`);
}
