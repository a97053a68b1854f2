import en from './messages/en.json' with { type: 'json' };
import walk from './messages/tour-walk.en.json' with { type: 'json' };
import { createTranslate, type MessageKey, type Translate } from '#base/messages.ts';

/** Words of the buttons that lead through a tour; its document has its own, which no script needs. */
export type WalkKey = MessageKey | keyof typeof walk;

/** @see createTranslate */
export function createWalkTranslate(language: string): Translate<WalkKey> {
  return createTranslate<WalkKey>(language, { ...en, ...walk });
}
