import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main as lock } from '#cli/lock.ts';
import { pathOfId } from '#site/lasting.ts';
import { linesOf } from '#site/lock.ts';
import { openSite, type Site } from '#site/pages.ts';
import { filesOf } from '#testing/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'lasting-'));
const HASHED = /^data\/story\.[0-9a-f]+\.json$/;
let first: Site;
let again: Site;
let second: Site;

const eventText = (id: string, title: string): string => `id: ${id}
title: ${title}
band: reports
phase: after
importance: 1
when: { edtf: 2031-03-05, zone: Asia/Beirut, basis: [ ${id}.said ] }
claims:
  - id: ${id}.said
    kind: statement
    standing: reported
    text: ${title}, the port said.
    citations:
      - { source: port, quote: resumed at 09:10 }
revisions:
  - { n: 1, date: 2031-03-05, note: First published. }
`;
const tourText = (id: string, sentence = 'It runs again.'): string => `id: ${id}
title: A tour
summary: One step.
updated: 2031-03-05
steps:
  - { title: The repair, window: 2031-03-03/2031-03-05, sentences: [ { text: ${sentence}, claims: [ repair.done ] } ] }
`;
function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
async function open(): Promise<Site> {
  const opened = await openSite(folder, 'https://lake.example/archive/');
  if (!opened.ok) throw new Error(opened.error.join('\n'));
  return opened.value;
}
async function publish(): Promise<void> {
  expect(await lock(['--story', folder])).toBe(0);
}

