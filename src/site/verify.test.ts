import { expect, test } from 'vitest';
import { compileFiles } from '#site/compile.ts';
import { verifyQuotations } from '#site/verify.ts';
import { filesOf, GAZETTE, type Change } from '#testing/files.ts';

async function verifiedWith(text: string | undefined, ...changes: readonly Change[]) {
  const compiled = compileFiles(filesOf(...changes), 'kept');
  if (!compiled.ok) throw new Error(compiled.error.join('\n'));
  const result = await verifyQuotations(compiled.value.material, (file) =>
    Promise.resolve(file === 'gazette.txt' ? text : undefined),
  );
  return result.ok ? result.value : result.error.map(String);
}

const QUOTE = 'events/ferry.yaml';

test('verifyQuotations(story, texts) counts what was checked and what was read in an excerpt only', async () => {
  expect(await verifiedWith(GAZETTE)).toEqual({ checked: 1, excerpts: 5 });
});

test('one altered letter in a quotation fails, with its place and the nearest words', async () => {
  const altered: Change = { name: QUOTE, from: 'lasted about 90', to: 'lasted abuut 90' };
  expect(await verifiedWith(GAZETTE, altered)).toEqual([
    'lake/events/ferry.yaml:26:16: expected the quotation at 19–53, got "the outage lasted about 90 minutes"; nearest at 19–53, 1 code point different: "the outage lasted about 90 minutes"',
  ]);
});

test('a moved position fails, and the place where the words stand is suggested', async () => {
  const moved: Change = { name: QUOTE, from: 'start: 19, end: 53', to: 'start: 18, end: 52' };
  expect(await verifiedWith(GAZETTE, moved)).toEqual([expect.stringContaining('the words stand at 19–53') as string]);
});

test('one altered letter in the text fails by its hash, also far from any quotation', async () => {
  expect(await verifiedWith(GAZETTE.replace('No more', 'No mare'))).toEqual([
    expect.stringMatching(/^lake\/sources\/all.yaml:7:\d+: expected a text with the SHA-256 613dc7b2/) as string,
  ]);
});

test('a text that is not in the folder fails', async () => {
  expect(await verifiedWith(undefined)).toEqual([
    expect.stringContaining('expected the text "gazette.txt" in the folder of texts, got none') as string,
  ]);
});

test('another layout of white space and another normal form are the same text', async () => {
  expect(await verifiedWith(`\n${GAZETTE.replaceAll(' ', '\n\t ')}\u00ad\n`)).toEqual({ checked: 1, excerpts: 5 });
});
