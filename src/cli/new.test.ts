import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { main } from '#cli/new.ts';
import { readFolder } from '#site/compile.ts';
import { schemaTexts } from '#site/schemas.ts';
import { starterFiles } from '#site/starter.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'sourceline-new-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  for (const voice of ['log', 'error'] as const) vi.spyOn(console, voice).mockImplementation((text) => said.push(text));
});
afterEach(() => vi.restoreAllMocks());

test('new DIR writes a story without faults, every id locked', async () => {
  const dir = join(folder, 'deep', 'story');
  expect(await main([dir])).toBe(0);
  const story = await readFolder(dir, 'complete');
  expect(story).toMatchObject({
    ok: true,
    value: { data: { events: [{ id: 'ferry-stops' }, { id: 'ferry-runs-again' }] } },
  });
  expect(said.at(-1)).toContain(`npm start -- --story ${dir}`);
});

test('new DIR tells editors where the schemas stand', async () => {
  const dir = join(folder, 'schemas');
  expect(await main([dir])).toBe(0);
  const names = [...starterFiles('').keys()];
  const schemas = [...schemaTexts()].map(([name]) => resolve('public/schema', name));
  for (const name of names) {
    const path = join(dir, name);
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)$/m.exec(readFileSync(path, 'utf8')) ?? [];
    expect(schemas, name).toContain(resolve(path, '..', schema));
  }
});

test('new DIR leaves a folder that holds anything as it is', async () => {
  const dir = mkdtempSync(join(folder, 'full-'));
  writeFileSync(join(dir, 'notes.txt'), 'mine');
  expect(await main([dir])).toBe(1);
  expect(readdirSync(dir)).toEqual(['notes.txt']);
  expect(said).toEqual([`expected a new or empty folder, got ${dir}, which holds files`]);
});

test.each([[[]], [['--story', 'x']], [['one', 'two']]])('new %j asks for one folder', async (args) => {
  expect(await main(args)).toBe(2);
  expect(said.join()).toContain('npm run new -- DIR');
});
