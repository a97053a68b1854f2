import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordChanges } from '#model/word-changes.ts';

const shown = (before: string, after: string): string =>
  wordChanges(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

test('wordChanges(before, after) marks the words that differ, what is gone first', () => {
  expect(shown('The outage lasted 90 minutes.', 'The outage lasted about 40 minutes.')).toBe(
    'The outage lasted [-90 -][+about 40 +]minutes.',
  );
  expect(shown('It stopped.', 'It stopped.')).toBe('It stopped.');
  expect(shown('', 'It stopped.')).toBe('[+It stopped.+]');
  expect(shown('המעבורת נעצרה לשעה.', 'המעבורת נעצרה לשעתיים.')).toBe('המעבורת נעצרה [-לשעה.-][+לשעתיים.+]');
});

const sentence = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', '  ', '\n'), { maxLength: 24 })
  .map((parts) => parts.join(''));

test('wordChanges(before, after): property: both texts can be put together again from it', () => {
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const changes = wordChanges(before, after);
      const without = (kind: string) =>
        changes
          .filter((one) => one.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('new')).toBe(before);
      expect(without('gone')).toBe(after);
      changes.forEach((one, i) => expect(one.kind).not.toBe(changes[i + 1]?.kind));
    }),
  );
});

test('wordChanges(before, after): property: a text is the same as itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(wordChanges(text, text)).toEqual([{ kind: 'same', text }]);
    }),
  );
});
