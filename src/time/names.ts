import type { Clock } from '#time/instant.ts';
import { DAY, weekdayOf } from '#time/civil.ts';

export type Width = 'long' | 'short';

const MONDAY = 4 * DAY; // 5 January 1970
const names = new Map<string, string>();

/** The same calendar, digits and zone in every engine: left to themselves they differ. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC', ...options });
}

function remembered(key: string, make: () => string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const made = make().replace(/[\u00a0\u202f]/g, ' '); // which spaces, depends on the version of ICU
  names.set(key, made);
  return made;
}

/**
 * The name of a month, from Intl.
 * @param month 1 to 12
 * @param inDate as it stands after the day of the month, with what joins the two: Hebrew "באוקטובר", Spanish "de octubre", Russian "октября"
 */
export function monthName(locale: string, month: number, width: Width, inDate = false): string {
  return remembered(`${locale} ${month} ${width} ${inDate}`, () => {
    const at = Date.UTC(2024, month - 1, 15);
    if (!inDate) return formatOf(locale, { month: width }).format(at);
    const parts = formatOf(locale, { day: 'numeric', month: width }).formatToParts(at);
    const index = parts.findIndex(({ type }) => type === 'month');
    const before = parts[index - 2]?.type === 'day' ? (parts[index - 1]?.value ?? '') : '';
    return `${/[\p{L}][\p{L}\s]*$/u.exec(before)?.[0] ?? ''}${parts[index]?.value ?? ''}`;
  });
}

/** The full name of the day of the week of a clock reading. */
export function weekdayName(locale: string, at: Clock): string {
  const weekday = weekdayOf(at);
  return remembered(`${locale} weekday ${weekday}`, () =>
    formatOf(locale, { weekday: 'long' }).format(MONDAY + weekday * DAY),
  );
}
