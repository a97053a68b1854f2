import { expect, test } from 'vitest';
import { compileFiles, type LockRule } from '#site/compile.ts';
import { filesOf, type Change } from '#testing/files.ts';

/** What is wrong, the file, the text that is changed, what it becomes, and the fault in full. */
export type Case = readonly [string, string, string, string, string];

export const FERRY = 'events/ferry.yaml';
export const SOURCES = 'sources/all.yaml';
export const AT_FERRY = 'lake/events/ferry.yaml';
export const AT_SOURCES = 'lake/sources/all.yaml';

/** The faults of the fixture after some changes, each as a person reads it. */
export function faultsOf(changes: readonly Change[], rule: LockRule = 'complete'): string[] {
  const result = compileFiles(filesOf(...changes), rule);
  return result.ok ? [] : result.error.map(String);
}

/** One test for each change: its fault is told, with its place. */
export function tellsThePlaces(cases: readonly Case[]): void {
  test.each(cases)('compileFiles(files) tells the place of %s', (_, name, from, to, expected) => {
    const faults = faultsOf([{ name, from, to }]);
    expect(faults.find((fault) => fault.startsWith(expected)) ?? faults).toContain(expected);
  });
}
