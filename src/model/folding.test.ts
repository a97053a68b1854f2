import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHit, piecesOf, termsOf, wordsOf } from '#model/folding.ts';

const texts = (text: string): string[] => wordsOf(text).map((word) => word.text);

describe('wordsOf(text)', () => {
  test.each([
    ['case and accents', 'Zürich, TÉHÉRAN', ['zurich', 'teheran']],
    ['letters that only look like accents', 'Łódź Straße', ['lodz', 'strasse']],
    ['decomposed letters', 'cafe\u0301', ['cafe']],
    ['niqqud and cantillation', 'הַפְסָקַת אֵשׁ', ['הפסקת', 'אש']],
    ['Hebrew final letters', 'שלום ארץ', ['שלומ', 'ארצ']],
    ['gershayim, typed either way', 'צה״ל צה"ל', ['צהל', 'צהל']],
    ['tashkil and tatweel', 'إِطْلَاقُ الـنّار', ['اطلاق', 'النار']],
    ['forms of alef', 'أحمد إيران آب ٱلله', ['احمد', 'ايران', 'اب', 'الله']],
    ['ya and ta marbuta', 'مستشفى هدنة', ['مستشفي', 'هدنه']],
    ['Persian letters', 'کیان', ['كيان']],
    ['apostrophes', "Israel’s Hezbollah's “so”", ['israels', 'hezbollahs', 'so']],
    ['hyphens: the parts and the whole', 'a cease-fire', ['a', 'cease', 'fire', 'ceasefire']],
    ['thousands', '3,000 wounded, 12', ['3000', 'wounded', '12']],
    ['full width', 'Ｎ１２', ['n12']],
    ['numbers in brackets', '⑴', ['1']],
    ['no words', ' – … ', []],
  ])('folds %s', (_, text, words) => expect(texts(text)).toEqual(words));

  test('property: each word stands where it says, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of wordsOf(text)) {
          expect(word.end).toBeGreaterThan(word.start);
          expect(texts(text.slice(word.start, word.end)).at(-1)).toBe(word.text);
          expect(texts(word.text).join('')).toBe(word.text);
        }
      }),
    );
  });
});

test('termsOf(query) takes hyphened words whole, and each word once', () => {
  expect(termsOf('Cease-fire cease-FIRE talks')).toEqual(['ceasefire', 'talks']);
  expect(termsOf(' ')).toEqual([]);
});

test('isHit(word, term) looks at the beginning, in Hebrew and Arabic anywhere', () => {
  expect(isHit('pagers', 'pager')).toBe(true);
  expect(isHit('nonpager', 'pager')).toBe(false);
  expect(isHit('בהפסקת', 'הפסקת')).toBe(true);
  expect(isHit('والهدنه', 'هدنه')).toBe(true);
});

describe('piecesOf(text, terms)', () => {
  test('marks whole words, and a hyphened word once', () => {
    expect(piecesOf('A cease-fire, and pagers.', ['ceasefire', 'pager'])).toEqual([
      { text: 'A ', hit: false },
      { text: 'cease-fire', hit: true },
      { text: ', and ', hit: false },
      { text: 'pagers', hit: true },
      { text: '.', hit: false },
    ]);
  });
  test('property: the pieces are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 3 })), (text, terms) => {
        expect(
          piecesOf(text, terms)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
