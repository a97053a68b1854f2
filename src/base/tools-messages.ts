import en from './messages/en.json' with { type: 'json' };
import tools from './messages/tools.en.json' with { type: 'json' };
import { createTranslate, type MessageKey, type Translate } from '#base/messages.ts';

/** Words of the parts of the page that come on their first use, and their words with them. */
export type ToolKey = MessageKey | keyof typeof tools;

/** @see createTranslate */
export function createToolsTranslate(language: string): Translate<ToolKey> {
  return createTranslate<ToolKey>(language, { ...en, ...tools });
}
