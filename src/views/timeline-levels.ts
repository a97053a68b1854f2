import { bisectLeft } from 'd3-array';
import type { Translate } from '#base/messages.ts';
import { addUnits, clockOf, fieldsOf, startOfDay } from '#time/civil.ts';
import { instant, type Span } from '#time/instant.ts';
import { unitWords } from '#time/unitWords.ts';
import { clockAt, startIn } from '#time/zone.ts';

/** The levels a reader walks between the single event and the whole story, from near to far. */
const LEVELS = ['day', 'month', 'year', 'decade', 'century', 'millennium'] as const;
type Level = (typeof LEVELS)[number];
const YEARS = { year: 1, decade: 10, century: 100, millennium: 1000 } as const;

/** The period of a level in which an instant lies, by the clocks of a zone. */
function periodAt(level: Level, at: number, zone: string): Span {
  const clock = clockAt(instant(at), zone);
  const { year, month } = fieldsOf(clock);
  const first =
    level === 'day'
      ? startOfDay(clock)
      : level === 'month'
        ? clockOf(year, month)
        : clockOf(Math.floor(year / YEARS[level]) * YEARS[level]);
  return { start: startIn(first, zone), end: startIn(addUnits(first, level, 1), zone) };
}

const lengthOf = ({ start, end }: Span): number => end - start;
const isSame = (a: Span, b: Span): boolean => Math.abs(a.start - b.start) + Math.abs(a.end - b.end) < 1000;

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** The level whose period a window shows exactly, or undefined. */
function levelOf(span: Span, zone: string): Level | undefined {
  return LEVELS.find((level) => isSame(periodAt(level, span.start, zone), span));
}

/**
 * The next level out: the shortest period around the middle of a window that is longer than it; the whole story beyond the last.
 * @param full the whole story
 */
export function farther(span: Span, full: Span, zone: string): Span {
  const middle = (span.start + span.end) / 2;
  const found = LEVELS.map((level) => periodAt(level, middle, zone)).find(
    (period) => lengthOf(period) > lengthOf(span) * 1.001,
  );
  return found && isWithin(found, full) ? found : full;
}

/**
 * The next level in: the longest period that is shorter than a window, around an event in it.
 * @param at where the event begins
 * @param full the whole story: a period that reaches beyond it is passed over
 * @returns null on a day or less: what is next are the events themselves
 */
export function nearer(span: Span, at: number, full: Span, zone: string): Span | null {
  return (
    [...LEVELS]
      .reverse()
      .map((level) => periodAt(level, at, zone))
      .find((period) => lengthOf(period) < lengthOf(span) * 0.999 && isWithin(period, full)) ?? null
  );
}

/**
 * The period before or after the one that a window shows exactly, passing over those in which nothing begins.
 * @param starts when the events begin, sorted
 * @returns null where the window is no such period, or nothing begins on that side
 */
export function neighbour(span: Span, by: 1 | -1, starts: ArrayLike<number>, zone: string): Span | null {
  const level = levelOf(span, zone);
  if (level === undefined) return null;
  const row = by > 0 ? bisectLeft(starts, span.end) : bisectLeft(starts, span.start) - 1;
  const at = starts[row];
  return at === undefined ? null : periodAt(level, at, zone);
}

/** The name of a window that is a day, a month or a year: "October 2024"; null for any other. */
export function periodName(
  span: Span,
  { zone, locale, t }: { zone: string; locale: string; t: Translate },
): string | null {
  const level = levelOf(span, zone);
  if (level !== 'day' && level !== 'month' && level !== 'year') return null;
  return unitWords(clockAt(span.start, zone), level, { t, locale, width: 'long' });
}
