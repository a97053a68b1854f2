import en from './messages/en.json' with { type: 'json' };
import story from './messages/story.en.json' with { type: 'json' };
import { createTranslate, type MessageKey, type Translate } from '#base/messages.ts';

/** Words about the story as a whole: beside the timeline, and at the foot of each page. A frame has neither, and does not fetch them. */
export type StoryKey = MessageKey | keyof typeof story;

/** @see createTranslate */
export function createStoryTranslate(language: string): Translate<StoryKey> {
  return createTranslate<StoryKey>(language, { ...en, ...story });
}
