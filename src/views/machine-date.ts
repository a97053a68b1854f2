import { fieldsOf } from '#time/civil.ts';
import { clockAt } from '#time/zone.ts';
import { PRECISIONS, type When } from '#time/when.ts';

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

/**
 * The start of an event for the `datetime` attribute, on the clock of its zone and no finer than it is known: `2024-10-08`, `2024-10`, `2006`.
 * @returns undefined where HTML has no form for it: an open start, a year before 1 or beyond 9999, decades and coarser
 * @see https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
 */
export function machineDate({ dates, earliestStart, precision, zone }: When): string | undefined {
  const at = dates?.[0]?.from ?? (Number.isFinite(earliestStart) ? clockAt(earliestStart, zone) : undefined);
  if (at === undefined) return undefined;
  const { year, month, day, hour, minute } = fieldsOf(at);
  const unit = PRECISIONS.indexOf(dates?.[0]?.precision ?? precision);
  if (year < 1 || year > 9999 || unit < PRECISIONS.indexOf('year')) return undefined;
  const fields = [padded(year, 4)];
  if (unit >= PRECISIONS.indexOf('month')) fields.push(padded(month));
  if (unit >= PRECISIONS.indexOf('day')) fields.push(padded(day));
  const date = fields.join('-');
  return unit >= PRECISIONS.indexOf('hour') ? `${date}T${padded(hour)}:${padded(minute)}` : date;
}
