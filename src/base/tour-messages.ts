import en from './messages/en.json' with { type: 'json' };
import tours from './messages/tours.en.json' with { type: 'json' };
import { createTranslate, type MessageKey, type Translate } from '#base/messages.ts';

/** Words of the documents of tours. */
export type TourKey = MessageKey | keyof typeof tours;

/** @see createTranslate */
export function createTourTranslate(language: string): Translate<TourKey> {
  return createTranslate<TourKey>(language, { ...en, ...tours });
}
