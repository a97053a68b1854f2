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
 * so that a Latin name cannot reorder the words around it; and the whole between U+2067 and U+2069, so that its place cannot reorder it.
 * @throws when a hole has no value: a bug of ours
 */
export type Translate<Key extends string = MessageKey> = (key: Key, values?: Values) => string;

/** Letters and spaces alone. */
const IN_ONE_ORDER = /^[\p{L}\p{M} ]*$/u;

const RIGHT_TO_LEFT = new Set(['he', 'ar', 'fa', 'ur']);

/** The base direction of a language, from its primary subtag (`he-IL` is `rtl`). */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Words of other languages that were fetched, by language. What one of them lacks is said in English. */
const learned = new Map<string, Catalogue<string>>();

/** Makes the words of a language known to every `createTranslate` from now on. */
export function learn(language: string, words: Catalogue<string>): void {
  learned.set(language, words);
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
  const own = learned.get(language.split('-')[0] ?? '');
  return (key, values = {}) => {
    const translated = own?.[key];
    const message = must(translated ?? catalogue[key], `unknown message: ${key}`);
    const text = typeof message === 'string' ? message : (message[rules.select(Number(values['n']))] ?? message.other);
    const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`message ${key} needs a value for ${name}`);
      return isolate && typeof value === 'string' ? `\u2068${value}\u2069` : String(value);
    });
    // Its parts stand in its own order wherever it is put: the timeline, and a story in English, run from left to right.
    return isolate && translated !== undefined && !IN_ONE_ORDER.test(text) ? `\u2067${filled}\u2069` : filled;
  };
}
