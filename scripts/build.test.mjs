import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOf } from '../src/testing/files.ts';

/** The site that this very run of `npm test` has built of the story, if it has: one build less to wait for. */
const builtAlready = process.env['BUILT'];
let folder;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'sourceline-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', ...args], {
    env: { ...process.env, NODE_ENV: 'production', SITE_URL: '', ...env },
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

/** A copy of the story, or of a small one, with one file edited. */
function storyWith(name, file, edit, small) {
  const copy = join(folder, name);
  if (!small) cpSync('data', copy, { recursive: true });
  for (const { name: path, text } of small ?? []) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const path = join(copy, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
  return copy;
}

const files = (site) =>
  readdirSync(site, { recursive: true })
    .filter((path) => statSync(join(site, path)).isFile())
    .sort();

test('build --story with SITE_URL writes that story with absolute addresses', { timeout: 600_000 }, () => {
  const out = join(folder, 'one');
  const named = (text) => text.replace(/^title: .*$/m, 'title: "Tea & <b>cake</b>"');
  const copy = storyWith('other-story', 'story.yaml', named, filesOf());
  expect(build(['--story', copy, '--out', out], { SITE_URL: 'https://example.org/tea' })).toMatchObject({ status: 0 });
  const front = readFileSync(join(out, 'index.html'), 'utf8');
  expect(front).toContain('<title>Tea &#38; &#60;b&#62;cake&#60;/b&#62;</title>');
  expect(front).toContain('<link rel="canonical" href="https://example.org/tea/" />');
  const event = readdirSync(join(out, 'e'))[0];
  expect(readFileSync(join(out, 'e', event, 'index.html'), 'utf8')).toContain(
    `<meta property="og:url" content="https://example.org/tea/e/${event}/" />`,
  );
  // From the address alone, as WordPress goes: the first 150 kB to the end of the head, a link in them, the answer it names, a frame in that.
  const read = (at) => readFileSync(join(out, at.replace('https://example.org/tea/', '').replace(/\?.*$/, '')), 'utf8');
  for (const page of ['', `e/${event}/`]) {
    const head = read(`${page}index.html`).slice(0, 150_000).split('</head>')[0];
    const link = head.match(/<link[^<>]+>/g).find((tag) => tag.includes('application/json+oembed'));
    const { html, type } = JSON.parse(read(/href="(https:[^"]+)"/.exec(link)[1]));
    expect(type).toBe('rich');
    const [, frame] = /^<blockquote>.*<\/blockquote><iframe [^>]*src="([^"]+)"/s.exec(html);
    expect(frame).toBe(`https://example.org/tea/embed/${page}`);
    expect(read(`${frame}index.html`)).toContain('data-embed');
  }
});

test('build writes the same bytes each time, wherever the story and the output stand', { timeout: 600_000 }, () => {
  // A second build into the same folder is welcome, and leaves nothing of the first, which was of another story.
  const one = join(folder, 'one');
  const copy = storyWith('story', 'story.yaml', (text) => text);
  expect(readdirSync(one)).toContain('index.html');
  expect(build(['--story', copy, '--out', one])).toMatchObject({ status: 0 });
  const two = builtAlready || join(folder, 'two');
  if (!builtAlready) expect(build(['--out', two])).toMatchObject({ status: 0 });
  expect(files(two)).toEqual(files(one));
  for (const file of files(one))
    expect(readFileSync(join(two, file)).equals(readFileSync(join(one, file))), file).toBe(true);
});

test('build names every fault of a story and writes nothing', { timeout: 600_000 }, () => {
  const out = join(folder, 'none');
  const copy = storyWith('bad-story', 'story.yaml', (text) => text.replace(/^title:/m, 'titel:'));
  const { status, text } = build(['--story', copy, '--out', out]);
  expect(status).toBe(1);
  expect(text).toMatch(/story\.yaml:\d+:\d+: .*titel/);
  expect(() => readdirSync(out)).toThrow();
});

test.each(['.', 'src', '..', 'data'])('build --out %s is refused: it would be emptied', (out) => {
  const { status, text } = build(['--out', out]);
  expect(status).toBe(1);
  expect(text).toContain('give --out a new folder');
});
