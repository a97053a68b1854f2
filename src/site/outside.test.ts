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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { typeOf } from '#site/headers.ts';
import { openSite, type Site } from '#site/pages.ts';
import { atomFaults } from '#testing/atom.ts';
import { COLUMNS_FILES } from '#testing/columns-files.ts';
import { cslData } from '#testing/csl-data.ts';
import { filesOf } from '#testing/files.ts';

/** Programs by other people read every page and every file of the story and of a small one, as they would find them on the web. */

/** A site as it would stand at an address, each page rendered once. */
type Standing = { readonly base: string; readonly site: Site; readonly html: ReadonlyMap<string, string> };

async function standing(folder: string, base: string): Promise<Standing> {
  const opened = await openSite(folder, base);
  if (!opened.ok) throw new Error(opened.error.join('\n'));
  const site = opened.value;
  const app = readFileSync('index.html', 'utf8');
  const document = app.replace(/ *<script type="module"[^>]*><\/script>\n/, '');
  const templates = { app, columns: app, tour: app, document, embed: readFileSync('embed.html', 'utf8') };
  return { base, site, html: new Map(site.pages.map((path) => [path, site.render(path, templates)])) };
}

async function smallStory(): Promise<Standing> {
  const folder = mkdtempSync(join(tmpdir(), 'lake-'));
  for (const { name, text } of filesOf()) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(join(folder, 'columns'));
  for (const [name, text] of Object.entries(COLUMNS_FILES)) writeFileSync(join(folder, 'columns', name), text);
  const made = await standing(folder, 'https://lake.example/archive/');
  rmSync(folder, { recursive: true, force: true });
  return made;
}

const lake = await smallStory();
const STORIES = [
  { name: 'the story', ...(await standing('data', 'https://story.example/')) },
  { name: 'a small story', ...lake },
];
let server: Server;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const asked = new URL(url, 'http://localhost').searchParams.get('url') ?? '';
    const at = STORIES.find(({ base }) => asked.startsWith(base));
    const path = at ? asked.slice(at.base.length).replace(/\?$/, '') : '?';
    const body = at?.html.get(path) ?? at?.site.files.find((file) => file.path === path)?.body();
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': typeOf(path === '' || path.endsWith('/') ? '.html' : path),
      connection: 'close', // one that is kept may end just when it is used again
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

