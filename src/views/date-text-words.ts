import { instantOfEdtf } from '#time/instantText.ts';
import { dayWords } from '#time/words.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the data (`2024-11-24`) in words; what is no day is shown as it is written: a month must not become its first day. */
export function dateTextWords(text: string, locale: string): string {
  const at = DAY.test(text) ? instantOfEdtf(text) : null;
  return at === null ? text : dayWords(at, 'UTC', locale);
}
