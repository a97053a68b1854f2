import type { Correction, EventId, StoryData, StoryEvent } from '#model/types.ts';

/** The kinds of change that the log keeps, each with a public definition. */
export const CORRECTION_KINDS = [
  'correction',
  'clarification',
  'update',
  'withdrawal',
] as const satisfies readonly Correction['kind'][];

/**
 * What the log says about an event: entries on the event itself or on one of its claims, newest first.
 * An event with at least one is flagged wherever it is shown.
 */
export function correctionsOf({ id, claims }: StoryEvent, { corrections }: StoryData): readonly Correction[] {
  const own = new Set<string>([id, ...claims.map((claim) => claim.id)]);
  return newestFirst(corrections).filter(({ targets }) =>
    targets.some((target) => own.has(target) || eventOf(target) === id),
  );
}

/** Newest first; entries of one day the other way round than in the file, to which new ones are added at the end. */
export function newestFirst(corrections: readonly Correction[]): readonly Correction[] {
  return [...corrections].reverse().sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** The event whose claim an id names or named: a claim that is gone still tells by its id where it was. */
export function eventOf(target: string): EventId {
  return (target.split('.')[0] ?? target) as EventId;
}
