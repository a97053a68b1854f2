import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * A number of outlets is no confirmation: five may relay one official. No words of ours may say so, in the program or in the story.
 * Quotations are other people's words, and stay.
 */
const COUNTED = String.raw`(?:\{\w+\}|\d+|two|three|four|five|several|many|multiple|numerous|all)`;
const FORBIDDEN = new RegExp(
  String.raw`(?<!\w)${COUNTED}\s+(?:\w+\s+)?(?:sources?|outlets?|media)\s+(?:have\s+)?(?:confirm|verif|corroborat|agree|prove)|(?:confirmed|verified|corroborated)\s+by\s+${COUNTED}\s+(?:\w+\s+)?(?:sources?|outlets?|media)`,
  'i',
);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('the rule finds what it is for', () => {
  for (const text of ['{n} sources confirm this', '5 independent sources confirmed it', 'Confirmed by three outlets'])
    expect(text).toMatch(FORBIDDEN);
  for (const text of ['{n} independent origins', '13 sources', 'Confirmed', 'confirmed by the ministry'])
    expect(text).not.toMatch(FORBIDDEN);
});

test.each([
  ['messages', filesBelow('src/base/messages')],
  ['components', filesBelow('src').filter((name) => name.endsWith('.svelte'))],
  ['the story', filesBelow('data').filter((name) => name.endsWith('.yaml'))],
])('no words of ours say that a number of sources confirms something: %s', (_, files) => {
  expect(files.length).toBeGreaterThan(0);
  const said = files.flatMap((name) =>
    readFileSync(name, 'utf8')
      .split('\n')
      .filter((line) => FORBIDDEN.test(line) && !/^\s*(?:- )?quote:/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(said).toEqual([]);
});
