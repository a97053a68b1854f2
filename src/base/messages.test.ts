import { beforeAll, describe, expect, test } from 'vitest';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import frame from './messages/frame.en.json' with { type: 'json' };
import he from './messages/he.json' with { type: 'json' };
import tools from './messages/tools.en.json' with { type: 'json' };
import tours from './messages/tours.en.json' with { type: 'json' };
import walk from './messages/tour-walk.en.json' with { type: 'json' };
import { learnLanguage } from '#base/languages.ts';
import { createDocumentTranslate } from '#base/document-messages.ts';
import { createTranslate, type Catalogue } from '#base/messages.ts';

/** What readers of a frame never meet: it has no header (but a tour counts its claims), filters, search or feeds of its own, and its day is in its address. */
const NOT_IN_FRAMES =
  /^(?:choose(?!\.failed)|feed|filter|header(?!\.claims)|known(?!\.day)|list|page|search)\b|^source\.(?:date|title)Basis$/;
const ENGLISH: Catalogue<string> = { ...en, ...tools, ...frame, ...tours, ...walk };
const NEEDED = Object.keys(ENGLISH).filter((key) => !NOT_IN_FRAMES.test(key));

type Message = Catalogue<string>[string] | undefined;
const formsOf = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.values(message ?? {});
const holesOf = (message: Message): readonly string[] =>
  [...new Set(formsOf(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe.each([
  ['he', he as Catalogue<string>, ['one', 'other']],
  ['ar', ar as Catalogue<string>, ['one', 'two', 'few', 'many', 'other']],
])('messages in %s', (language, words, forms) => {
  test('are there for every message that a frame shows, and for no other', () => {
    expect(Object.keys(words).sort()).toEqual([...NEEDED].sort());
  });

  test.each(NEEDED)('%s has the holes of the English one, and every form that a number needs', (key) => {
    const [own, english] = [words[key], ENGLISH[key]];
    expect(holesOf(own)).toEqual(holesOf(english));
    expect(typeof own).toBe(typeof english);
    if (typeof own === 'string' || own === undefined) return;
    for (const form of forms) expect(own, key).toHaveProperty(form);
    const allowed = new Intl.PluralRules(language).resolvedOptions().pluralCategories as readonly string[];
    for (const form of Object.keys(own)) expect(allowed).toContain(form);
  });
});

describe('createTranslate(language)', () => {
  beforeAll(async () => {
    expect(await learnLanguage('ar')).toBe(true);
    expect(await learnLanguage('he')).toBe(true);
    expect(await learnLanguage('en')).toBe(true);
    expect(await learnLanguage('__proto__')).toBe(false);
  });

  test('counts in Arabic as Arabic does', () => {
    const t = createTranslate('ar');
    const counted = [1, 2, 3, 11, 100].map((n) => t('source.count', { n }).replace(/[\u2066-\u2069]/g, ''));
    expect(counted).toEqual(['مصدر واحد', 'مصدران', '3 مصادر', '11 مصدرًا', '100 مصدر']);
  });

  test('keeps the order of what it says wherever that is put, and Latin words whole within it', () => {
    const t = createTranslate('he');
    expect(t('time.month', { month: 'אוקטובר', year: '2024' })).toBe(
      '\u2067\u2068אוקטובר\u2069 \u20682024\u2069\u2069',
    );
    expect(t('close')).toBe('סגירה');
  });

  test('says in English what a language has no words for', () => {
    expect(createDocumentTranslate('he')('feed.changes', { title: 'X' })).toBe('\u2068X\u2069: changes');
    expect(createTranslate('fr')('close')).toBe('Close');
  });
});
