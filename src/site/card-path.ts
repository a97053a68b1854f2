import type { StoryEvent } from '#model/types.ts';

/** px; what Open Graph's readers ask for. */
export const CARD = { width: 1200, height: 630 } as const;

/** The path of the card that is shown where an event, or the story as a whole, is shared. */
export function cardPath(event: StoryEvent | undefined): string {
  return `og/${event?.id ?? 'index'}.png`;
}