beforeAll(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  for (const { name, text } of filesOf()) write(name, text);
  const said = { boat: 'The boat is painted', crew: 'The crew returns', rumour: 'The lake is closed' };
  for (const [id, title] of Object.entries(said)) write(`events/${id}.yaml`, eventText(id, title));
  for (const id of ['walk', 'ride', 'row']) write(`tours/${id}.yaml`, tourText(id));
  await publish();
  [first, again] = [await open(), await open()];

  // One gets another id, one goes into another event, one is withdrawn.
  for (const id of Object.keys(said)) rmSync(join(folder, `events/${id}.yaml`));
  write('events/painted.yaml', eventText('painted', said.boat));
  for (const id of ['walk', 'ride']) rmSync(join(folder, `tours/${id}.yaml`));
  write('tours/stroll.yaml', tourText('stroll'));
  write('tours/row.yaml', tourText('row', 'It runs again now.'));
  write(
    'retired.yaml',
    `${readFileSync(join(folder, 'retired.yaml'), 'utf8')}
- { kind: event, id: boat, date: 2031-03-07, why: Got a better id., to: painted }
- { kind: claim, id: boat.said, date: 2031-03-07, why: Got a better id., to: painted.said }
- { kind: event, id: crew, date: 2031-03-07, why: Part of the repair., to: repair }
- { kind: claim, id: crew.said, date: 2031-03-07, why: Part of the repair., to: repair.done }
- { kind: event, id: rumour, date: 2031-03-07, why: It did not happen. }
- { kind: tour, id: walk, date: 2031-03-07, why: Got a better id., to: stroll }
- { kind: tour, id: ride, date: 2031-03-07, why: Nobody went. }
- { kind: claim, id: rumour.said, date: 2031-03-07, why: It did not happen. }
`,
  );
  for (const [name, was, is] of [
    ['story.yaml', 'Why it stopped.', 'Why it stood still.'],
    ['story.yaml', 'name: Lake Archive', 'name: Archive of the Lake'],
    ['relations.yaml', 'said to have led to', 'said to have brought'],
    ['sources/all.yaml', 'publisher: Port Authority', 'publisher: Port Office'],
  ] as const)
    write(name, readFileSync(join(folder, name), 'utf8').replace(was, is));
  await publish();
  second = await open();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const templates = {
  app: '<!--head--><!--body-->',
  columns: '<!--head-->',
  tour: '<!--head--><!--body-->',
  document: '<!--head--><!--body-->',
  embed: '<!--head--><!--body-->',
};

test('a story that is built twice gives the same bytes', () => {
  expect(again.json).toBe(first.json);
  expect(again.pages).toEqual(first.pages);
  for (const path of first.pages) expect(again.render(path, templates), path).toBe(first.render(path, templates));
  expect(again.files.map(({ path }) => path)).toEqual(first.files.map(({ path }) => path));
  for (const [i, { path, body }] of first.files.entries())
    expect(Buffer.compare(Buffer.from(again.files[i]?.body() ?? ''), Buffer.from(body())), path).toBe(0);
});

test('what is renamed, merged or withdrawn keeps answering at every address it had', () => {
  const addresses = (site: Site): readonly string[] => [...site.pages, ...site.files.map(({ path }) => path)];
  const now = new Set(addresses(second));
  expect(addresses(first).filter((path) => !now.has(path) && !HASHED.test(path))).toEqual([]);
  const ids = linesOf(readFileSync(join(folder, 'ids.lock'), 'utf8'));
  expect(ids.filter((line) => !now.has(pathOfId(line)))).toEqual([]);
  expect(second.moves).toEqual([
    { from: 'e/boat/', to: 'e/painted/' },
    { from: 'e/crew/', to: 'e/repair/' },
    { from: 't/walk/', to: 't/stroll/' },
  ]);
});

test('pinned frames have the same bytes after the story changed, and so has the data they name; a file beside them tells of the newer', () => {
  const pinned = first.pages.filter((path) => /^embed\/(?:.*\/)?r\/\d+\/$/.test(path));
  expect(pinned).toContain('embed/r/1/');
  expect(pinned).toContain('embed/e/boat/r/1/');
  for (const tour of ['walk', 'ride', 'row']) expect(pinned).toContain(`embed/t/${tour}/r/1/`);
  for (const path of pinned) expect(second.render(path, templates), path).toBe(first.render(path, templates));
  const whole = second.render('embed/r/1/', templates);
  expect(whole).toContain('Pinned: edition 1 of 6 March 2031');
  expect(whole).toContain('The boat is painted, the port said.');
  expect(whole).not.toContain('Archive of the Lake');
  const data = /href="\.\.\/\.\.\/\.\.\/(data\/story\.[0-9a-f]{16}\.json)"/.exec(whole)?.[1];
  expect(data).toBe(first.dataFile);
  expect(second.files.find(({ path }) => path === data)?.body()).toBe(first.json);
  const newest = (site: Site, path: string) => String(site.files.find((file) => file.path === path)?.body());
  expect(newest(first, 'embed/newest.css')).toBe('');
  expect(newest(second, 'embed/newest.css')).toMatch(
    /^\[data-pinned='1'\] \.embed-facts \.embed-newer \{\n {2}display: inline;/,
  );
  expect(second.pages).toContain('embed/r/2/');
  expect(second.render('embed/r/2/', templates)).toContain('Archive of the Lake');
});

test('a tour in a frame can stay with a revision of it, in the edition that it was published with', () => {
  const [was, is] = [1, 2].map((n) => second.render(`embed/t/row/r/${n}/`, templates));
  expect(was).toContain('Pinned: revision 1 of');
  expect(was).toContain('It runs again.<');
  expect(was).toContain(first.dataFile);
  expect(was).toContain('<link rel="canonical" href="https://lake.example/archive/t/row/" />');
  expect(was).toContain('href="../../../../../t/row/"');
  expect(is).toContain('It runs again now.<');
  expect(is).toContain(second.dataFile);
  const newest = (site: Site, id: string) =>
    String(site.files.find(({ path }) => path === `embed/t/${id}/newest.css`)?.body());
  expect(newest(first, 'row')).toBe('');
  expect(newest(second, 'row')).toMatch(/^\[data-pinned='1'\] [^,]+ \{/);
  for (const id of ['walk', 'ride']) expect(newest(second, id)).toContain("[data-pinned='1']");
  const told = /data-tours="([^"]*)"/.exec(second.render('', templates))?.[1]?.replace(/&(?:quot|#34);/g, '"');
  expect(JSON.parse(told ?? '')).toContainEqual(
    expect.objectContaining({ id: 'row', kept: { n: 2, date: expect.stringMatching(/^2031-03-\d\d$/) } }),
  );
});

test('a tour that is gone says so at its address and in frames, or where it went', () => {
  const page = (path: string): string => second.render(path, templates);
  expect(page('t/ride/')).toContain('This tour was withdrawn');
  expect(page('embed/t/ride/')).toContain('Nobody went.');
  expect(page('t/walk/')).toContain('href="../../t/stroll/"');
  expect(page('t/walk/')).toContain('<link rel="canonical" href="https://lake.example/archive/t/stroll/" />');
  expect(page('embed/t/walk/')).toContain('data-tour="stroll"');
});

test('files at old addresses are those of the successor, or say that there is none', () => {
  const bodyOf = (path: string): string => String(second.files.find((file) => file.path === path)?.body());
  expect(bodyOf('data/e/boat.json')).toBe(bodyOf('data/e/painted.json'));
  expect(bodyOf('cite/crew.txt')).toBe(bodyOf('cite/repair.txt'));
  expect(bodyOf('data/t/walk.json')).toBe(bodyOf('data/t/stroll.json'));
  expect(JSON.parse(bodyOf('data/t/ride.json'))).toMatchObject({ retired: { why: 'Nobody went.' } });
  expect(JSON.parse(bodyOf('data/e/rumour.json'))).toMatchObject({ retired: { why: 'It did not happen.' } });
});
