import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embedWishes, secretOf, VIEW_KEYS } from '#app/embedOptions.ts';
import { FACETS } from '#model/filter.ts';
import { EMPTY, parseState, printState } from '#state/url.ts';
import { instant } from '#time/instant.ts';
import { embedQuery } from '#model/embedCode.ts';
import { EMBED_LANGUAGES, EMBED_THEMES, EMBED_UIS } from '#model/embedLook.ts';

const NOTHING = { ui: 'full', theme: 'auto', lang: null, from: null, to: null, bands: [], view: null };

test('embedWishes(embedQuery(options)) gives the options back', () => {
  const day = fc.constantFrom('2024-09-15', '2006-08-12', '-0043-03-15', '2024-10-08T18:00Z');
  const options = fc.record({
    ui: fc.constantFrom(...EMBED_UIS),
    theme: fc.constantFrom(...EMBED_THEMES),
    lang: fc.constantFrom(...EMBED_LANGUAGES),
    from: day,
    to: day,
    bands: fc.uniqueArray(fc.constantFrom('ground', 'diplomacy', 'reports-1'), { minLength: 1 }),
  });
  fc.assert(
    fc.property(options, (wished) => {
      expect(embedWishes(embedQuery(wished))).toEqual({ ...wished, view: null });
    }),
  );
});

test.each([
  '',
  '?',
  '?ui=huge&theme=purple&lang=tlh&from=yesterday&to=<script>&bands=A,,B&pin=../..',
  '?utm_source=x&maxwidth=320&url=https://example.org/&dnt=1',
  `?from=2024-09-15&${'x'.repeat(3000)}`,
])('embedWishes(%j) is what a page without a query shows', (search) => {
  expect(embedWishes(search)).toEqual(NOTHING);
});

test('embedWishes(search): property: any query gives allowed values, and none throws', () => {
  const value = fc.oneof(fc.string(), fc.constantFrom('list', 'dark', '2024-09-15', 'a,b', '%', '0123456789abcdef'));
  const query = fc.array(fc.tuple(fc.constantFrom('ui', 'theme', 'lang', 'from', 'to', 'bands', 'x'), value));
  fc.assert(
    fc.property(query, fc.boolean(), (pairs, raw) => {
      const search = raw
        ? `?${pairs.map((pair) => pair.join('=')).join('&')}`
        : `?${new URLSearchParams(pairs as [string, string][]).toString()}`;
      const wishes = embedWishes(search);
      expect(EMBED_UIS).toContain(wishes.ui);
      expect(EMBED_THEMES).toContain(wishes.theme);
      expect([null, ...EMBED_LANGUAGES]).toContain(wishes.lang);
      for (const id of wishes.bands) expect(id).toMatch(/^[a-z0-9-]+$/);
      for (const at of [wishes.from, wishes.to]) if (at !== null) expect(at).toMatch(/^[-\d:TZ]+$/);
    }),
  );
});

test('embedWishes(embedQuery(options)): what a link says of the view comes back as that link says it', () => {
  const filter = { actor: ['Hamas', 'Nasrallah, Hassan'], standing: ['disputed'] } as const;
  const link = printState({ ...EMPTY, known: instant(Date.UTC(2024, 9, 9)), filter }, 'Asia/Jerusalem');
  const { view } = embedWishes(embedQuery({ ui: 'list', view: link }));
  expect(parseState(view ?? '', 'Asia/Jerusalem')).toEqual(parseState(link, 'Asia/Jerusalem'));
});

test('a frame takes all facets that there are', () => {
  expect(VIEW_KEYS).toEqual(['known', 'e', ...FACETS]);
});

test('secretOf(hash) takes WordPress’s hash and nothing else', () => {
  expect(secretOf('#?secret=AbC123xyz0')).toBe('AbC123xyz0');
  for (const hash of [
    '',
    '#v1&e=a',
    '#?secret=',
    '#?secret=a b',
    '#?secret=<b>',
    '#?secret=a&x=1',
    `#?secret=${'a'.repeat(65)}`,
  ])
    expect(secretOf(hash)).toBeNull();
});
