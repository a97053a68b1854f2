import type { Brand } from '#base/brand.ts';

/** A point in time: milliseconds of UTC since 1970, negative before; ±Infinity stands for an open end. Years before 0 are proleptic Gregorian. */
export type Instant = Brand<number, 'Instant'>;
/** What a clock on some wall shows, in milliseconds as if that clock were UTC: a date without a zone, never to be mixed with an `Instant`. */
export type Clock = Brand<number, 'Clock'>;
/** A half-open interval: `start` belongs to it, `end` does not. `start <= end` always; equal for a point. */
export type Span = { readonly start: Instant; readonly end: Instant };

/** @throws on NaN: a date that could not be read must be stopped before it gets here */
export function instant(ms: number): Instant {
  if (Number.isNaN(ms)) throw new Error('not an instant: NaN');
  return ms as Instant;
}

/** @throws on NaN */
export function clock(ms: number): Clock {
  if (Number.isNaN(ms)) throw new Error('not a clock reading: NaN');
  return ms as Clock;
}

/** @throws when end is before start */
export function span(start: number, end: number): Span {
  if (end < start) throw new Error(`span ends before it starts: ${start} > ${end}`);
  return { start: instant(start), end: instant(end) };
}
