import type { Part } from '#time/when.ts';

/** Hours of the local clock: from the first up to but without the second; above 24 in the next day. */
export type Hours = { readonly from: number; readonly to: number };

/**
 * From which hour to which a part of a day may be meant.
 * Our own table: style guides and dictionaries disagree, so each part reaches as far as its widest use, and neighbours overlap.
 * Nothing may be drawn narrower than it is known.
 */
const HOURS: Readonly<Record<Part, Hours>> = {
  'early morning': { from: 0, to: 8 },
  morning: { from: 4, to: 12 },
  daytime: { from: 6, to: 20 },
  midday: { from: 11, to: 14 },
  afternoon: { from: 12, to: 18 },
  'late afternoon': { from: 15, to: 19 },
  evening: { from: 17, to: 24 },
  'late evening': { from: 20, to: 24 },
  night: { from: 20, to: 30 },
};

/** The hours of a part of a day, in the zone of the event; the night runs into the next day. */
export function partOfDay(part: Part): Hours {
  return HOURS[part];
}
