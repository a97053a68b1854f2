import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';

// A type check that reports nothing looks exactly like one that finds nothing: pairs of svelte-check and TypeScript that fell silent exist.
const FOLDER = '.cache/planted';
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

test('svelte-check reports an error planted in a component and one in a module', { timeout: 60_000 }, () => {
  mkdirSync(FOLDER, { recursive: true });
  const write = (name, text) => writeFileSync(join(FOLDER, name), text);
  write('tsconfig.json', JSON.stringify({ extends: '../../tsconfig.json', include: ['.'] }));
  write(
    'Planted.svelte',
    '<script lang="ts">\n  const count: number = "one";\n</script>\n\n<p>{count.toFixed()}</p>\n',
  );
  write('planted.ts', 'export const size: number = "two";\n');
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/svelte-check/bin/svelte-check',
      '--workspace',
      FOLDER,
      '--tsconfig',
      'tsconfig.json',
      '--output',
      'machine',
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(/ERROR "Planted\.svelte"/);
  expect(stdout).toMatch(/ERROR "planted\.ts"/);
});
