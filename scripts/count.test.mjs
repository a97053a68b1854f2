import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { eventOrigins } from '../src/model/sourcing.ts';
import { trustOf } from '../src/model/trust.ts';
import { readStory } from '../src/site/compile.ts';
import { filesOf } from '../src/testing/files.ts';
import { countOrigins, countStory } from './count.mjs';

async function reportOf(dir) {
  const story = await readStory(dir);
  if (!story.ok) throw new Error(story.error.join('\n'));
  return Object.fromEntries(trustOf(story.value).map(({ name, n, of }) => [name, [n, of]]));
}

test('the trust report agrees with a count that shares no code with it', async () => {
  expect(await reportOf('data')).toEqual(countStory('data'));
});

test('the independent origins of each event are those of the separate count', async () => {
  const story = await readStory('data');
  if (!story.ok) throw new Error(story.error.join('\n'));
  const figures = story.value.events.map((event) => {
    const sources = new Set(event.claims.flatMap(({ citations }) => citations.map(({ source }) => source)));
    return [event.id, { claims: event.claims.length, sources: sources.size, origins: eventOrigins(event) }];
  });
  expect(countOrigins('data')).toEqual(Object.fromEntries(figures));
});

test('the trust report agrees with the count for another story too', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sourceline-'));
  try {
    for (const { name, text } of filesOf()) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), text);
    }
    expect(await reportOf(dir)).toEqual(countStory(dir));
  } finally {
    rmSync(dir, { recursive: true });
  }
});
