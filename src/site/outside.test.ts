import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extract } from '@extractus/oembed-extractor';
import { clean } from '@citation-js/core/lib/plugins/input/csl.js';
import { HtmlValidate } from 'html-validate';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import openGraph from 'open-graph-scraper';
import RssParser from 'rss-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { typeOf } from '#site/headers.ts';
import { openSite, type Site } from '#site/pages.ts';
import { atomFaults } from '#testing/atom.ts';
import { filesOf } from '#testing/files.ts';

/** Programs by other people read every page and every file of a small site, as they would find it on the web. */

const ORIGIN = 'https://lake.example';
const BASE = `${ORIGIN}/archive/`;
const folder = mkdtempSync(join(tmpdir(), 'lake-'));
let site: Site;
let html: ReadonlyMap<string, string>;
let server: Server;

beforeAll(async () => {
  for (const { name, text } of filesOf()) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const opened = await openSite(folder, BASE);
  if (!opened.ok) throw new Error(opened.error.join('\n'));
  site = opened.value;
  const app = readFileSync('index.html', 'utf8');
  const document = app.replace(/ *<script type="module"[^>]*><\/script>\n/, '');
  html = new Map(
    site.pages.map((path) => [
      path,
      site.render(path, { app, columns: app, document, embed: readFileSync('embed.html', 'utf8') }),
    ]),
  );
  server = createServer(({ url = '' }, response) => {
    const asked = new URL(url, 'http://localhost').searchParams.get('url') ?? '';
    const path = asked.startsWith(BASE) ? asked.slice(BASE.length).replace(/\?$/, '') : '?';
    const body = html.get(path) ?? site.files.find((file) => file.path === path)?.body();
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': typeOf(path === '' || path.endsWith('/') ? '.html' : path),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await new Promise((resolve) => server.close(resolve));
});

const fileOf = (path: string): string | Uint8Array =>
  must(
    site.files.find((file) => file.path === path),
    `no file: ${path}`,
  ).body();
const textOf = (path: string): string => String(fileOf(path));
const eventPages = (): readonly string[] => site.pages.filter((path) => /^e\/[^/]+\/$/.test(path));

test('html-validate finds nothing wrong in any page', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  const found: string[] = [];
  for (const [path, page] of html) {
    const { results } = await validator.validateString(page);
    for (const { messages } of results)
      found.push(
        ...messages.map(({ ruleId, message, line, column }) => `/${path}:${line}:${column} ${ruleId}: ${message}`),
      );
  }
  expect(found).toEqual([]);
});

test('open-graph-scraper finds the address, the words and a card of each page that is shared', async () => {
  for (const path of ['', ...eventPages()]) {
    const { error, result } = await openGraph({ html: must(html.get(path), path) });
    expect(error).toBe(false);
    expect(result).toMatchObject({ ogUrl: BASE + path, twitterCard: 'summary_large_image' });
    expect(result.ogTitle).toBeTruthy();
    expect(result.ogDescription).toBeTruthy();
    const [image] = result.ogImage ?? [];
    expect(image).toMatchObject({ type: 'image/png', width: '1200', height: '630' });
    const png = Buffer.from(fileOf(must(image, 'an image').url.slice(BASE.length)));
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
    expect(result.jsonLD).toHaveLength(1);
  }
});

test('oembed-extractor finds the frame of each page that is shared', async () => {
  const { port } = server.address() as AddressInfo;
  for (const path of ['', ...eventPages()]) {
    const answer = await extract(BASE + path, {}, { proxy: { target: `http://127.0.0.1:${port}/?url=` } });
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      thumbnail_width: 1200,
      html: expect.stringContaining(`src="${BASE}embed/${path}"`) as string,
    });
  }
});

test('rss-parser reads both feeds, every entry with an address of ours', async () => {
  for (const path of ['feed.xml', 'corrections.xml']) {
    const { feedUrl, items } = await new RssParser().parseString(textOf(path));
    expect(feedUrl).toBe(BASE + path);
    expect(items.length).toBeGreaterThan(0);
    for (const { link = '', isoDate, title } of items) {
      expect(site.pages).toContain(link.slice(BASE.length));
      expect(isoDate).toMatch(/^2031-03-0\dT/);
      expect(title).toBeTruthy();
    }
  }
});

test('both feeds keep the rules of Atom', () => {
  for (const path of ['feed.xml', 'corrections.xml']) expect(atomFaults(textOf(path)), path).toEqual([]);
});

test('ical.js reads each event of the calendar, on the days it may have been', () => {
  const calendar = new ICAL.Component(
    ICAL.parse(textOf('data/story.ics')) as ConstructorParameters<typeof ICAL.Component>[0],
  );
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map(({ summary, startDate, endDate }) => [summary, String(startDate), String(endDate)])).toEqual([
    ['The lake ferry stops', '2031-03-03', '2031-03-04'],
    ['The ferry is repaired', '2031-03-04', '2031-03-05'],
  ]);
  for (const { component } of events)
    expect(site.pages).toContain(String(component.getFirstPropertyValue('url')).slice(BASE.length));
});

test('jsonld reads the linked data of each page, and every node but the sources stands at an address of ours', async () => {
  const documentLoader = (url: string) => {
    if (url !== 'https://schema.org') throw new Error(`unexpected context: ${url}`);
    return Promise.resolve({
      documentUrl: url,
      document: { '@context': { '@vocab': 'https://schema.org/' } },
    });
  };
  for (const path of ['', ...eventPages()]) {
    const [, text = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(must(html.get(path), path)) ?? [];
    const nodes = await jsonld.flatten(JSON.parse(text), undefined, { documentLoader, safe: true });
    const named = (nodes as readonly { '@id': string; '@type'?: readonly string[] }[]).filter(
      (node) => !node['@id'].startsWith('_:'),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const node of named) {
      const [own = ''] = node['@id'].split('#');
      expect(own.startsWith(BASE) && site.pages.includes(own.slice(BASE.length)), node['@id']).toBe(true);
      expect(node['@type'], node['@id']).toHaveLength(1);
    }
  }
});

test('citation-js takes each CSL-JSON record as it is, without a guess', () => {
  for (const { path, body } of site.files.filter((file) => /^cite\/.*\.json$/.test(file.path))) {
    const records = JSON.parse(String(body())) as readonly Record<string, unknown>[];
    expect(records.length, path).toBeGreaterThan(0);
    expect(clean(records, false), path).toEqual(records);
  }
});
