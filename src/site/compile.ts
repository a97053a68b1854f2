import { indexById } from '#base/index-by-id.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { RawRetired } from '#model/schema.ts';
import type { StoryData } from '#model/types.ts';
import type { Context } from '#site/check-citations.ts';
import { checkEvent } from '#site/check-events.ts';
import { checkChanges, checkPast } from '#site/check-history.ts';
import { checkSource } from '#site/check-sources.ts';
import { checkCorrection, checkRelation, checkRetired, checkStory, checkUnique } from '#site/check-story.ts';
import { checkTour } from '#site/check-tours.ts';
import { Fault, sortedFaults } from '#site/faults.ts';
import { loadFolder, LOCK } from '#site/load.ts';
import { checkLock } from '#site/lock.ts';
import { gather, type Material } from '#site/material.ts';
import { readManyFolder, type ManyFolder } from '#site/many.ts';
import { outputOf } from '#site/output.ts';
import type { TextFile } from '#site/yaml.ts';

/** A story without faults, and what the commands need beside it. */
export type Compiled = {
  readonly data: StoryData;
  readonly retired: RawRetired;
  readonly material: Material;
};

/**
 * `kept`: no id of ids.lock may be missing from the story, and nothing that was published may be touched. `complete`: and none of the
 * story from the lock, which must be there; what changed since it was published must be accounted for, and published.
 */
export type LockRule = 'kept' | 'complete';

/**
 * Turns the files of a story into the data of the page.
 * @returns every fault of every file, sorted by place, never only the first
 */
export function compileStory(files: readonly TextFile[]): Result<StoryData, Fault[]> {
  const compiled = compileFiles(files, 'kept');
  return compiled.ok ? ok(compiled.value.data) : compiled;
}

/** @param dir the folder of a story; faults name files as below it */
export async function readStory(dir: string): Promise<Result<StoryData, Fault[]>> {
  const compiled = await readFolder(dir, 'kept');
  return compiled.ok ? ok(compiled.value.data) : compiled;
}

/** As `readStory`, with the retired ids, the material the story was made of, and the stories of many events beside it. */
export async function readFolder(dir: string, rule: LockRule): Promise<Result<Compiled & ManyFolder, Fault[]>> {
  const files = await loadFolder(dir);
  if (!files.ok) return files;
  const compiled = compileFiles(files.value, rule);
  const many = await readManyFolder(dir);
  if (compiled.ok && many.ok) return ok({ ...compiled.value, ...many.value });
  return fail(sortedFaults([...(compiled.ok ? [] : compiled.error), ...(many.ok ? [] : many.error)]));
}

/** @see compileStory */
export function compileFiles(files: readonly TextFile[], rule: LockRule): Result<Compiled, Fault[]> {
  const { material, faults } = gather(files);
  const all = [
    ...faults,
    ...checkMaterial(material),
    ...checkLockFile(files, material, rule),
    ...checkPast(material),
    ...(rule === 'complete' ? checkChanges(material, true) : []),
  ];
  if (all.length > 0) return fail(sortedFaults(all));
  return ok({ data: outputOf(material), retired: material.retired.map(({ raw }) => raw), material });
}

function checkMaterial(material: Material): Fault[] {
  const { story, events, sources, relations, corrections, tours, retired } = material;
  const context: Context = {
    known: material.known,
    sources: indexById(sources.map(({ raw }) => raw)),
    language: story?.raw.language ?? 'en',
  };
  const claims = events.flatMap(({ raw, file }) =>
    raw.claims.map((claim, i) => ({ raw: claim, file, path: ['claims', i] })),
  );
  return [
    ...(story ? checkStory(story, context) : []),
    ...events.flatMap((event) => checkEvent(event, context)),
    ...sources.flatMap(checkSource),
    ...relations.flatMap((relation) => checkRelation(relation, context)),
    ...corrections.flatMap((correction) => checkCorrection(correction, material)),
    ...tours.flatMap((tour) => checkTour(tour, material, context)),
    ...retired.flatMap((one) => checkRetired(one, material.known)),
    ...[events, claims, sources, relations, corrections].flatMap(checkUnique),
  ];
}

function checkLockFile(files: readonly TextFile[], material: Material, rule: LockRule): Fault[] {
  if (material.known.unread.size > 0) return []; // what cannot be read is not gone
  const lock = files.find(({ name }) => name === LOCK);
  if (lock) return checkLock(lock, material, rule === 'complete');
  const folder = files[0]?.file.slice(0, -files[0].name.length) ?? '';
  return rule === 'kept'
    ? []
    : [new Fault(`${folder}${LOCK}`, 1, 1, `expected the file ${LOCK}, got none (npm run lock writes it)`)];
}
