import { expect, test } from 'vitest';
import { compileStory } from '#site/compile.ts';
import { AT_FERRY, AT_SOURCES, FERRY, SOURCES, faultsOf, tellsThePlaces, type Case } from '#testing/compile-faults.ts';
import { filesOf, type Change } from '#testing/files.ts';

const STORY = 'story.yaml';

test('compileFiles(files) finds no fault in the fixture', () => {
  expect(faultsOf([])).toEqual([]);
});

const shape: Case[] = [
  [
    'a mistyped key',
    FERRY,
    'band: ground',
    'bnad: ground',
    `${AT_FERRY}:4:1: expected a key that is known here, got "bnad" (did you mean "band"?)`,
  ],
  [
    'a mistyped key far inside',
    FERRY,
    'stop\n    kind',
    'stop\n    knd',
    `${AT_FERRY}:14:5: expected a key that is known here, got "knd" (did you mean "kind"?)`,
  ],
  ['a missing key', FERRY, 'importance: 4\n', '', `${AT_FERRY}:1:1: expected the key "importance", got none`],
  [
    'an unknown word',
    FERRY,
    'standing: confirmed',
    'standing: confirmd',
    `${AT_FERRY}:15:15: expected one of "confirmed", "reported", "claimed", "disputed", "denied", "retracted", "superseded", got "confirmd" (did you mean "confirmed"?)`,
  ],
  [
    'a number for text',
    FERRY,
    'edtf: 2031-03-03',
    'edtf: 2031',
    `${AT_FERRY}:8:9: expected text, got the number 2031 (put it in quotes)`,
  ],
  ['text for a number', FERRY, 'importance: 4', 'importance: high', `${AT_FERRY}:6:13: expected a number, got "high"`],
  [
    'an importance out of range',
    FERRY,
    'importance: 4',
    'importance: 6',
    `${AT_FERRY}:6:13: expected at most 5, got the number 6`,
  ],
  [
    'a phase that is none',
    FERRY,
    'phase: in',
    'phase: during',
    `${AT_FERRY}:5:8: expected one of "before", "in", "after", got "during"`,
  ],
  ['no value', FERRY, 'title: The lake ferry stops', 'title:', `${AT_FERRY}:2:7: expected text, got nothing`],
  [
    'a long title',
    FERRY,
    'The lake ferry stops',
    'x'.repeat(61),
    `${AT_FERRY}:2:8: expected at most 60 characters, got "${'x'.repeat(59)}…"`,
  ],
  [
    'an address that is none',
    STORY,
    'https://creativecommons.org/licenses/by/4.0/',
    'javascript:alert(1)',
    'lake/story.yaml:8:34: expected an http or https address, got "javascript:alert(1)"',
  ],
  ['a list that is none', 'relations.yaml', '', 'r1: x\n', 'lake/relations.yaml:1:1: expected a list, got a map'],
  [
    'a claim without a citation',
    'events/repair.yaml',
    'citations:\n      - source: port\n        quote: resumed at 09:10',
    'citations: []',
    'lake/events/repair.yaml:12:16: a claim needs at least one citation, got none',
  ],
  [
    'a question that is none',
    FERRY,
    'stand still?',
    'stand still.',
    `${AT_FERRY}:43:15: expected a question, got "How long did the ferry stand still."`,
  ],
];

const yaml: Case[] = [
  [
    'a double key',
    FERRY,
    'band: ground',
    'band: ground\nband: reports',
    `${AT_FERRY}:5:1: expected each key once, got "band" again`,
  ],
  [
    'broken YAML',
    FERRY,
    'title: The',
    'title: [ The',
    `${AT_FERRY}:3:1: expected valid YAML, got a fault: Flow sequence in block collection must be sufficiently indented and end with a ]`,
  ],
  [
    'an alias',
    FERRY,
    'band: ground',
    'band: &b ground\nnote: *b',
    `${AT_FERRY}:5:7: expected the value itself, got an alias (*)`,
  ],
  [
    'a mark that turns text round',
    FERRY,
    'Ferry stops',
    '"Ferry \\u202Estops"',
    `${AT_FERRY}:3:8: expected text that can be seen, got the hidden character U+202E`,
  ],
  [
    'a control character',
    FERRY,
    'Ferry stops',
    '"Ferry\\tstops"',
    `${AT_FERRY}:3:8: expected text that can be seen, got the hidden character U+0009`,
  ],
];

