import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { balanceLines, balanceOf } from '#model/tour-balance.ts';
import { createStory } from '#model/story.ts';
import { compileFiles } from '#site/compile.ts';
import { toursOf } from '#site/tours.ts';
import { faultsOf, tellsThePlaces, type Case } from '#testing/compile-faults.ts';
import { filesOf } from '#testing/files.ts';

const TOUR = 'tours/crossing.yaml';
const AT = `lake/${TOUR}`;

const cases: Case[] = [
  [
    'a sentence without claims',
    TOUR,
    'The ferry stopped., claims: [ ferry.stop ] }',
    'The ferry stopped. }',
    `${AT}:10:9: expected the key "claims", got none`,
  ],
  [
    'a sentence with an empty list of claims',
    TOUR,
    'claims: [ ferry.stop ]',
    'claims: []',
    `${AT}:10:45: expected at least one claim that the sentence rests on, got none`,
  ],
  [
    'plain prose in place of a sentence',
    TOUR,
    '- { text: It runs again., claims: [ repair.done ] }',
    '- It runs again.',
    `${AT}:19:9: expected a map, got "It runs again."`,
  ],
  [
    'two sentences in one',
    TOUR,
    'It runs again.,',
    'It runs again. All is well.,',
    `${AT}:19:17: expected one sentence, got a second one at "All is well."`,
  ],
  [
    'an unknown claim',
    TOUR,
    'ferry.stop ]',
    'ferry.stpo ]',
    `${AT}:10:47: expected the id of a claim, got "ferry.stpo" (did you mean "ferry.stop"?)`,
  ],
  [
    'a claim that has another id now',
    TOUR,
    'ferry.stop ]',
    'ferry.old ]',
    `${AT}:10:47: expected the id of a claim, got "ferry.old", which is now "ferry.forty"`,
  ],
  [
    'a claim that stands twice',
    TOUR,
    'ferry.ninety, ferry.forty',
    'ferry.forty, ferry.forty',
    `${AT}:12:32: expected each claim once in a sentence, got "ferry.forty" again`,
  ],
  [
    'an unknown event',
    TOUR,
    'event: ferry',
    'event: fery',
    `${AT}:8:12: expected the id of an event, got "fery" (did you mean "ferry"?)`,
  ],
  [
    'a window that does not hold its event',
    TOUR,
    '2031-03-01/2031-03-04',
    '2031-03-01/2031-03-02',
    `${AT}:7:13: expected a window that holds "ferry" (2031-03-03), got "2031-03-01/2031-03-02"`,
  ],
  [
    'a window with one end',
    TOUR,
    '2031-03-01/2031-03-04',
    '2031-03-01/..',
    `${AT}:7:13: expected a window with two ends, got "2031-03-01/.."`,
  ],
  ['a window that is none', TOUR, '2031-03-01/2031-03-04', '2031-03-32', `${AT}:7:13: `],
  [
    'a claim that was not known by the day of its step',
    TOUR,
    'known: 2031-03-03',
    'known: 2031-03-01',
    `${AT}:19:43: expected a claim that was known by 2031-03-01, got "repair.done", which no dated source told by then`,
  ],
  [
    'an event that was not known by the day of its step',
    TOUR,
    'known: 2031-03-03',
    'known: 2031-03-01',
    `${AT}:16:12: expected an event that was known by 2031-03-01, got "repair", which no dated source told by then`,
  ],
  ['a day that is none', TOUR, 'known: 2031-03-03', 'known: 2031-02-30', `${AT}:17:12: expected a day that exists`],
  [
    'a question that asks nothing',
    TOUR,
    'counted?',
    'counted.',
    `${AT}:13:15: expected a question, got "Who counted."`,
  ],
  ['an id that is not the name of the file', TOUR, 'id: crossing', 'id: cross', `${AT}:1:5: expected "crossing"`],
  [
    'a mistyped key',
    TOUR,
    'window: 2031-03-03',
    'windw: 2031-03-03',
    `${AT}:15:5: expected a key that is known here, got "windw" (did you mean "window"?)`,
  ],
];
tellsThePlaces(cases);

test('compileFiles(files) tells of a tour without steps', () => {
  const text = 'id: crossing\ntitle: A crossing\nsummary: None.\nupdated: 2031-03-06\nsteps: []\n';
  expect(faultsOf([{ name: TOUR, to: text }])).toEqual([`${AT}:5:8: expected at least one step, got none`]);
});

test('compileFiles(files) refuses a tour with the id of an event: their files would meet', () => {
  const { text } = must(
    filesOf().find(({ name }) => name === TOUR),
    TOUR,
  );
  const faults = faultsOf([{ name: 'tours/ferry.yaml', to: text.replace('id: crossing', 'id: ferry') }]);
  expect(faults).toContain('lake/tours/ferry.yaml:1:5: expected an id that no event has, got "ferry"');
});

test('a published tour never disappears without a line in retired.yaml', () => {
  expect(faultsOf([{ name: TOUR, to: null }])).toEqual([
    'lake/ids.lock:14:1: expected the tour "crossing" in the story or in retired.yaml, got neither: a published id never disappears',
  ]);
  const gone = '- { kind: tour, id: crossing, date: 2031-03-07, why: Withdrawn. }\n';
  expect(
    faultsOf([
      { name: TOUR, to: null },
      { name: 'retired.yaml', from: '- {', to: `${gone}- {` },
    ]),
  ).toEqual([]);
});

test('toursOf(material) gives windows as instants in the zone of the story', () => {
  const compiled = compileFiles(filesOf(), 'complete');
  if (!compiled.ok) throw new Error(compiled.error.join('\n'));
  const [tour, ...more] = toursOf(compiled.value.material);
  expect(more).toEqual([]);
  expect(tour?.steps[0].span).toEqual({
    start: Date.UTC(2031, 1, 28, 22),
    end: Date.UTC(2031, 2, 4, 22),
  });
  expect(tour).toMatchObject({ id: 'crossing', title: 'A crossing', summary: 'The stop and the repair.' });
});

test('balanceOf(tour, story) counts origins and both sides of each dispute that a tour touches', () => {
  const compiled = compileFiles(filesOf(), 'complete');
  if (!compiled.ok) throw new Error(compiled.error.join('\n'));
  const tour = must(toursOf(compiled.value.material)[0], 'no tour');
  const story = createStory(compiled.value.data);
  expect(balanceLines(tour.id, balanceOf(tour, story))).toEqual([
    'tour crossing: 2 steps, 3 sentences, 4 claims, 3 sources, 3 independent origins',
    '  dispute ferry/length: 2 of 2 positions told',
  ]);
  const [first, second] = tour.steps[0].sentences;
  const oneSided = {
    steps: [{ ...tour.steps[0], sentences: [first, { ...must(second, 'one sentence'), claims: ['ferry.forty'] }] }],
  };
  expect(balanceLines('crossing', balanceOf(oneSided as unknown as typeof tour, story))[1]).toBe(
    '  dispute ferry/length: 1 of 2 positions told, one side only; not told: ferry.ninety',
  );
});
