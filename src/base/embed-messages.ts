import words from './messages/embed.en.json' with { type: 'json' };
import { createTranslate, type Translate } from '#base/messages.ts';

/** Words of the dialog that hands out codes for frames; they come with it. */
export type EmbedKey = keyof typeof words;

/** @see createTranslate */
export function createEmbedTranslate(language: string): Translate<EmbedKey> {
  return createTranslate<EmbedKey>(language, words);
}
