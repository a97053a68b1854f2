import { expect, test } from 'vitest';
import { pageAt, pathOf, rootOf } from '#app/page.ts';

test('pageAt(pathOf(page)) gives the page back', () => {
  for (const path of ['', 'e/nasrallah-strike/', 'e/unscr-1701/', 'columns/']) expect(pathOf(pageAt(path))).toBe(path);
});

test.each(['e/', 'e/a', 'e/a/b/', 'x/a/', '/e/a/'])('pageAt(%j) is the front page', (path) => {
  expect(pageAt(path)).toEqual({ kind: 'story' });
});

test('rootOf(path) leads back to the root from wherever a page stands', () => {
  for (const path of ['', 'e/', 'e/nasrallah-strike/', 'a/b/c/']) {
    expect(new URL(rootOf(path), `https://example.org/some/where/${path}`).href).toBe(
      'https://example.org/some/where/',
    );
  }
});
