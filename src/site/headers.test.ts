import { expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  headersOf,
  htaccess,
  netlifyHeaders,
  netlifyRedirects,
  nginxConfig,
} from '#site/headers.ts';
import { headersFor, parseHeaders } from '#site/serve.ts';

const DATA = 'data/story.0123456789abcdef.json';

test('contentSecurityPolicy(header) is the policy that was tried in two browsers', () => {
  expect(contentSecurityPolicy('header')).toBe(
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; " +
      "manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors *; " +
      "require-trusted-types-for 'script'; trusted-types svelte-trusted-html sourceline-worker",
  );
});

test('contentSecurityPolicy(meta) leaves out the one directive a meta tag may not hold', () => {
  const all = contentSecurityPolicy('header').split('; ');
  expect(contentSecurityPolicy('meta').split('; ')).toEqual(all.filter((part) => !part.startsWith('frame-ancestors')));
});

test('a site that is told where it stands names itself wherever it says self', () => {
  const origin = 'https://story.example';
  for (const where of ['header', 'meta'] as const) {
    const named = contentSecurityPolicy(where, origin);
    expect(named).toContain(`script-src 'self' ${origin}; `);
    expect(named.replaceAll(` ${origin}`, '')).toBe(contentSecurityPolicy(where));
    expect(named.split(origin).length).toBe(named.split("'self'").length);
  }
  for (const file of [netlifyHeaders([DATA], origin), nginxConfig([], origin), htaccess([], origin)])
    expect(file).toContain(contentSecurityPolicy('header', origin));
});

test('each host file carries every header', () => {
  for (const file of [netlifyHeaders([DATA]), nginxConfig([]), htaccess([])]) {
    for (const [name, value] of headersOf()) {
      expect(file).toContain(name);
      expect(file).toContain(value);
    }
  }
});

test.each([
  ['/', 'no-cache'],
  ['/e/nasrallah-strike/', 'no-cache'],
  ['/data/story.json', 'no-cache'],
  [`/${DATA}`, 'public, max-age=31536000, immutable'],
  ['/assets/index-Abc123.js', 'public, max-age=31536000, immutable'],
  ['/favicon.svg', undefined],
])('netlifyHeaders(): %s gets one rule on caching: %s', (path, value) => {
  expect(headersFor(parseHeaders(netlifyHeaders([DATA])), path).get('Cache-Control')).toBe(value);
});

test('netlifyHeaders(): every path gets the security headers once', () => {
  for (const path of ['/', '/e/x/', '/assets/a.js', `/${DATA}`, '/nowhere']) {
    const headers = headersFor(parseHeaders(netlifyHeaders([DATA])), path);
    for (const [name, value] of headersOf()) expect(headers.get(name)).toBe(value);
  }
});

test('nginxConfig() and htaccess() keep hashed files and ask for all others', () => {
  const patterns = [/\$uri ~ "([^"]+)"/.exec(nginxConfig([]))?.[1], /m#(.+)#"/.exec(htaccess([]))?.[1]];
  for (const pattern of patterns) {
    const hashed = new RegExp(pattern ?? '');
    for (const path of ['/assets/a-1.js', '/some/where/assets/a.css', `/${DATA}`]) expect(path).toMatch(hashed);
    for (const path of ['/', '/data/story.json', '/e/assets/', '/data/story.01.json']) expect(path).not.toMatch(hashed);
  }
});

test('a page that moved is led on by each host, at whatever path the site stands', () => {
  const moves = [{ from: 'e/old/', to: 'e/new/' }];
  expect(netlifyRedirects(moves, '/some/where/')).toBe('/some/where/e/old/ /some/where/e/new/ 301\n');
  const rules = [
    /rewrite "(.+?)" "(.+?)"/.exec(nginxConfig(moves)),
    /RedirectMatch 301 "(.+?)" "(.+?)"/.exec(htaccess(moves)),
  ];
  for (const [, pattern = '', target = ''] of rules.map((rule) => rule ?? [])) {
    const led = (path: string): string => path.replace(new RegExp(pattern), target);
    expect(led('/e/old/')).toBe('/e/new/');
    expect(led('/some/where/e/old/index.html')).toBe('/some/where/e/new/');
    for (const path of ['/e/old/r/1/', '/e/older/', '/oembed/old.json']) expect(led(path)).toBe(path);
  }
});
