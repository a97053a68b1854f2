import { expect, test } from 'vitest';
import { quoteContext } from './quote-context.ts';

test('quoteContext(position) drops the words that were cut', () => {
  expect(quoteContext({ prefix: 'ries in the Arab world" ', suffix: '. At present, it is not ' })).toEqual({
    before: 'in the Arab world" ',
    after: '. At present, it is not',
  });
  expect(quoteContext({ prefix: 'throughout the Middle East. ', suffix: ', and continuing with th' })).toEqual({
    before: 'the Middle East. ',
    after: ', and continuing with',
  });
});

test('quoteContext(position) keeps nothing of a side that is one cut word', () => {
  expect(quoteContext({ prefix: 'ition', suffix: 'ing' })).toEqual({ before: '', after: '' });
  expect(quoteContext({ prefix: '', suffix: '' })).toEqual({ before: '', after: '' });
});
