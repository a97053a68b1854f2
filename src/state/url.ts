import { FACETS, NO_FILTER, withFacet, type Facet, type Filter } from '#model/filter.ts';
import { PHASES, STANDINGS, type ClaimId, type EventId } from '#model/types.ts';
import { VIEW_NAMES, type ViewName } from '#state/view-names.ts';
import { clockOf, DAY, HOUR, MINUTE, SECOND } from '#time/civil.ts';
import { instant, type Instant, type Span } from '#time/instant.ts';
import { instantOfEdtf } from '#time/instantText.ts';
import { civilOf, isZone, startIn } from '#time/zone.ts';

/**
 * What a link says of a view, all of it optional: null (or empty) means "as the page opens".
 * Grammar: `#v1` and then `&key=value`, keys sorted, each at most once.
 *
 *     e=<event id>  c=<claim id>  view=timeline|list  known=2024-10-09  q=<words>
 *     fold=1                 long stretches without events are folded
 *     tz=local|<IANA name>   the zone that is shown; the events' own when left out. `t` does not depend on it
 *     t=<from>..<to>         days in the story's zone (both included) or instants in UTC (2024-10-08T18:00Z, the end not included)
 *     actor= band= dispute= phase= publisher= source= standing=    values, escaped, sorted, with commas between
 *
 * `#<claim id>` alone, the anchor of a claim in the document of its event, says the same as `#v1&c=<claim id>`.
 */
export type LinkState = {
  readonly span: Span | null;
  readonly selectedId: EventId | null;
  /** The claim that is marked in the event. */
  readonly claimId: ClaimId | null;
  readonly view: ViewName | null;
  /** First instant (UTC) of the last day whose publications are shown. */
  readonly known: Instant | null;
  readonly filter: Filter;
  /** Words searched for. */
  readonly query: string;
  /** Empty time is folded. */
  readonly folded: boolean;
  /** `local` or an IANA name. */
  readonly zoneChoice: string | null;
};

export const EMPTY: LinkState = {
  span: null,
  selectedId: null,
  claimId: null,
  view: null,
  known: null,
  filter: NO_FILTER,
  query: '',
  folded: false,
  zoneChoice: null,
};

/** Longer hashes are not ours; they are not looked at. */
const LONGEST = 16_000;
/** Longer words to search for are cut; longer values of a filter are left out. Characters. */
const LONGEST_TEXT = 120;
const MOST_VALUES = 40;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const CLAIM_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DAY_TEXT = /^-?\d{4,}-\d{2}-\d{2}$/;

/** Writes a link's hash; equal states give equal links. The empty text when all is as the page opens. */
export function printState(state: LinkState, zone: string): string {
  const { span, selectedId, claimId, view, known, filter, query, folded, zoneChoice } = state;
  const values: readonly (readonly [key: string, value: string | null])[] = [
    ['c', claimId],
    ['e', selectedId],
    ['fold', folded ? '1' : null],
    ['known', known === null ? null : textOfDay(known, 'UTC')],
    ['q', query === '' ? null : encodeURIComponent(query)],
    ['t', span && textOfSpan(span, zone)],
    ['tz', zoneChoice],
    ['view', view],
    ...FACETS.map((facet) => [facet, filter[facet]?.map(encodeURIComponent).join(',') ?? null] as const),
  ];
  const parts = values.flatMap(([key, value]) => (value === null ? [] : `${key}=${value}`)).sort();
  return parts.length === 0 ? '' : `#${['v1', ...parts].join('&')}`;
}

/**
 * Reads a link's hash. Never throws; what cannot be read is as if it were not there. A claim's anchor on the page of its event (`#ferry.cause`)
 * means that claim.
 */
export function parseState(hash: string, zone: string): LinkState {
  if (hash.length <= LONGEST && CLAIM_ID.test(hash.slice(1))) return { ...EMPTY, claimId: hash.slice(1) as ClaimId };
  if (hash.length > LONGEST || !/^#v1(?:&|$)/.test(hash)) return EMPTY;
  const values = new Map<string, string>();
  for (const part of hash.slice(1).split('&').slice(1)) {
    const at = part.indexOf('=');
    const key = at < 0 ? part : part.slice(0, at);
    if (at > 0 && !values.has(key)) values.set(key, part.slice(at + 1));
  }
  const textOf = (key: string): string => decoded(values.get(key) ?? '');
  const [id, claim, known, tz] = [textOf('e'), textOf('c'), textOf('known'), textOf('tz')];
  return {
    span: spanOfText(textOf('t'), zone),
    selectedId: ID.test(id) ? (id as EventId) : null,
    claimId: CLAIM_ID.test(claim) ? (claim as ClaimId) : null,
    view: VIEW_NAMES.find((name) => name === values.get('view')) ?? null,
    known: DAY_TEXT.test(known) ? instantOfEdtf(known) : null,
    filter: FACETS.reduce(
      (filter, facet) => withFacet(filter, facet, valuesOfText(facet, values.get(facet) ?? '')),
      NO_FILTER,
    ),
    query: cleanQuery(textOf('q')),
    folded: values.get('fold') === '1',
    zoneChoice: tz === 'local' || isZone(tz) ? tz : null,
  };
}

/** Words to search for as they are kept: one space between them, none around, not too long, no half characters. */
export function cleanQuery(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT)
    .replace(/\p{Cs}/gu, '')
    .trim();
}

/** The values of a facet that have its form; whether the story has them is for the story to say. */
function valuesOfText(facet: Facet, text: string): string[] {
  const form = FORMS[facet];
  return text
    .split(',')
    .slice(0, MOST_VALUES)
    .map(decoded)
    .filter((value) => value !== '' && value.length <= LONGEST_TEXT && form(value));
}

const oneOf =
  (list: readonly string[]) =>
  (value: string): boolean =>
    list.includes(value);
const isId = (value: string): boolean => ID.test(value);
const isName = (value: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(value);
const FORMS: Readonly<Record<Facet, (value: string) => boolean>> = {
  actor: isName,
  band: isId,
  dispute: oneOf(['no', 'yes']),
  phase: oneOf(PHASES),
  publisher: isName,
  source: isId,
  standing: oneOf(STANDINGS),
};

/** A window as text: whole days in the zone where both ends fall on midnight, else instants, to the second in windows of hours. */
export function textOfSpan({ start, end }: Span, zone: string): string {
  const days = [textOfDay(start, zone), textOfDay(instant(end - 1), zone)];
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

/** The day of an instant as a link writes it, in the zone: `2024-09-15`. */
export function textOfDay(at: Instant, zone: string): string {
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
