import { fieldsOf, DAY, HOUR, MINUTE, SECOND, type Civil } from '#time/civil.ts';
import { clock, instant, type Clock, type Instant } from '#time/instant.ts';

/** Where `Date` and Intl end: the years ±271821. Beyond, every zone is UTC. */
const DATE_LIMIT = 8.64e15;
const CACHE_SIZE = 20_000;

type Zone = { readonly format: Intl.DateTimeFormat; readonly offsets: Map<number, number> };
const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const made = { format, offsets: new Map<number, number>() };
  zones.set(name, made);
  return made;
}

/** Whether this machine's zone table has an IANA zone of that name. Bare offsets such as `+03:00` are not zones. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)*$/.test(name) || name.length > 60) return false;
  try {
    zoneOf(name);
    return true;
  } catch {
    return false; // Intl has no other way to ask
  }
}

/** The zone of the reader's clock, an IANA name. */
export function zoneOfReader(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * How far the clock of a zone is ahead of UTC at an instant, in milliseconds.
 * Before standard time it is the local mean time of the zone's city, to the second, as the zone tables have it;
 * outside the range of `Date` (years beyond ±271821) and at ±Infinity it is 0. Remembered: axes ask for the same instants each frame.
 * @throws RangeError on an unknown zone
 */
export function offsetAt(at: Instant, zone: string): number {
  if (zone === 'UTC' || zone === 'Etc/UTC' || !(Math.abs(at) <= DATE_LIMIT)) return 0;
  const { format, offsets } = zoneOf(zone);
  const key = Math.floor(at / SECOND);
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const [, sign, hours, minutes, seconds] = /GMT([+\u2212-])(\d+)(?::(\d+))?(?::(\d+))?/.exec(format.format(at)) ?? [];
  const size = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds ?? 0) * SECOND;
  const offset = size === 0 || sign === '+' ? size : -size;
  if (offsets.size >= CACHE_SIZE) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** What the clocks of a zone show at an instant; ±Infinity stays what it is. */
export function clockAt(at: Instant, zone: string): Clock {
  return clock(at + offsetAt(at, zone));
}

/** The date and time in a zone at a finite instant. */
export function civilOf(at: Instant, zone: string): Civil {
  return fieldsOf(clockAt(at, zone));
}

/**
 * The instants at which the clocks of a zone show a reading, in order: one as a rule,
 * none where clocks were put forward over it, two where they were put back.
 * Two changes within two days would be missed; the zone tables have none.
 */
export function instantsOf(at: Clock, zone: string): Instant[] {
  const before = offsetAt(instant(at - DAY), zone);
  const after = offsetAt(instant(at + DAY), zone);
  if (before === after) return [instant(at - before)];
  return [Math.max(before, after), Math.min(before, after)]
    .map((offset) => instant(at - offset))
    .filter((candidate) => clockAt(candidate, zone) === at);
}

/** The instant at which the clocks of a zone were put forward over a reading: the first from which they show more than it. */
function jumpOver(at: Clock, zone: string): Instant {
  const offsets = [offsetAt(instant(at - DAY), zone), offsetAt(instant(at + DAY), zone)];
  let low = at - Math.max(...offsets); // still before the jump
  let high = at - Math.min(...offsets); // at the jump or after it
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clockAt(instant(middle), zone) >= at) high = middle;
    else low = middle;
  }
  return instant(high);
}

/**
 * The instant at which a period that begins at a clock reading begins in a zone: the first time clocks show it,
 * or, where they jumped over it (a day without midnight), the jump.
 */
export function startIn(at: Clock, zone: string): Instant {
  return instantsOf(at, zone)[0] ?? jumpOver(at, zone);
}

/**
 * The instant at which a period that ends before a clock reading is over in a zone. Where clocks show the reading twice, it is the second time
 * if the period goes on until then (01:30 to 01:31 on the night clocks go back), else the first (the day before a repeated midnight).
 */
export function endIn(at: Clock, zone: string): Instant {
  const [first, second] = instantsOf(at, zone);
  if (first === undefined) return jumpOver(at, zone);
  return second !== undefined && clockAt(instant(second - 1), zone) < at ? second : first;
}
