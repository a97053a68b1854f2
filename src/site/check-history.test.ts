import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { compileFiles, type LockRule } from '#site/compile.ts';
import { frozenFiles } from '#site/freeze.ts';
import { editionsOf, historyOf } from '#site/output.ts';
import { filesOf, type Change } from '#testing/files.ts';
import type { TextFile } from '#site/yaml.ts';

const FERRY = 'events/ferry.yaml';

/** The fixture, published, and then changed. */
function publishedFiles(changes: readonly Change[] = [], before: readonly Change[] = []): TextFile[] {
  const first = compileFiles(filesOf(...before), 'kept');
  if (!first.ok) throw new Error(first.error.join('\n'));
  const texts = new Map(filesOf(...before).map(({ name, text }) => [name, text]));
  for (const [name, text] of frozenFiles(first.value.material)) texts.set(name, text);
  for (const { name, from = '', to } of changes) {
    const text = texts.get(name) ?? '';
    if (!text.includes(from)) throw new Error(`no ${from} in ${name}`);
    if (to === null) texts.delete(name);
    else texts.set(name, from === '' ? to : text.replace(from, () => to));
  }
  return [...texts].map(([name, text]) => ({ name, file: `lake/${name}`, text }));
}

function faultsOf(changes: readonly Change[], rule: LockRule = 'complete'): string[] {
  const result = compileFiles(publishedFiles(changes), rule);
  return result.ok ? [] : result.error.map(String);
}

const revised = (more = ''): Change => ({
  name: FERRY,
  from: "{ n: 2, date: 2031-03-06, note: The port's figure. }",
  to: `{ n: 2, date: 2031-03-06, note: The port's figure. }\n  - { n: 3, date: 2031-03-07, note: Again.${more} }`,
});
const corrected = (target: string): Change => ({
  name: 'corrections.yaml',
  from: 'revisions: { from: 1, to: 2 }\n',
  to: `revisions: { from: 1, to: 2 }\n- { id: cor2, date: 2031-03-07, kind: update, targets: [ ${target} ], was: A., now: B., why: C., revisions: { from: 2, to: 3 } }\n`,
});
/** Publishes again after a change, as `npm run lock` would. */
const unpublished = (faults: readonly string[]) => faults.filter((fault) => !fault.includes('npm run lock adds it'));

test('a published story has no fault, published again it stays as it is', () => {
  expect(faultsOf([])).toEqual([]);
  const again = compileFiles(publishedFiles(), 'complete');
  expect(again.ok && frozenFiles(again.value.material).size).toBe(0);
});

test('a story that was never published is not held against itself', () => {
  expect(compileFiles(filesOf(), 'complete').ok).toBe(true);
});

const TEXT: Change = {
  name: FERRY,
  from: 'The ferry stood still for 40 minutes.',
  to: 'The ferry stood still for 45 minutes.',
};

