import type { EventId } from '#model/types.ts';
import { VIEW_NAMES, type ViewName } from '#state/view-names.ts';
import { clockOf, DAY, HOUR, MINUTE, SECOND } from '#time/civil.ts';
import { instant, type Instant, type Span } from '#time/instant.ts';
import { instantOfEdtf } from '#time/instantText.ts';
import { civilOf, startIn } from '#time/zone.ts';

/**
 * What a link says of a view, all of it optional: null means "as the page opens".
 * Grammar: `#v1` and then `&key=value`, keys sorted, each at most once. `e`: event id. `t`: window, `from..to`, days in the story's zone (both
 * included) or instants in UTC (`2024-10-08T18:00Z`, the end not included). `view`: its name.
 */
export type LinkState = {
  readonly span: Span | null;
  readonly selectedId: EventId | null;
  readonly view: ViewName | null;
};

export const EMPTY: LinkState = { span: null, selectedId: null, view: null };

/** Longer hashes are not ours; they are not looked at. */
const LONGEST = 2000;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DAY_TEXT = /^-?\d{4,}-\d{2}-\d{2}$/;

/** Writes a link's hash; equal states give equal links. The empty text when all is as the page opens. */
export function printState({ span, selectedId, view }: LinkState, zone: string): string {
  const parts = [
    ...(selectedId === null ? [] : [`e=${selectedId}`]),
    ...(span === null ? [] : [`t=${textOfSpan(span, zone)}`]),
    ...(view === null ? [] : [`view=${view}`]),
  ];
  return parts.length === 0 ? '' : `#${['v1', ...parts].join('&')}`;
}

/** Reads a link's hash. Never throws; what cannot be read is as if it were not there. */
export function parseState(hash: string, zone: string): LinkState {
  if (hash.length > LONGEST || !/^#v1(?:&|$)/.test(hash)) return EMPTY;
  const values = new Map<string, string>();
  for (const part of hash.slice(1).split('&').slice(1)) {
    const at = part.indexOf('=');
    const key = at < 0 ? part : part.slice(0, at);
    if (at > 0 && !values.has(key)) values.set(key, decoded(part.slice(at + 1)));
  }
  const id = values.get('e');
  const view = VIEW_NAMES.find((name) => name === values.get('view'));
  return {
    span: spanOfText(values.get('t') ?? '', zone),
    selectedId: id !== undefined && ID.test(id) ? (id as EventId) : null,
    view: view ?? null,
  };
}

/** A window as text: whole days in the zone where both ends fall on midnight, else instants, to the second in windows of hours. */
export function textOfSpan({ start, end }: Span, zone: string): string {
  const days = [dayOf(start, zone), dayOf(instant(end - 1), zone)];
  if (isMidnight(start, zone) && isMidnight(end, zone)) return days.join('..');
  const unit = end - start < 12 * HOUR ? SECOND : MINUTE;
  return [start, end].map((at) => textOfInstant(instant(Math.round(at / unit) * unit))).join('..');
}

/** The inverse of `textOfSpan`; null when it is not a window: unreadable, or with its end not after its start. */
export function spanOfText(text: string, zone: string): Span | null {
  const [from = '', to = '', ...more] = text.split('..');
  if (more.length > 0) return null;
  const start = startOfText(from, zone);
  const end = DAY_TEXT.test(to) ? dayAfter(to, zone) : startOfText(to, zone);
  return start !== null && end !== null && end > start ? { start, end } : null;
}

function startOfText(text: string, zone: string): Instant | null {
  const at = instantOfEdtf(text);
  if (at === null || !DAY_TEXT.test(text)) return at;
  const { year, month, day } = civilOf(at, 'UTC');
  return startIn(clockOf(year, month, day), zone);
}

function dayAfter(text: string, zone: string): Instant | null {
  const at = instantOfEdtf(text);
  if (at === null) return null;
  const { year, month, day } = civilOf(instant(at + DAY), 'UTC');
  return startIn(clockOf(year, month, day), zone);
}

function isMidnight(at: Instant, zone: string): boolean {
  const { year, month, day } = civilOf(at, zone);
  return startIn(clockOf(year, month, day), zone) === at;
}

function dayOf(at: Instant, zone: string): string {
  const { year, month, day } = civilOf(at, zone);
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

function textOfInstant(at: Instant): string {
  const { year, month, day, hour, minute, second } = civilOf(at, 'UTC');
  const seconds = Math.floor(second) === 0 ? '' : `:${two(Math.floor(second))}`;
  return `${yearText(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${seconds}Z`;
}

const two = (value: number): string => String(value).padStart(2, '0');
const yearText = (year: number): string => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // a malformed escape: the value cannot be read, and is as if it were not there
  }
}
