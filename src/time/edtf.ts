import { fail, ok, type Result } from '#base/result.ts';
import { isWholeDay, partPeriodOf, periodOf, type Period } from '#time/bounds.ts';
import { DAY } from '#time/civil.ts';
import { parseEdtfDate, type EdtfDate, type EdtfFault } from '#time/edtfDate.ts';
import { nearEdtf } from '#time/edtfNear.ts';
import { clock, instant } from '#time/instant.ts';
import { PRECISIONS, type NamedDate, type Part, type When } from '#time/when.ts';
import { isZone } from '#time/zone.ts';

/** `open` is `..`, `unknown` the empty side of an interval. */
export type EdtfSide = EdtfDate | 'open' | 'unknown';
/** A date of a set, or a range of them (`1670..1672`, `..1984`); a single date is its own first and last. */
export type EdtfMember = { readonly first: EdtfDate | 'open'; readonly last: EdtfDate | 'open' };
export type EdtfInterval = { readonly kind: 'interval'; readonly start: EdtfSide; readonly end: EdtfSide };
export type EdtfSet = {
  readonly kind: 'set';
  readonly of: 'one of' | 'all of';
  readonly members: readonly EdtfMember[];
};
export type EdtfValue = EdtfDate | EdtfInterval | EdtfSet;

/** Keeps a mistaken paste from taking seconds to read. */
const MOST_MEMBERS = 1000;

/**
 * Reads a text of EDTF (ISO 8601-2), strictly: no spaces, no missing zeros, no day that does not exist.
 * Level 1 whole; of level 2 sets, qualified parts, `X` anywhere, exponents, significant digits and the groups 25 to 41.
 * Times may have `Z`, an offset or none, in intervals and sets too.
 * @returns the dates on the clock, still without a zone; else what was expected, where, and a readable text near it if there is one
 * @see https://www.loc.gov/standards/datetime/
 */
export function parseEdtf(text: string): Result<EdtfValue, EdtfFault> {
  const parsed = parseValue(text);
  if (parsed.ok) return parsed;
  const suggestion = nearEdtf(text);
  return suggestion !== text && parseValue(suggestion).ok ? fail({ ...parsed.error, suggestion }) : parsed;
}

function parseValue(text: string): Result<EdtfValue, EdtfFault> {
  if (text.startsWith('[') || text.startsWith('{')) return parseSet(text);
  const slash = text.indexOf('/');
  return slash === -1 ? parseEdtfDate(text) : parseInterval(text, slash);
}

function parseInterval(text: string, slash: number): Result<EdtfInterval, EdtfFault> {
  const start = parseSide(text.slice(0, slash), 0);
  if (!start.ok) return start;
  const end = parseSide(text.slice(slash + 1), slash + 1);
  if (!end.ok) return end;
  if (typeof start.value === 'string' && typeof end.value === 'string')
    return fail({ message: 'expected a date on at least one side of the /', at: 0 });
  if (isAfter(start.value, end.value))
    return fail({ message: 'expected an end that is not before the start', at: slash + 1 });
  return ok({ kind: 'interval', start: start.value, end: end.value });
}

function parseSide(text: string, at: number): Result<EdtfSide, EdtfFault> {
  if (text === '') return ok('unknown');
  return text === '..' ? ok('open') : parseEdtfDate(text, at);
}

/** Where only one side has an offset the two are compared later, in the zone of the event. */
function isAfter(start: EdtfSide, end: EdtfSide): boolean {
  if (typeof start === 'string' || typeof end === 'string') return false;
  if ((start.offsetMs === null) !== (end.offsetMs === null)) return false;
  return end.to - (end.offsetMs ?? 0) <= start.from - (start.offsetMs ?? 0);
}

