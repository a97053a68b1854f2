import { expect, test } from 'vitest';
import { addressesOf } from '#site/addresses.ts';

test('addressesOf(siteUrl) gives absolute addresses below the site, whatever its last sign', () => {
  for (const url of ['https://example.org/tea', 'https://example.org/tea/']) {
    const { root, absolute, link } = addressesOf(url);
    expect(root).toBe('https://example.org/tea/');
    expect(absolute('')).toBe('https://example.org/tea/');
    expect(absolute('e/ferry/')).toBe('https://example.org/tea/e/ferry/');
    expect(link('data/e/ferry.json', 'e/ferry/#ferry.stop')).toBe('https://example.org/tea/e/ferry/#ferry.stop');
  }
});

test('addressesOf(undefined) gives links relative to the file they stand in', () => {
  const { absolute, link } = addressesOf(undefined);
  expect(absolute('e/ferry/')).toBeUndefined();
  expect(link('', '')).toBe('./');
  expect(link('feed.xml', '')).toBe('./');
  expect(link('e/ferry/', '')).toBe('../../');
  expect(link('oembed/ferry.json', 'e/ferry/')).toBe('../e/ferry/');
});
