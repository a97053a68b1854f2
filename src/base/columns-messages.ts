import columns from './messages/columns.en.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import { createTranslate, type MessageKey, type Translate } from '#base/messages.ts';

/** Words of the page of many events; kept from the others so that no reader of a story has to fetch them. */
export type ColumnsKey = MessageKey | keyof typeof columns;

/** @see createTranslate */
export function createColumnsTranslate(language: string): Translate<ColumnsKey> {
  return createTranslate<ColumnsKey>(language, { ...en, ...columns });
}