const ids: Case[] = [
  [
    'an unknown source',
    FERRY,
    'source: gazette',
    'source: gazete',
    `${AT_FERRY}:25:17: expected the id of a source, got "gazete" (did you mean "gazette"?)`,
  ],
  [
    'an unknown band',
    FERRY,
    'band: ground',
    'band: grund',
    `${AT_FERRY}:4:7: expected the id of a band in story.yaml, got "grund" (did you mean "ground"?)`,
  ],
  [
    'an unknown claim under a date',
    FERRY,
    'basis: [ ferry.stop',
    'basis: [ ferry.stp',
    `${AT_FERRY}:11:12: expected a claim of this event, got "ferry.stp" (did you mean "ferry.stop"?)`,
  ],
  [
    "another event's claim in a dispute",
    FERRY,
    'positions: [ ferry.ninety',
    'positions: [ repair.done',
    `${AT_FERRY}:44:18: expected a claim of this event, got "repair.done"`,
  ],
  [
    'an unknown event in a relation',
    'relations.yaml',
    'from: [ ferry',
    'from: [ fery',
    'lake/relations.yaml:3:11: expected the id of an event, got "fery" (did you mean "ferry"?)',
  ],
  [
    'a relation of an event with itself',
    'relations.yaml',
    'to: [ repair',
    'to: [ ferry',
    'lake/relations.yaml:4:9: expected another event than in "from", got "ferry"',
  ],
  [
    'an unknown article',
    STORY,
    'article: gazette',
    'article: gazete',
    'lake/story.yaml:11:10: expected the id of a source, got "gazete" (did you mean "gazette"?)',
  ],
  [
    'a claim of another name',
    'events/repair.yaml',
    '- id: repair.done',
    '- id: mending.done',
    'lake/events/repair.yaml:8:9: expected an id that begins with "repair.", got "mending.done"',
  ],
  [
    'a file of another name',
    'events/repair.yaml',
    'id: repair\n',
    'id: mending\n',
    'lake/events/repair.yaml:1:5: expected "repair", the name of the file, got "mending"',
  ],
  [
    'a claim id twice',
    FERRY,
    '- id: ferry.forty',
    '- id: ferry.ninety',
    `${AT_FERRY}:31:9: expected an id of its own, got "ferry.ninety" again (first in ${AT_FERRY}:20)`,
  ],
  [
    'a source id twice',
    SOURCES,
    '- id: radio',
    '- id: port',
    `${AT_SOURCES}:17:7: expected an id of its own, got "port" again (first in ${AT_SOURCES}:9)`,
  ],
  [
    'an unknown target of a correction',
    'corrections.yaml',
    '[ ferry.forty',
    '[ ferry.fourty',
    'lake/corrections.yaml:4:14: expected the id of an event, claim, source or relation, got "ferry.fourty" (did you mean "ferry.forty"?)',
  ],
  [
    'a revision that is not there',
    'corrections.yaml',
    'to: 2',
    'to: 3',
    'lake/corrections.yaml:8:29: expected a revision that "ferry" has, got 3 of 2',
  ],
  [
    'an alias that leads nowhere',
    'retired.yaml',
    'to: ferry.forty',
    'to: ferry.fort',
    'lake/retired.yaml:1:69: expected the id of a claim of the story, got "ferry.fort" (did you mean "ferry.forty"?)',
  ],
  [
    'a retired id that is there',
    'retired.yaml',
    'id: ferry.old',
    'id: ferry.stop',
    'lake/retired.yaml:1:22: expected the id of a claim that is gone, got "ferry.stop", which is in the story',
  ],
];

const time: Case[] = [
  ['a date that is none', FERRY, 'edtf: 2031-03-03', 'edtf: 2031-02-30', `${AT_FERRY}:8:9: `],
  [
    'a zone that is none',
    FERRY,
    'zone: Asia/Beirut',
    'zone: Asia/Beyrut',
    `${AT_FERRY}:9:9: expected an IANA time zone, got "Asia/Beyrut" (did you mean "Asia/Beirut"?)`,
  ],
  ['a part of the day that is none', FERRY, 'part: morning', 'part: mornin', `${AT_FERRY}:10:9: expected one of `],
  ['a part of a month', FERRY, 'edtf: 2031-03-03', 'edtf: 2031-03', `${AT_FERRY}:10:9: `],
  [
    'a window with one end',
    STORY,
    '2031-03-01/2031-03-05',
    '2031-03-01/..',
    'lake/story.yaml:10:8: expected a window with two ends, got "2031-03-01/.."',
  ],
  ['a publication date that is none', SOURCES, 'issued: 2031-03-02', 'issued: 2031-3-2', `${AT_SOURCES}:16:62: `],
  [
    'a revision on no day',
    FERRY,
    'date: 2031-03-04',
    'date: 2031-02-30',
    `${AT_FERRY}:46:19: expected a day that exists, got 2031-02-30`,
  ],
  [
    'revisions out of order',
    FERRY,
    'n: 2',
    'n: 3',
    `${AT_FERRY}:47:10: expected 2, for revisions count from 1 in order, got 3`,
  ],
];

