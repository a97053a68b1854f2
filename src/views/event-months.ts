import type { StoryEvent } from '#model/types.ts';
import { fieldsOf } from '#time/civil.ts';
import { clockAt } from '#time/zone.ts';
import { PRECISIONS } from '#time/when.ts';

/** Events under one heading; `month` is 1 to 12, absent for events known to the year or more coarsely, `year` absent for those with an open start. */
export type EventMonth = {
  /** Of its own even where a month comes twice: an event known to the year only may stand between. */
  readonly key: string;
  readonly year?: number;
  readonly month?: number;
  readonly events: readonly StoryEvent[];
};

const MONTH = PRECISIONS.indexOf('month');

/**
 * Groups events by the month in which they may have begun at the earliest, on the clock of their own zone.
 * @param events in the order in which they are to be listed; neighbours of one month share a heading
 */
export function eventMonths(events: readonly StoryEvent[]): EventMonth[] {
  const groups: (EventMonth & { readonly heading: string; readonly events: StoryEvent[] })[] = [];
  for (const event of events) {
    const { earliestStart, precision, zone } = event.when;
    const civil = Number.isFinite(earliestStart) ? fieldsOf(clockAt(earliestStart, zone)) : undefined;
    const month = civil && PRECISIONS.indexOf(precision) >= MONTH ? civil.month : undefined;
    const heading = `${civil?.year} ${month}`;
    const last = groups.at(-1);
    if (last?.heading === heading) last.events.push(event);
    else
      groups.push({
        key: event.id,
        heading,
        ...(civil && { year: civil.year }),
        ...(month && { month }),
        events: [event],
      });
  }
  return groups;
}