describe.each(STORIES)('$name', ({ base, site, html }) => {
  const files = new Map(site.files.map(({ path, body }) => [path, body]));
  const fileOf = (path: string): string | Uint8Array => must(files.get(path), `no file: ${path}`)();
  const textOf = (path: string): string => String(fileOf(path));
  const eventPages = site.pages.filter((path) => /^e\/[^/]+\/$/.test(path));
  const tourPages = site.pages.filter((path) => /^t\/[^/]+\/$/.test(path));
  const shared = ['', ...eventPages, ...tourPages];

  // Some megabytes of pages: on a machine that is busy with other things it takes minutes.
  test('html-validate finds nothing wrong in any page', { timeout: 600_000 }, async () => {
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

  test('open-graph-scraper finds the address and the words of each page, and a card that is there', async () => {
    const cards = new Set<string>();
    for (const [path, page] of html) {
      if (path.startsWith('embed/') || path === 'columns/') continue; // nobody shares these
      const { error, result } = await openGraph({ html: headOf(page) });
      expect(error, path).toBe(false);
      expect(result, path).toMatchObject({ ogUrl: base + path, twitterCard: 'summary_large_image' });
      expect(result.ogTitle, path).toBeTruthy();
      expect(result.ogDescription, path).toBeTruthy();
      const [image] = result.ogImage ?? [];
      expect(image, path).toMatchObject({ type: 'image/png', width: '1200', height: '630' });
      cards.add(must(image, 'an image').url.slice(base.length));
      expect(result.jsonLD ?? [], path).toHaveLength(shared.includes(path) ? 1 : 0);
    }
    expect([...cards].sort()).toEqual(shared.map((path) => `og/${path.split('/')[1] ?? 'index'}.png`).sort());
    expect([...cards].filter((path) => !files.has(path))).toEqual([]);
    for (const card of [...cards].slice(0, 2)) {
      const png = Buffer.from(fileOf(card));
      expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
    }
  });

  test('oembed-extractor finds the frame of each page that is shared', async () => {
    const { port } = server.address() as AddressInfo;
    for (const path of shared) {
      const answer = await extract(base + path, {}, { proxy: { target: `http://127.0.0.1:${port}/?url=` } });
      expect(answer).toMatchObject({
        version: '1.0',
        type: 'rich',
        thumbnail_width: 1200,
        html: expect.stringContaining(`src="${base}embed/${path}"`) as string,
      });
    }
  });

  test('rss-parser reads both feeds, every entry with an address of ours', async () => {
    for (const path of ['feed.xml', 'corrections.xml']) {
      const { feedUrl, items } = await new RssParser().parseString(textOf(path));
      expect(feedUrl).toBe(base + path);
      expect(items.length).toBe(textOf(path).split('<entry>').length - 1);
      for (const { link = '', isoDate, title } of items) {
        expect(site.pages).toContain(link.slice(base.length));
        expect(isoDate).toMatch(/^20\d\d-\d\d-\d\dT00:00:00/);
        expect(title).toBeTruthy();
      }
    }
  });

  test('both feeds keep the rules of Atom', async () => {
    expect(await atomFaults([textOf('feed.xml'), textOf('corrections.xml')])).toEqual([[], []]);
  });

  test('ical.js reads each event of the calendar, with its page', () => {
    const events = calendarEvents(textOf('data/story.ics'));
    const urls = events.map(({ component }) => String(component.getFirstPropertyValue('url')));
    expect(urls.sort()).toEqual(eventPages.map((path) => base + path).sort());
    for (const { summary, startDate, endDate } of events) expect(startDate.compare(endDate), summary).toBe(-1);
  });

  test('jsonld reads the linked data of each page, and every node but the sources stands at an address of ours', async () => {
    const documentLoader = (url: string) => {
      if (url !== 'https://schema.org') throw new Error(`unexpected context: ${url}`);
      return Promise.resolve({
        documentUrl: url,
        document: { '@context': { '@vocab': 'https://schema.org/' } },
      });
    };
    for (const path of shared) {
      const [, text = ''] =
        /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(must(html.get(path), path)) ?? [];
      const nodes = await jsonld.flatten(JSON.parse(text), undefined, { documentLoader, safe: true });
      const named = (nodes as readonly { '@id': string; '@type'?: readonly string[] }[]).filter(
        (node) => !node['@id'].startsWith('_:'),
      );
      expect(named.length).toBeGreaterThan(0);
      for (const node of named) {
        const [own = ''] = node['@id'].split('#');
        expect(own.startsWith(base) && site.pages.includes(own.slice(base.length)), node['@id']).toBe(true);
        expect(node['@type'], node['@id']).toHaveLength(1);
      }
    }
  });

  test('each CSL-JSON record keeps to the schema, and citation-js takes it as it is, without a guess', () => {
    for (const path of [...files.keys()].filter((name) => /^cite\/.*\.json$/.test(name))) {
      const records = JSON.parse(textOf(path)) as readonly unknown[];
      expect(records.length, path).toBeGreaterThan(0);
      expect(cslData.safeParse(records).error?.issues ?? [], path).toEqual([]);
      expect(clean(records, false), path).toEqual(records);
    }
  });
});

test('ical.js reads events on the days on which they may have been', () => {
  const text = String(must(lake.site.files.find(({ path }) => path === 'data/story.ics')?.body(), 'a calendar'));
  expect(
    calendarEvents(text).map(({ summary, startDate, endDate }) => [summary, String(startDate), String(endDate)]),
  ).toEqual([
    ['The lake ferry stops', '2031-03-03', '2031-03-04'],
    ['The ferry is repaired', '2031-03-04', '2031-03-05'],
  ]);
});

/** A page without what is in its body: nobody who makes a preview of a link reads that far. */
function headOf(page: string): string {
  return page.replace(/(<body[^>]*>).*(?=<\/body>)/s, '$1');
}

function calendarEvents(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
