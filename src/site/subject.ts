import type { StoryEvent, TourLine } from '#model/types.ts';

/** What a page, a card or a frame is about: an event, a tour, or the story as a whole. */
export type Subject = StoryEvent | TourLine | undefined;

export function isEvent(subject: Subject): subject is StoryEvent {
  return subject !== undefined && 'claims' in subject;
}

/** Its page, below the root. */
export function pathOfSubject(subject: Subject): string {
  if (subject === undefined) return '';
  return `${isEvent(subject) ? 'e' : 't'}/${subject.id}/`;
}

/** The name of files about it: no tour has the id of an event. */
export function nameOfSubject(subject: Subject): string {
  return subject?.id ?? 'index';
}
