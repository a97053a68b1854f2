import type { TextPosition } from '#model/types.ts';

/**
 * What stands before and after a quotation, cut back to whole words: the data hold a fixed number of characters, which often begins or
 * ends inside a word. Nothing is left of a side that is one cut word only.
 */
export function quoteContext({ prefix, suffix }: Pick<TextPosition, 'prefix' | 'suffix'>): {
  before: string;
  after: string;
} {
  const before = /^\S*\s+(.*)$/s.exec(prefix)?.[1] ?? '';
  const after = /^(.*)\s+\S*$/s.exec(suffix)?.[1] ?? '';
  return { before: before.trimStart(), after: after.trimEnd() };
}