function parseSet(text: string): Result<EdtfSet, EdtfFault> {
  const close = text.startsWith('[') ? ']' : '}';
  if (!text.endsWith(close)) return fail({ message: `expected ${close} at the end of the set`, at: text.length });
  const items = text.slice(1, -1).split(',', MOST_MEMBERS + 1);
  if (items.length > MOST_MEMBERS) return fail({ message: `expected at most ${MOST_MEMBERS} dates in a set`, at: 0 });
  const members: EdtfMember[] = [];
  let at = 1;
  for (const item of items) {
    const member = parseMember(item, at);
    if (!member.ok) return member;
    members.push(member.value);
    at += item.length + 1;
  }
  return ok({ kind: 'set', of: close === ']' ? 'one of' : 'all of', members });
}

function parseMember(text: string, at: number): Result<EdtfMember, EdtfFault> {
  const dots = text.indexOf('..');
  const [before, after] = dots === -1 ? [text, text] : [text.slice(0, dots), text.slice(dots + 2)];
  if (dots !== -1 && before === '' && after === '') return fail({ message: 'expected a date before or after ..', at });
  const first = before === '' && dots !== -1 ? ok('open' as const) : parseEdtfDate(before, at);
  if (!first.ok || dots === -1) return first.ok ? ok({ first: first.value, last: first.value }) : first;
  const last = after === '' ? ok('open' as const) : parseEdtfDate(after, at + dots + 2);
  if (!last.ok) return last;
  if (isAfter(first.value, last.value))
    return fail({ message: 'expected a range whose last date is not before its first', at });
  return ok({ first: first.value, last: last.value });
}

/**
 * Gives an event's time as four instants in its zone.
 *
 * - A date: start and end may each be anywhere in its period. An interval: the start in its first date, the end in its last.
 * - `..` says that there is no end (or beginning): what goes on for ever is certain, and both of its bounds are infinite.
 *   An empty side says that the end is not known: the earliest end is then the earliest start, the latest infinite.
 * - `[a,b]`: within any one of the members; `{a,b}`: from the first of them to the last.
 * - A part of a day narrows a single day; `night` also goes with an interval of two days that follow each other, and is the night between them.
 * - `~` and `%` widen a date by one unit on each side; `?` does not.
 * @returns a fault of the editor's as `expected …, got …`
 */
export function whenOf(input: { edtf: string; zone: string; part?: Part; note?: string }): Result<When> {
  const { edtf, zone, part, note } = input;
  if (!isZone(zone)) return fail(`expected an IANA time zone such as Asia/Beirut, got "${zone}"`);
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) return fail(sentenceOf(parsed.error, edtf));
  const bounds = part === undefined ? boundsOf(parsed.value, zone) : partBoundsOf(parsed.value, part, zone);
  if (!bounds.ok) return fail(`${bounds.error}, got "${edtf}"`);
  return ok({
    edtf,
    zone,
    ...(part !== undefined && { part }),
    ...(note !== undefined && { note }),
    ...summaryOf(bounds.value.dates),
    ...bounds.value,
  });
}

function sentenceOf({ message, at, suggestion }: EdtfFault, text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `${message}, got "${shown}" (character ${at + 1})${suggestion === undefined ? '' : `; did you mean ${suggestion}?`}`;
}

type Bounds = Pick<When, 'earliestStart' | 'latestStart' | 'earliestEnd' | 'latestEnd' | 'members' | 'set'> & {
  readonly dates: readonly NamedDate[];
};

function summaryOf(dates: readonly NamedDate[]): Pick<When, 'precision' | 'approximate' | 'uncertain'> {
  const finest = Math.max(...dates.map(({ precision }) => PRECISIONS.indexOf(precision)));
  return {
    precision: PRECISIONS[finest] ?? 'year',
    approximate: dates.some(({ approximate }) => approximate),
    uncertain: dates.some(({ uncertain }) => uncertain),
  };
}

function boundsOf(value: EdtfValue, zone: string): Result<Bounds> {
  if (value.kind === 'set') return setBounds(value, zone);
  if (value.kind === 'interval') return intervalBounds(value, zone);
  const period = periodOf(value, zone);
  return period.ok ? ok(withinOne(period.value, [period.value.named])) : period;
}

