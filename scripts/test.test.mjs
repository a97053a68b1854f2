import { expect, test } from 'vitest';
import { isNodeFit } from './ensure.mjs';
import { countPlaywright, countVitest, groupsOf, STAGES, sum } from './test.mjs';

test('sum(results) adds the tests of all stages', () => {
  const unit = { ok: true, counts: countVitest({ numPassedTests: 12, numFailedTests: 0 }) };
  const browser = { ok: false, counts: countPlaywright({ stats: { expected: 7, flaky: 0, unexpected: 2 } }) };
  expect(sum([{ ok: true }, unit, browser])).toEqual({ passed: 19, failed: 2 });
});

test('sum(results) counts a stage that failed without a failing test', () => {
  const crashed = { ok: false, counts: countVitest(undefined) };
  expect(sum([{ ok: false }, crashed])).toEqual({ passed: 0, failed: 2 });
});

test('groupsOf(STAGES) shares the lanes among what needs no other, and what is tested is built before', () => {
  const groups = groupsOf(STAGES);
  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([
    ['build', 'lint', 'data'],
    ['unit'],
    ['browser'],
  ]);
  for (const group of groups) {
    for (const { needs } of group) expect(group.map(({ name }) => name)).not.toContain(needs);
  }
});

test('groupsOf(stages) of some of them starts a group where the one before is missing', () => {
  const [, lint, data] = STAGES;
  expect(groupsOf([lint, data])).toEqual([[lint, data]]);
  expect(groupsOf([lint])).toEqual([[lint]]);
});

test.each([
  ['v20.19.0', true],
  ['v20.20.2', true],
  ['v22.12.0', true],
  ['v24.0.0', true],
  ['v26.1.0', true],
  ['v20.18.3', false],
  ['v21.7.0', false],
  ['v22.11.0', false],
  ['v23.5.0', false],
  ['v18.20.0', false],
])('isNodeFit(%s) is %s, as `engines` has it', (version, fit) => {
  expect(isNodeFit(version)).toBe(fit);
});
