import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { textWidth } from '#layout/text-width.ts';
import { readManyFolder } from '#site/many.ts';
import { openSite } from '#site/pages.ts';
import { COLUMNS_FILES } from '#testing/columns-files.ts';
import { filesOf } from '#testing/files.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lake-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
const columns = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`columns/${name}`, text]));

/** The pages of a small story with the files beside it, as the build writes them. */
async function pages(files: Readonly<Record<string, string>>): Promise<(path: string) => string> {
  write(Object.fromEntries(filesOf().map(({ name, text }) => [name, text])));
  write(columns(files));
  const opened = await openSite(folder, 'https://lake.example/');
  if (!opened.ok) throw new Error(opened.error.join('\n'));
  const site = opened.value;
  const template = '<html lang="en" dir="ltr"><!--head--><!--body-->';
  const templates = { app: template, columns: template, tour: template, document: template, embed: template };
  return (path) => (site.pages.includes(path) ? site.render(path, templates) : String(fileOf(site, path)));
}
const fileOf = (
  site: { readonly files: readonly { readonly path: string; readonly body: () => unknown }[] },
  at: string,
) =>
  must(
    site.files.find(({ path }) => path === at),
    `no file: ${at}`,
  ).body();

test('readManyFolder(dir) finds nothing in a story without the folder', async () => {
  expect(await readManyFolder(folder)).toEqual({ ok: true, value: { many: [], files: [] } });
});

test('readManyFolder(dir) reads each file, with its rows where they stand in another', async () => {
  write(columns({ ...COLUMNS_FILES, '.DS_Store': '' }));
  const read = await readManyFolder(folder);
  expect(read).toMatchObject({
    ok: true,
    value: {
      many: [
        { name: 'ferries', many: { count: 3, header: { title: 'Ferries & boats of the bay' } } },
        { name: 'landings', many: { count: 300 } },
      ],
      files: [{ name: 'ferries.csv' }, { name: 'ferries.json' }, { name: 'landings.json' }],
    },
  });
});

test.each<[string, Record<string, string>, string]>([
  ['a name that no address has', { 'My file.json': '{}' }, 'My file.json:1:1: expected a name such as'],
  ['what is no JSON', { 'a.json': 'Title' }, 'a.json:1:1: This is another kind of file.'],
  ['what was cut off', { 'a.json': '{"format":' }, 'a.json:1:1: The file did not arrive whole'],
  ['what is no text', { 'a.json': '\ud800' }, 'a.json:1:1: This is another kind of file.'],
  [
    'a row',
    { 'a.json': (COLUMNS_FILES['landings.json'] ?? '').replace(String(Date.UTC(2031, 0, 1)), '"2031-02-30"') },
    'a.json:1:1: One date cannot be read. It is in row 1: “2031-02-30”.',
  ],
  [
    'rows that are not there',
    { 'a.json': COLUMNS_FILES['ferries.json'] ?? '' },
    'a.json:1:1: expected the CSV file "ferries.csv" beside it, got none',
  ],
  ['rows that nobody names', { 'a.csv': 'x' }, 'a.csv:1:1: expected a JSON file beside it that names it, got none'],
])('readManyFolder(dir) tells the place of %s', async (_, files, expected) => {
  write(columns(files));
  const read = await readManyFolder(folder);
  expect(read.ok ? [] : read.error.map(String)).toEqual([expect.stringContaining(`/columns/${expected}`)]);
});

test('openSite(folder) tells the faults of the story and of the files beside it at once', async () => {
  write(
    Object.fromEntries(
      filesOf({ name: 'story.yaml', from: 'zone:', to: 'zones:' }).map(({ name, text }) => [name, text]),
    ),
  );
  write(columns({ 'a.json': '[]' }));
  const opened = await openSite(folder, undefined);
  const told = opened.ok ? [] : opened.error;
  expect(told.some((line) => line.includes('/columns/a.json'))).toBe(true);
  expect(told.some((line) => line.includes('/story.yaml'))).toBe(true);
});

test('a file of many events has a page that tells them without a script', async () => {
  const read = await pages(COLUMNS_FILES);
  const page = read('columns/ferries/');
  expect(page).toContain('<title>Ferries &#38; boats of the bay · ');
  expect(page).toContain('<link rel="canonical" href="https://lake.example/columns/ferries/" />');
  expect(page).toContain('data-file="../../data/columns/ferries.json"');
  expect(page).toContain('>Ferries &amp; boats of the bay</h1>');
  expect(page).toContain('<a href="https://harbour.example/log/1" rel="noopener">Gull &amp; Tern arrive</a>');
  expect(page).not.toContain('javascript:alert');
  expect(page).toMatch(/<time datetime="2031">2031\s–\s2033<\/time>/);
  expect(page.match(/<li data-event=/g)).toHaveLength(3);
  // The policy refuses literal styles.
  expect(page).not.toMatch(/ style=/);
  const many = read('columns/landings/');
  expect(many.match(/<li data-event=/g)).toHaveLength(100);
  expect(many).toContain('100 of 300 events');
  const counts = Object.fromEntries(
    [...many.matchAll(/data-count="(\w+)" data-value="(\d+)"/g)].map(([, kind = '', n]) => [kind, Number(n)]),
  );
  expect(counts['total']).toBe(300);
  expect((counts['visible'] ?? 0) + (counts['clustered'] ?? 0) + (counts['outside'] ?? 0)).toBe(300);
  expect(read('columns/')).toMatch(/<a href="landings\/"[^>]*>Landings<\/a>/);
  expect(read('sitemap.xml')).toContain('<loc>https://lake.example/columns/landings/</loc>');
  expect(read('sitemap.xml')).not.toContain('/columns/</loc>');
  expect(read('data/columns/ferries.csv')).toBe(COLUMNS_FILES['ferries.csv']);
});

test('the labels of a picture are apart on every screen that shows it', async () => {
  const page = (await pages(COLUMNS_FILES))('columns/landings/');
  const labels = [
    ...page.matchAll(
      /<tspan data-label="[^"]*" x="([\d.-]+)%" dx="(-?\d+)" y="([\d.]+)" text-anchor="(\w+)">([^<]*)</g,
    ),
  ].map(([, share, dx, y, anchor, text = '']) => ({ share: Number(share) / 100, dx: Number(dx), y, anchor, text }));
  expect(labels.length).toBeGreaterThan(5);
  for (const width of [880, 928, 1200, 1920, 3000]) {
    const boxes = labels.map(({ share, dx, y, anchor, text }) => {
      const at = share * width + dx;
      const long = textWidth(text, 14);
      return { y, from: anchor === 'end' ? at - long : at, to: anchor === 'end' ? at : at + long };
    });
    for (const [i, one] of boxes.entries())
      for (const other of boxes.slice(i + 1))
        expect(one.y === other.y && one.from < other.to && other.from < one.to, `${width} px`).toBe(false);
  }
});
