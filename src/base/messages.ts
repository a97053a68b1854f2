import { must } from '#base/assert.ts';
import en from './messages/en.json' with { type: 'json' };

/** Every sentence or word the program itself shows to readers, by key. English is the catalogue that types the keys. */
export type MessageKey = keyof typeof en;
type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
/** A message is a text with `{name}` holes, or one text for each plural form that `n` can take. */
export type Catalogue<Key extends string = MessageKey> = Readonly<Record<Key, string | Plural>>;
export type Values = Readonly<Record<string, string | number>>;

/**
 * Gives the message for a key in one language.
 * Each `{name}` hole is filled from `values`; a text value is put between U+2068 and U+2069 when the locale is written from right to left,
 * so that a Latin name cannot reorder the words around it.
 * @throws when a hole has no value: a bug of ours
 */
export type Translate<Key extends string = MessageKey> = (key: Key, values?: Values) => string;

const RIGHT_TO_LEFT = new Set(['he', 'ar', 'fa', 'ur']);

/** The base direction of a language, from its primary subtag (`he-IL` is `rtl`). */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/**
 * @param language BCP 47; decides the plural forms (Intl.PluralRules) and the isolation of holes
 * @param catalogue all keys; English when left out
 */
export function createTranslate(language?: string): Translate;
export function createTranslate<Key extends string>(language: string, catalogue: Catalogue<Key>): Translate<Key>;
export function createTranslate(language = 'en', catalogue: Catalogue<string> = en): Translate<string> {
  const rules = new Intl.PluralRules(language);
  const isolate = directionOf(language) === 'rtl';
  return (key, values = {}) => {
    const message = must(catalogue[key], `unknown message: ${key}`);
    const text = typeof message === 'string' ? message : (message[rules.select(Number(values['n']))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`message ${key} needs a value for ${name}`);
      return isolate && typeof value === 'string' ? `\u2068${value}\u2069` : String(value);
    });
  };
}