test.each<[string, Change, string]>([
  [
    'sentence',
    TEXT,
    'lake/events/ferry.yaml:34:11: expected the text of "ferry.forty" as revision 2 was published ("The ferry stood still for 40 minutes."), got another: a change needs a new revision, and an entry in corrections.yaml unless that revision says "typo: true"',
  ],
  [
    'standing',
    { name: FERRY, from: 'standing: confirmed', to: 'standing: reported' },
    'lake/events/ferry.yaml:15:15: expected the standing of "ferry.stop" as revision 2 was published ("confirmed"), got another: a change needs a new revision, and an entry in corrections.yaml unless that revision says "typo: true"',
  ],
  [
    'quotation',
    { name: FERRY, from: 'quote: Service was interrupted', to: 'quote: Service was stopped' },
    'lake/events/ferry.yaml:18:7: expected the citations of "ferry.stop" as revision 2 was published, got another: a change needs a new revision, and an entry in corrections.yaml unless that revision says "typo: true"',
  ],
  [
    'date',
    { name: FERRY, from: 'edtf: 2031-03-03', to: 'edtf: 2031-03-02' },
    'lake/events/ferry.yaml:8:3: expected "when" as revision 2 was published, got another: a change needs a new revision',
  ],
  [
    'note of a past revision',
    { name: FERRY, from: 'note: First published.', to: 'note: Published.' },
    'lake/events/ferry.yaml:46:5: expected revision 1 as it was published ("First published."), got another',
  ],
  [
    'removed entry of the log',
    { name: 'corrections.yaml', to: '[]\n' },
    'lake/published/state.yaml:6:9: expected the entry "cor1" in corrections.yaml, got none: the log only grows',
  ],
  [
    'rewritten entry of the log',
    { name: 'corrections.yaml', from: 'A slip of ours.', to: 'A slip of theirs.' },
    'lake/corrections.yaml:1:3: expected the entry "cor1" as it was published, got another: undo the change and add an entry',
  ],
  [
    'changed past revision',
    { name: 'published/ferry.2.yaml', from: 'for 40 minutes', to: 'for 41 minutes' },
    'lake/published/ferry.2.yaml:2:1: expected the revision "ferry.2" as it was published, got another: undo the change',
  ],
  [
    'removed past revision',
    { name: 'published/ferry.2.yaml', to: null },
    'lake/published/state.yaml:3:12: expected the file published/ferry.2.yaml, got none: a published revision stays',
  ],
  [
    'changed past source',
    { name: 'published/sources.yaml', from: 'publisher: Port Authority', to: 'publisher: Port Office' },
    'as it was published, got another',
  ],
  [
    'changed edition',
    { name: 'published/editions.yaml', from: 'ferry: 2', to: 'ferry: 1' },
    'lake/published/editions.yaml:2:3: expected the edition 1 as it was published, got another: undo the change',
  ],
  [
    'removed edition',
    { name: 'published/editions.yaml', to: null },
    'expected the edition 1 in published/editions.yaml, got none: a published edition stays',
  ],
  [
    'changed title of an edition',
    { name: 'published/stories.yaml', from: 'Why it stopped.', to: 'Why it stood.' },
    'in published/ as it was published, got another',
  ],
  [
    'removed relation of an edition',
    { name: 'published/relations.yaml', to: null },
    'in published/ as it was published, got none',
  ],
  [
    'changed past tour',
    { name: 'published/tours.yaml', from: 'It runs again.', to: 'It runs.' },
    'lake/published/tours.yaml:2:3: expected the tour "crossing.1" as it was published, got another: undo the change',
  ],
  [
    'removed past tour',
    { name: 'published/tours.yaml', to: null },
    'expected the tour "crossing.1" in published/tours.yaml, got none: a published revision stays',
  ],
  [
    'past tour that leads through no edition',
    { name: 'published/tours.yaml', from: 'edition: 1', to: 'edition: 2' },
    'expected an edition in published/editions.yaml, got 2',
  ],
  [
    'changed tour',
    { name: 'tours/crossing.yaml', from: 'It runs again.', to: 'It runs.' },
    'lake/tours/crossing.yaml:4:10: expected this tour as it now is in published/, got none (npm run lock adds it)',
  ],
])('check fails on a %s without a word', (_, change, expected) => {
  const faults = faultsOf([change]);
  expect(faults.find((fault) => fault.includes(expected)) ?? faults).toContain(expected);
});

test('check fails on a new revision that is not published yet, the page that is worked on does not', () => {
  expect(faultsOf([revised()])).toEqual([
    'lake/events/ferry.yaml:48:5: expected this revision in published/, got none (npm run lock adds it)',
    'lake/tours/crossing.yaml:4:10: expected this tour as it now is in published/, got none (npm run lock adds it)',
  ]);
  expect(faultsOf([revised()], 'kept')).toEqual([]);
});

test('a changed sentence needs an entry in the log on the claim or its event, and passes with it', () => {
  expect(unpublished(faultsOf([TEXT, revised()]))).toEqual([
    'lake/events/ferry.yaml:34:11: expected an entry in corrections.yaml on "ferry.forty" up to revision 3 or later, got none: its text changed',
  ]);
  expect(unpublished(faultsOf([TEXT, revised(), corrected('ferry.ninety')]))).toHaveLength(1);
  expect(unpublished(faultsOf([TEXT, revised(), corrected('ferry.forty')]))).toEqual([]);
  expect(unpublished(faultsOf([TEXT, revised(), corrected('ferry')]))).toEqual([]);
});

