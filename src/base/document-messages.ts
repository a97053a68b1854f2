import en from './messages/en.json' with { type: 'json' };
import documents from './messages/documents.en.json' with { type: 'json' };
import frame from './messages/frame.en.json' with { type: 'json' };
import story from './messages/story.en.json' with { type: 'json' };
import { createTranslate, type MessageKey, type Translate } from '#base/messages.ts';

/** Words of the pages that need no script; kept from the others so that no reader's browser has to fetch them as a script. */
export type DocumentKey = MessageKey | keyof typeof story | keyof typeof frame | keyof typeof documents;

/** @see createTranslate */
export function createDocumentTranslate(language: string): Translate<DocumentKey> {
  return createTranslate<DocumentKey>(language, { ...en, ...story, ...frame, ...documents });
}
