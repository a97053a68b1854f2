import { expect, test } from 'vitest';
import { sourceOf } from '#testing/story.ts';
import { linkOf } from '#views/source-link.ts';

test('linkOf(source) gives an address only where a person has checked it', () => {
  const source = sourceOf('gazette');
  const csl = { ...source.csl, URL: 'https://www.gazette.example/ferry' };
  expect(linkOf({ ...source, csl, linkChecked: true })).toEqual({ url: csl.URL, host: 'gazette.example' });
  expect(linkOf({ ...source, csl, linkChecked: false })).toBeNull();
  expect(linkOf({ ...source, csl: { id: 'gazette', type: 'webpage' }, linkChecked: true })).toBeNull();
});
