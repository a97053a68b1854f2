import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords, rowOfText, textAt, textsOf } from '#model/texts.ts';

test('property: textAt(textsOf(texts), row) gives each text back, in any script', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const packed = textsOf(texts);
      expect(texts.map((_, row) => textAt(packed, row))).toEqual(texts);
      texts.forEach((text) => expect(rowOfText(packed, text)).toBe(texts.indexOf(text)));
    }),
  );
});

test('a text beside the rows is empty, and one that is not there has no row', () => {
  const packed = textsOf(['a', 'é', '']);
  expect([textAt(packed, -1), textAt(packed, 3), rowOfText(packed, 'b')]).toEqual(['', '', -1]);
});

test('property: findWords(texts, query) marks the texts with all the words', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'B', 'b', ' ', 'é'), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(letters), letters, (texts, query) => {
      const low = (text: string): string => text.replace(/B/g, 'b');
      const words = low(query).split(' ').filter(Boolean);
      const expected = texts.map((text) => Number(words.every((word) => low(text).includes(word))));
      expect([...findWords(textsOf(texts), query)]).toEqual(expected);
    }),
  );
});
