import { expect, test } from 'vitest';
import { quotationUrl } from '#model/text-fragment.ts';

const PAGE = 'https://gazette.example/a';
// What was tried in Chromium, and held: REQUIREMENTS, measurement M9.
test.each([
  ['a hyphen is escaped', 'a cease-fire', 'a%20cease%2Dfire'],
  ['commas and ampersands are no syntax', 'yes, you & me', 'yes%2C%20you%20%26%20me'],
  ['a percent sign', '5% of it', '5%25%20of%20it'],
  ['curly quotes and a dash', '“so” – he', '%E2%80%9Cso%E2%80%9D%20%E2%80%93%20he'],
  ['Hebrew', 'צה״ל', '%D7%A6%D7%94%D7%B4%D7%9C'],
  ['decomposed letters are composed', 'cafe\u0301', 'caf%C3%A9'],
  ['spaces around and between', '  a \n b ', 'a%20b'],
  ['eight words stay whole', 'a b c d e f g h', 'a%20b%20c%20d%20e%20f%20g%20h'],
  ['nine words: the first and the last four', 'a b c d e f g h i', 'a%20b%20c%20d,f%20g%20h%20i'],
])('quotationUrl(url, quote): %s', (_, quote, text) => {
  expect(quotationUrl(PAGE, quote)).toBe(`${PAGE}#:~:text=${text}`);
});

test('quotationUrl(url, quote) keeps a fragment, and gives none for PDF or no words', () => {
  expect(quotationUrl(`${PAGE}#part`, 'a b')).toBe(`${PAGE}#part:~:text=a%20b`);
  expect(quotationUrl(`${PAGE}#`, 'a')).toBe(`${PAGE}#:~:text=a`);
  expect(quotationUrl('https://gazette.example/A.PDF?x=1', 'a')).toBeNull();
  expect(quotationUrl(PAGE, ' ')).toBeNull();
});
