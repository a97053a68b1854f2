import frame from './messages/frame.en.json' with { type: 'json' };
import { createTranslate, type Translate } from '#base/messages.ts';

/** Words around what a frame shows; the build writes them, and a frame in another language says them again. */
export type FrameKey = keyof typeof frame;

/** @see createTranslate */
export function createFrameTranslate(language: string): Translate<FrameKey> {
  return createTranslate<FrameKey>(language, frame);
}
