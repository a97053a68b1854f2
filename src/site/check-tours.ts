import type { RawClaim, RawEvent, RawSource, RawTour } from '#model/schema.ts';
import { whenOf } from '#time/edtf.ts';
import type { Span } from '#time/instant.ts';
import { widest } from '#time/when.ts';
import { isZone } from '#time/zone.ts';
import { checkDay, checkEventId, checkSentence, rawWhenOf } from '#site/check-events.ts';
import type { Context } from '#site/check-citations.ts';
import { shown, unknownWord, type Fault } from '#site/faults.ts';
import { idOfFile, type Material } from '#site/material.ts';
import { faultIn, type Found } from '#site/shape.ts';
import type { Path } from '#site/yaml.ts';

type Step = RawTour['steps'][number];

/** Checks a tour against the story: its id, and of each step the window, the event, the day and the claims that its sentences rest on. */
export function checkTour(tour: Found<RawTour>, material: Material, context: Context): Fault[] {
  const { id, updated, steps } = tour.raw;
  const { known } = context;
  const fileId = idOfFile(tour.file.name);
  const faults = checkDay(tour, ['updated'], updated);
  if (id !== fileId) faults.push(faultIn(tour, ['id'], `expected "${fileId}", the name of the file, got "${id}"`));
  // Files of tours stand beside those of events, under the same name.
  else if (known.events.has(id) || id === 'index')
    faults.push(faultIn(tour, ['id'], `expected an id that no event has, got "${id}"`));
  return [
    ...faults,
    ...steps.flatMap((step, i) => {
      const found: Found<Step> = { raw: step, file: tour.file, path: ['steps', i] };
      return [
        ...checkView(found, material, context),
        ...step.sentences.flatMap(({ text }, j) => checkSentence(found, text, 'sentences', j, 'text')),
        ...checkClaims(found, material, context),
      ];
    }),
  ];
}

/** The window of a step, in the zone of the story; a message where it is none. */
export function windowOfStep({ window }: Pick<Step, 'window'>, zone: string): Span | string {
  const when = whenOf({ edtf: window, zone });
  if (!when.ok) return when.error;
  const { start, end } = widest(when.value);
  const isWindow = Number.isFinite(start) && Number.isFinite(end) && end > start;
  return isWindow ? { start, end } : `expected a window with two ends, got "${window}"`;
}

function checkView(step: Found<Step>, { story, events }: Material, context: Context): Fault[] {
  const { window, event: id, known } = step.raw;
  const faults = known === undefined ? [] : checkDay(step, ['known'], known);
  const zone = story?.raw.zone ?? '';
  const span = isZone(zone) ? windowOfStep(step.raw, zone) : undefined;
  if (typeof span === 'string') faults.push(faultIn(step, ['window'], span));
  if (id === undefined) return faults;
  faults.push(...checkEventId(step, ['event'], id, context));
  const event = events.find(({ raw }) => raw.id === id)?.raw;
  const when = event && rawWhenOf(event.when);
  if (!event || !when?.ok) return faults;
  const start = when.value.earliestStart;
  if (typeof span === 'object' && !(start >= span.start && start < span.end))
    faults.push(
      faultIn(step, ['window'], `expected a window that holds "${id}" (${event.when.edtf}), got ${shown(window)}`),
    );
  if (known !== undefined && !event.claims.some((claim) => isKnownBy(claim, known, context)))
    faults.push(
      faultIn(
        step,
        ['event'],
        `expected an event that was known by ${known}, got "${id}", which no dated source told by then`,
      ),
    );
  return faults;
}

function checkClaims(step: Found<Step>, { events, retired }: Material, context: Context): Fault[] {
  const { sentences, known } = step.raw;
  const { claims, unread } = context.known;
  return sentences.flatMap((sentence, i) =>
    sentence.claims.flatMap((id, j): Fault[] => {
      const at: Path = ['sentences', i, 'claims', j];
      if (sentence.claims.indexOf(id) < j)
        return [faultIn(step, at, `expected each claim once in a sentence, got "${id}" again`)];
      if (!claims.has(id)) {
        if (unread.has('events')) return [];
        const gone = retired.find(({ raw }) => raw.kind === 'claim' && raw.id === id)?.raw;
        if (gone) return [faultIn(step, at, `expected the id of a claim, got "${id}", which is ${fateOf(gone.to)}`)];
        return [faultIn(step, at, unknownWord('the id of a claim', id, claims))];
      }
      const claim = claimIn(events, id);
      if (!claim || known === undefined || isKnownBy(claim, known, context)) return [];
      return [
        faultIn(
          step,
          at,
          `expected a claim that was known by ${known}, got "${id}", which no dated source told by then`,
        ),
      ];
    }),
  );
}

function fateOf(successor: string | undefined): string {
  return successor === undefined ? 'withdrawn' : `now "${successor}"`;
}

function claimIn(events: readonly Found<RawEvent>[], id: string): RawClaim | undefined {
  return events.flatMap(({ raw }) => raw.claims).find((claim) => claim.id === id);
}

/** Whether a source with a date had told it by the end of a day: what a view of that day shows. A source that could not be read may have. */
function isKnownBy({ citations }: RawClaim, day: string, { sources }: Context): boolean {
  const end = publishedAt(day);
  return citations.some(({ source: id }) => {
    const source = sources.get(id);
    return !source || publishedAt(source.csl.issued) <= end;
  });
}

/** First instant of a date, UTC; after everything where there is none, or none that can be read: that is told where it stands. */
function publishedAt(edtf: RawSource['csl']['issued']): number {
  const when = edtf === undefined ? undefined : whenOf({ edtf, zone: 'Etc/UTC' });
  return when?.ok && Number.isFinite(when.value.earliestStart) ? when.value.earliestStart : Infinity;
}
