import type { RawClaim, RawEvent } from '#model/schema.ts';
import type { Result } from '#base/result.ts';
import { whenOf } from '#time/edtf.ts';
import type { When } from '#time/when.ts';
import { isZone } from '#time/zone.ts';
import { checkCitations, type Context } from '#site/check-citations.ts';
import { didYouMean, unknownWord, type Fault } from '#site/faults.ts';
import { idOfFile } from '#site/material.ts';
import { faultIn, type Found } from '#site/shape.ts';
import { endsAsSentence, secondSentence } from '#site/words.ts';
import type { Path } from '#site/yaml.ts';

/** Checks an event against itself and the rest of the story: ids, band, date, claims, disputes and revisions. */
export function checkEvent(event: Found<RawEvent>, context: Context): Fault[] {
  return [
    ...checkPlace(event, context),
    ...checkWhen(event),
    ...event.raw.claims.flatMap((claim, i) =>
      checkClaim({ raw: claim, file: event.file, path: ['claims', i] }, event.raw, context),
    ),
    ...checkDisputes(event),
    ...checkRevisions(event),
  ];
}

function checkPlace(event: Found<RawEvent>, { known }: Context): Fault[] {
  const { id, band } = event.raw;
  const faults: Fault[] = [];
  const fileId = idOfFile(event.file.name);
  if (id !== fileId) faults.push(faultIn(event, ['id'], `expected "${fileId}", the name of the file, got "${id}"`));
  if (!known.bands.has(band) && !known.unread.has('story'))
    faults.push(faultIn(event, ['band'], unknownWord('the id of a band in story.yaml', band, known.bands)));
  return faults;
}

function checkWhen(event: Found<RawEvent>): Fault[] {
  const { when, claims } = event.raw;
  const own = claims.map(({ id }) => id);
  const faults = when.basis.flatMap((id, i) =>
    own.includes(id) ? [] : [faultIn(event, ['when', 'basis', i], unknownWord('a claim of this event', id, own))],
  );
  if (!isZone(when.zone)) {
    const zones = Intl.supportedValuesOf('timeZone');
    return [...faults, faultIn(event, ['when', 'zone'], unknownWord('an IANA time zone', when.zone, zones))];
  }
  const time = rawWhenOf(when);
  if (time.ok) return faults;
  const isPartToBlame = when.part !== undefined && rawWhenOf({ ...when, part: undefined }).ok;
  const below: Path = ['when', isPartToBlame ? 'part' : 'edtf'];
  return [...faults, faultIn(event, below, time.error)];
}

/** The time of an event as its file gives it. */
export function rawWhenOf({ edtf, zone, part, note }: RawEvent['when']): Result<When> {
  return whenOf({ edtf, zone, ...(part !== undefined && { part }), ...(note !== undefined && { note }) });
}

function checkClaim(claim: Found<RawClaim>, event: RawEvent, context: Context): Fault[] {
  const { id, text, standing, citations } = claim.raw;
  const faults = [...checkCitations(claim, context), ...checkSentence(claim, text)];
  if (!id.startsWith(`${event.id}.`))
    faults.push(faultIn(claim, ['id'], `expected an id that begins with "${event.id}.", got "${id}"`));
  const open = event.disputes.some(({ state, positions }) => state === 'open' && positions.includes(id));
  if (standing === 'disputed' && !open)
    faults.push(
      faultIn(
        claim,
        ['standing'],
        'expected an open dispute with this claim among its positions, got "disputed" without one',
      ),
    );
  const named = citations.some(
    ({ stance, chain }) => stance === 'supports' && (chain.at(-1)?.naming ?? 'named') === 'named',
  );
  if (standing === 'confirmed' && !named)
    faults.push(
      faultIn(
        claim,
        ['standing'],
        'expected "reported", for no supporting citation has a named origin, got "confirmed"',
      ),
    );
  return faults;
}

/** A claim or a statement is one sentence. */
export function checkSentence(found: Found<unknown>, text: string, ...below: Path): Fault[] {
  const at = below.length === 0 ? ['text'] : below;
  const second = secondSentence(text);
  if (second !== -1)
    return [
      faultIn(
        found,
        at,
        `expected one sentence, got a second one at "${[...text.slice(second)].slice(0, 24).join('')}"`,
      ),
    ];
  return endsAsSentence(text) ? [] : [faultIn(found, at, 'expected a sentence with a full stop at its end, got none')];
}

function checkDisputes(event: Found<RawEvent>): Fault[] {
  const own = event.raw.claims.map(({ id }) => id);
  return event.raw.disputes.flatMap(({ id, positions, state, resolution }, i): Fault[] => {
    const at = (...below: Path): Path => ['disputes', i, ...below];
    const faults: Fault[] = [];
    if (event.raw.disputes.findIndex((other) => other.id === id) < i)
      faults.push(faultIn(event, at('id'), `expected an id of its own, got "${id}" again`));
    positions.forEach((claim, j) => {
      if (!own.includes(claim))
        faults.push(faultIn(event, at('positions', j), unknownWord('a claim of this event', claim, own)));
      else if (positions.indexOf(claim) < j)
        faults.push(faultIn(event, at('positions', j), `expected each claim once, got "${claim}" again`));
    });
    if (state === 'resolved' && !resolution)
      faults.push(faultIn(event, at('state'), 'expected a resolution of what is resolved, got none'));
    if (state === 'open' && resolution)
      faults.push(faultIn(event, at('resolution'), 'expected no resolution of an open dispute, got one', 'key'));
    if (resolution && !positions.includes(resolution.claim))
      faults.push(
        faultIn(event, at('resolution', 'claim'), unknownWord('one of the positions', resolution.claim, positions)),
      );
    return faults;
  });
}

function checkRevisions(event: Found<RawEvent>): Fault[] {
  return event.raw.revisions.flatMap(({ n, date }, i, all): Fault[] => {
    const at: Path = ['revisions', i];
    const before = all[i - 1]?.date ?? '';
    return [
      ...(n === i + 1
        ? []
        : [faultIn(event, [...at, 'n'], `expected ${i + 1}, for revisions count from 1 in order, got ${n}`)]),
      ...checkDay(event, [...at, 'date'], date),
      ...(date < before ? [faultIn(event, [...at, 'date'], `expected ${before} or later, got ${date}`)] : []),
    ];
  });
}

/** A day of the right form that also exists. */
export function checkDay(found: Found<unknown>, below: Path, day: string): Fault[] {
  return whenOf({ edtf: day, zone: 'Etc/UTC' }).ok
    ? []
    : [faultIn(found, below, `expected a day that exists, got ${day}`)];
}

/** An id that names an event. */
export function checkEventId(found: Found<unknown>, below: Path, id: string, { known }: Context): Fault[] {
  return known.events.has(id)
    ? []
    : [faultIn(found, below, `expected the id of an event, got "${id}"${didYouMean(id, known.events)}`)];
}
