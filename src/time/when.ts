import type { Instant, Span } from '#time/instant.ts';

export const PRECISIONS = ['millennium', 'century', 'decade', 'year', 'season', 'month', 'day', 'hour', 'minute', 'second'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Parts of a day: bounds in the event's zone, not guesses. `partOfDay` in parts.ts says from which hour to which. */
export const PARTS = ['early morning', 'morning', 'daytime', 'midday', 'afternoon', 'late afternoon', 'evening', 'late evening', 'night'] as const;
export type Part = (typeof PARTS)[number];

/**
 * The time of an event: four instants and what is needed to say them in words.
 * `earliestStart <= latestStart`, `earliestEnd <= latestEnd`, `earliestStart <= earliestEnd`, `latestStart <= latestEnd`.
 * A plain date names a period in which the event lies: its start and its end may each be anywhere in it.
 * An interval's start lies in its first date and its end in its last.
 */
export type When = {
  /** The editor's text (EDTF, ISO 8601-2): shown, never computed with. */
  readonly edtf: string;
  readonly earliestStart: Instant;
  readonly latestStart: Instant;
  readonly earliestEnd: Instant;
  readonly latestEnd: Instant;
  /** Of the finest date in the text. */
  readonly precision: Precision;
  /** IANA name; the zone in which the dates of the text are meant. */
  readonly zone: string;
  readonly part?: Part;
  /** `~`: about. The bounds are widened by one unit of the precision on each side. */
  readonly approximate: boolean;
  /** `?`: the editor is not certain of it. The bounds are not widened; the page says so. */
  readonly uncertain: boolean;
  /** For sets (`[a,b,c]`, one of; `{a,b}`, all of): each member's widest period, sorted; else absent. */
  readonly members?: readonly Span[];
  readonly set?: 'one of' | 'all of';
  /** A few words by the editor about the time, said after it: "hour not given". */
  readonly note?: string;
};

/** The widest period the text allows: from `earliestStart` to `latestEnd`, either of them possibly infinite. */
export function widest(when: When): Span {
  return { start: when.earliestStart, end: when.latestEnd };
}
