import type { Texts } from '#model/texts.ts';
import type { Standing } from '#model/types.ts';
import type { Span } from '#time/instant.ts';

/** Most events of one story, and most bytes of its file. */
export const MOST_EVENTS = 1_000_000;
export const MOST_BYTES = 256 * 2 ** 20;
/** Bands are drawn one over the other: more do not fit on a screen. */
export const MOST_BANDS = 8;

/** An address that a browser may open. */
export const WEB_ADDRESS = /^https?:\/\/[^\s/]/i;

/** What a file of many events says of itself. */
export type ColumnsHeader = {
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly language: string;
  /** IANA zone of the axis, and of dates without an offset. */
  readonly zone: string;
  readonly bands: readonly { readonly id: string; readonly title: string }[];
  /** Where all the events are from. */
  readonly source: { readonly title: string; readonly publisher: string; readonly url: string | null };
  readonly licence: { readonly name: string; readonly url: string } | null;
  /** How every event stands: one word for all, since a table has no claims of its own. */
  readonly standing: Standing;
  /** The window the timeline opens on; all of it when null. */
  readonly opens: Span | null;
};

/** Many events, one array for each property, one row for each event, sorted by start, then end, then as in the file. */
export type ManyEvents = {
  readonly header: ColumnsHeader;
  readonly count: number;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Position in `PRECISIONS`, of the date that begins with `start`. */
  readonly precision: Uint8Array;
  /** 0 where the event lies somewhere from start to end: a day, a year. Where it lasts, 1 more than the position in `PRECISIONS` of the date that ends with `end`. */
  readonly lasts: Uint8Array;
  readonly band: Uint8Array;
  readonly weight: Uint8Array;
  readonly title: Texts;
  /** Ids that the file gives its events; null when it gives none. */
  readonly id: Texts | null;
  /** Address of an event's own source, empty where there is none. */
  readonly url: Texts | null;
};

/** Why a file cannot be shown; each has a message `columns.fault.<kind>`. `place` and `got` say where and what, for those that have them. */
export type ColumnsFault = {
  readonly kind: ColumnsFaultKind;
  readonly place?: string;
  readonly got?: string;
  readonly n?: number;
};
export const COLUMNS_FAULTS = [
  'offline',
  'missing',
  'server',
  'foreign',
  'restricted',
  'large',
  'truncated',
  'type',
  'shape',
  'lengths',
  'many',
  'bands',
  'date',
  'order',
  'number',
  'empty',
  'memory',
] as const;
export type ColumnsFaultKind = (typeof COLUMNS_FAULTS)[number];

/** Thrown inside the readers of columns, caught where they are called. */
export class Unreadable extends Error {
  readonly fault: ColumnsFault;

  constructor(kind: ColumnsFaultKind, rest: Omit<ColumnsFault, 'kind'> = {}) {
    super(kind);
    this.fault = { kind, ...rest };
  }
}
