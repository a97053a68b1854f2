import { nameOfSubject, type Subject } from '#site/subject.ts';

/** px; what Open Graph's readers ask for. */
export const CARD = { width: 1200, height: 630 } as const;

/** The path of the card that is shown where an event, a tour, or the story as a whole, is shared. */
export function cardPath(about: Subject): string {
  return `og/${nameOfSubject(about)}.png`;
}