const story: Case[] = [
  [
    'a long summary',
    STORY,
    'summary: A ferry stopped, and sources differ on why.',
    `summary: ${'word '.repeat(121)}`,
    'lake/story.yaml:4:10: expected at most 120 words, got 121',
  ],
  ['no story', STORY, '', '', 'lake/story.yaml:1:1: '],
];

const lock: Case[] = [
  [
    'an id that disappeared',
    'ids.lock',
    'claim ferry.stop\n',
    'claim ferry.start\nclaim ferry.stop\n',
    'lake/ids.lock:4:1: expected the claim "ferry.start" in the story or in retired.yaml, got neither: a published id never disappears',
  ],
  [
    'a relation that disappeared',
    'ids.lock',
    'relation r1\n',
    'relation r0\nrelation r1\n',
    'lake/ids.lock:9:1: expected the relation "r0" in the story or in retired.yaml, got neither: a published id never disappears',
  ],
  [
    'a source that disappeared',
    'ids.lock',
    'source port\n',
    'source paper\nsource port\n',
    'lake/ids.lock:11:1: expected the source "paper" in the story or in retired.yaml, got neither: a published id never disappears',
  ],
  [
    'an id that is not locked',
    'ids.lock',
    'event repair\n',
    '',
    'lake/events/repair.yaml:1:5: expected this id in ids.lock, got none (npm run lock adds it)',
  ],
  [
    'a line that is none',
    'ids.lock',
    'event repair\n',
    'event repair\nfoo\n',
    'lake/ids.lock:9:1: expected a kind and an id, got "foo"',
  ],
  [
    'lines out of order',
    'ids.lock',
    'event ferry\nevent repair\n',
    'event repair\nevent ferry\n',
    'lake/ids.lock:8:1: expected sorted lines, each once, got "event ferry"',
  ],
];

tellsThePlaces([...shape, ...yaml, ...ids, ...time, ...story, ...lock]);

test('compileFiles(files) tells all faults at once, sorted by file and line', () => {
  const faults = faultsOf([
    { name: FERRY, from: 'importance: 4', to: 'importance: 9' },
    { name: FERRY, from: 'band: ground', to: 'band: grund' },
    { name: SOURCES, from: 'link: checked', to: 'link: none' },
    { name: 'relations.yaml', from: 'from: [ ferry', to: 'from: [ fery' },
  ]);
  expect(faults.map((fault) => fault.split(': ')[0])).toEqual([
    'lake/events/ferry.yaml:6:13',
    'lake/relations.yaml:3:11',
    'lake/sources/all.yaml:8:89',
  ]);
});

test('compileFiles(files) does not call what stands in a broken file unknown', () => {
  const faults = faultsOf([{ name: SOURCES, from: '- id: gazette', to: '- id: [ gazette' }]);
  expect(faults.filter((fault) => !fault.startsWith('lake/sources/all.yaml'))).toEqual([]);
});

test('compileFiles(files) misses the lock only when it must be complete', () => {
  const gone: Change[] = [{ name: 'ids.lock', to: null }];
  expect(faultsOf(gone)).toEqual(['lake/ids.lock:1:1: expected the file ids.lock, got none (npm run lock writes it)']);
  expect(faultsOf(gone, 'kept')).toEqual([]);
  expect(faultsOf([{ name: 'ids.lock', from: 'event repair\n', to: '' }], 'kept')).toEqual([]);
});

test('compileFiles(files) misses story.yaml and events', () => {
  const files = filesOf({ name: STORY, to: null }, { name: FERRY, to: null }, { name: 'events/repair.yaml', to: null });
  const result = compileStory(files);
  expect(result.ok ? [] : result.error.map(String)).toEqual(
    expect.arrayContaining([
      'lake/events/<id>.yaml:1:1: expected the file events/<id>.yaml, got none',
      'lake/story.yaml:1:1: expected the file story.yaml, got none',
    ]),
  );
});

test('compileFiles(files) takes __proto__ for a key that is not known', () => {
  const faults = faultsOf([{ name: FERRY, from: 'band: ground', to: 'band: ground\n__proto__: { band: x }' }]);
  expect(faults).toEqual([`${AT_FERRY}:5:1: expected a key that is known here, got "__proto__"`]);
});
