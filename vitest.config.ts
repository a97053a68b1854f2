import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const tests = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /^src\/.*\.test\.ts$|^scripts\/.*\.test\.mjs$/.test(name)),
);
/**
 * Modules keep nothing that another test could see, so files share them: loading them anew for each took a third of the time. But for what
 * stubs or spies, and what teaches the program the words of a language: such a file has its modules and globals to itself.
 */
const ALONE = /\bvi\b|\blearn\b|base\/languages\.ts/;
const alone = tests.filter((name) => ALONE.test(readFileSync(name, 'utf8')));

/** What takes longest goes first, or one core waits for it at the end. Vitest knows that only once it has run here. */
const LONG = ['scripts/build.test.mjs', 'src/site/outside.test.ts', 'scripts/planted.test.mjs'];
const rank = ({ moduleId }: TestSpecification): number =>
  (LONG.findIndex((name) => moduleId.endsWith(name)) + LONG.length + 1) % (LONG.length + 1);

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  plugins: [svelte()],
  test: {
    environment: 'node',
    css: true,
    testTimeout: 60_000, // no test is about time: only one that hangs is to be stopped
    maxWorkers: availableParallelism(), // by itself Vitest leaves one core idle, which of two is half
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: { name: 'shared', include: tests.filter((name) => !alone.includes(name)), isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