test('a declared typo changes three characters at most, and no number', () => {
  const slip: Change = { ...TEXT, to: 'The ferry stood stil for 40 minutes.' };
  expect(unpublished(faultsOf([slip, revised(', typo: true')]))).toEqual([]);
  for (const to of ['The ferry stood still for 45 minutes.', 'The ferry lay still for 40 minutes.'])
    expect(unpublished(faultsOf([{ ...TEXT, to }, revised(', typo: true')]))[0]).toContain(
      'expected a typo of at most 3 characters and no number, got more than that',
    );
});

test('a quotation that is added needs a new revision and no correction', () => {
  const added: Change = {
    name: FERRY,
    from: 'quote: ארבעים דקות',
    to: 'quote: דקות ארבעים\n        translation: { text: minutes forty, by: Lake Archive, machine: false }\n      - source: radio\n        quote: ארבעים דקות',
  };
  expect(unpublished(faultsOf([added, revised()]))).toEqual([]);
  expect(faultsOf([added])[0]).toContain('expected the citations of "ferry.forty" as revision 2 was published');
});

test('a tour is published again when its words change, or an event that it tells of, and for nothing else', () => {
  const toursAfter = (...changes: readonly Change[]) => {
    const compiled = compileFiles(publishedFiles(changes), 'kept');
    if (!compiled.ok) throw new Error(compiled.error.join('\n'));
    return frozenFiles(compiled.value.material).get('published/tours.yaml');
  };
  expect(toursAfter({ name: 'story.yaml', from: 'Why it stopped.', to: 'Why it stood still.' })).toBeUndefined();
  const words = toursAfter({ name: 'tours/crossing.yaml', from: 'It runs again.', to: 'It runs.' });
  expect(words).toMatch(
    /- n: 1\n {2}edition: 1\n[\s\S]*It runs again\.[\s\S]*- n: 2\n {2}edition: 1\n[\s\S]*It runs\./,
  );
  expect(toursAfter(revised())).toMatch(/- n: 1\n {2}edition: 1\n[\s\S]*- n: 2\n {2}edition: 2\n/);
});

test('editionsOf(material): the newest edition is the story as it is now, an older one as it was; a change without lock is in none', () => {
  const title: Change = { name: 'story.yaml', from: 'Why it stopped.', to: 'Why it stood still.' };
  const now = compileFiles(publishedFiles(), 'complete');
  if (!now.ok) throw new Error(now.error.join('\n'));
  expect(now.value.data.edition).toBe(1);
  expect(editionsOf(now.value.material).map(({ data }) => JSON.stringify(data))).toEqual([
    JSON.stringify(now.value.data),
  ]);
  const changed = compileFiles(publishedFiles([title]), 'complete');
  if (!changed.ok) throw new Error(changed.error.join('\n'));
  expect(changed.value.data.edition).toBeUndefined();
  const [first] = editionsOf(changed.value.material);
  expect(JSON.stringify(first?.data)).toBe(JSON.stringify(now.value.data));
  expect(JSON.stringify(first?.data)).not.toContain('mirror.example');
  expect([...frozenFiles(changed.value.material).keys()].sort()).toEqual(
    ['editions', 'state', 'stories'].map((name) => `published/${name}.yaml`),
  );
});

test('historyOf(material) gives each published revision with its sources as they were, whatever became of them', () => {
  const files = publishedFiles([
    { name: 'sources/all.yaml', from: 'publisher: Port Authority', to: 'publisher: Port Office' },
  ]);
  const compiled = compileFiles(files, 'complete');
  if (!compiled.ok) throw new Error(compiled.error.join('\n'));
  const { material, data } = compiled.value;
  const [ferry] = data.events.filter(({ id }) => id === 'ferry');
  expect(ferry?.revisions.map(({ kept }) => kept)).toEqual([undefined, true]);
  const [frozen, ...more] = must(historyOf(material, []).get(must(ferry, 'ferry').id), 'ferry');
  expect(more).toEqual([]);
  expect(frozen?.n).toBe(2);
  expect(frozen?.event.claims.map(({ text }) => text)).toEqual(ferry?.claims.map(({ text }) => text));
  expect(frozen?.sources.find(({ id }) => id === 'port')?.publisher).toBe('Port Authority');
  expect(JSON.stringify(frozen)).not.toContain('mirror.example');
  expect(files.find(({ name }) => name === 'published/sources.yaml')?.text).not.toContain('mirror.example');
});