function partBoundsOf(value: EdtfValue, part: Part, zone: string): Result<Bounds> {
  if (value.kind === 'date') {
    const period = partPeriodOf(value, part, zone);
    return period.ok ? ok(withinOne(period.value, [period.value.named])) : period;
  }
  const expected = fail(`expected a single day with the part "${part}", or two days in a row with "night"`);
  if (value.kind === 'set' || part !== 'night') return expected;
  const { start, end } = value;
  if (typeof start === 'string' || typeof end === 'string') return expected;
  if (!isWholeDay(start) || !isWholeDay(end) || end.from - start.from !== DAY) return expected;
  const period = partPeriodOf({ ...start, widenBy: start.widenBy ?? end.widenBy }, part, zone);
  const second = periodOf(end, zone);
  if (!period.ok) return period;
  if (!second.ok) return second;
  return ok(withinOne(period.value, [period.value.named, second.value.named]));
}

function withinOne({ start, end }: Period, dates: readonly NamedDate[]): Bounds {
  return { earliestStart: start, latestStart: end, earliestEnd: start, latestEnd: end, dates };
}

function intervalBounds(value: EdtfInterval, zone: string): Result<Bounds> {
  const first = typeof value.start === 'string' ? value.start : periodOf(value.start, zone);
  const last = typeof value.end === 'string' ? value.end : periodOf(value.end, zone);
  if (typeof first !== 'string' && !first.ok) return first;
  if (typeof last !== 'string' && !last.ok) return last;
  const start = typeof first === 'string' ? null : first.value;
  const end = typeof last === 'string' ? null : last.value;
  const earliestStart = start?.start ?? -Infinity;
  const latestEnd = end?.end ?? Infinity;
  if (latestEnd <= earliestStart) return fail('expected an end that is not before the start');
  const latestStart = start?.end ?? (first === 'open' ? -Infinity : latestEnd);
  const earliestEnd = end?.start ?? (last === 'open' ? Infinity : earliestStart);
  return ok({
    earliestStart: instant(earliestStart),
    latestStart: instant(Math.min(latestStart, latestEnd)),
    earliestEnd: instant(Math.max(earliestEnd, earliestStart)),
    latestEnd: instant(latestEnd),
    dates: [start, end].flatMap((period) => (period ? [period.named] : [])),
  });
}

function setBounds({ of, members }: EdtfSet, zone: string): Result<Bounds> {
  const periods: Period[] = [];
  for (const member of members) {
    const period = memberPeriod(member, zone);
    if (!period.ok) return period;
    periods.push(period.value);
  }
  periods.sort((a, b) => a.start - b.start || a.end - b.end);
  const starts = periods.map(({ start }) => start);
  const ends = periods.map(({ end }) => end);
  const isOne = of === 'one of';
  return ok({
    earliestStart: instant(Math.min(...starts)),
    latestStart: instant(isOne ? Math.max(...ends) : Math.min(...ends)),
    earliestEnd: instant(isOne ? Math.min(...starts) : Math.max(...starts)),
    latestEnd: instant(Math.max(...ends)),
    dates: periods.map(({ named }) => named),
    members: periods.map(({ start, end }) => ({ start, end })),
    set: of,
  });
}

/** A range is one member: a day of it, or all of them, from its first date to its last. */
function memberPeriod({ first, last }: EdtfMember, zone: string): Result<Period> {
  const start = first === 'open' ? null : periodOf(first, zone);
  const end = last === 'open' ? null : last === first ? start : periodOf(last, zone);
  if (start && !start.ok) return start;
  if (end && !end.ok) return end;
  const [a, b] = [start?.value, end?.value];
  if (a && b && b.end <= a.start) return fail('expected a range whose last date is not before its first');
  const { precision, approximate, uncertain } = summaryOf([a, b].flatMap((period) => (period ? [period.named] : [])));
  const named: NamedDate = {
    ...(a ?? b)?.named,
    from: a?.named.from ?? clock(-Infinity),
    to: b?.named.to ?? clock(Infinity),
    precision,
    ...(approximate && { approximate }),
    ...(uncertain && { uncertain }),
  };
  return ok({ start: a?.start ?? instant(-Infinity), end: b?.end ?? instant(Infinity), named });
}
