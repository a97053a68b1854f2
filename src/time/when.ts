import type { Clock, Instant, Span } from '#time/instant.ts';

export const PRECISIONS = [
  'millennium',
  'century',
  'decade',
  'year',
  'season',
  'month',
  'day',
  'hour',
  'minute',
  'second',
] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Parts of a day: bounds in the event's zone, not guesses. `partOfDay` in parts.ts says from which hour to which. */
export const PARTS = [
  'early morning',
  'morning',
  'daytime',
  'midday',
  'afternoon',
  'late afternoon',
  'evening',
  'late evening',
  'night',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * One date that the text names, before any widening, on the clock of the event's zone, so that words need no zone table:
 * those of browsers and of the build differ.
 */
export type NamedDate = {
  /** Where its period begins and where the next one begins; longer than one unit of `precision` for `2024-10-1X` and for ranges in sets. */
  readonly from: Clock;
  readonly to: Clock;
  readonly precision: Precision;
  /** The offset from UTC in force at `from`; given for hours and finer, so that the time can be told in a reader's zone. */
  readonly offsetMs?: number;
  readonly approximate?: true;
  readonly uncertain?: true;
};

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
  /**
   * The dates in the text, in its order (a set's sorted), for words; open and unknown ends are left out.
   * Absent where a `When` was made by hand: words then come from the four instants.
   */
  readonly dates?: readonly NamedDate[];
  /** A few words by the editor about the time, said after it: "hour not given". */
  readonly note?: string;
};

/** The widest period the text allows: from `earliestStart` to `latestEnd`, either of them possibly infinite. */
export function widest(when: When): Span {
  return { start: when.earliestStart, end: when.latestEnd };
}
