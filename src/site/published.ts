import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type * as z from 'zod';
import {
  editionsSchema,
  frozenEventSchema,
  frozenRelationsSchema,
  frozenSourcesSchema,
  frozenStoriesSchema,
  frozenToursSchema,
  publishedStateSchema,
  type RawEdition,
  type RawFrozenEvent,
  type RawFrozenTour,
  type RawPublishedState,
  type RawRelation,
  type RawSource,
  type RawStory,
} from '#model/schema.ts';
import { compareText, type Fault } from '#site/faults.ts';
import { checkShape, type Found } from '#site/shape.ts';
import type { YamlFile } from '#site/yaml.ts';

/**
 * What a story last published, kept in its folder `published/`: a copy of each revision of each event and tour, editions of the whole story, the
 * versions of the parts that these are made of (each once), and the hashes of all of them and of the log of corrections. `npm run lock` adds
 * to it; nothing is ever taken out.
 */
export type Published = {
  /** Undefined before the first publication. */
  readonly state: Found<RawPublishedState> | undefined;
  /** By `<event>.<n>`. */
  readonly revisions: ReadonlyMap<string, Found<RawFrozenEvent>>;
  /** By `<id> <hash>`. */
  readonly sources: Found<Readonly<Record<string, RawSource>>> | undefined;
  /** From the first on. */
  readonly editions: Found<readonly RawEdition[]> | undefined;
  /** By `<id> <hash>`. */
  readonly relations: Found<Readonly<Record<string, RawRelation>>> | undefined;
  /** In the order in which they were published. */
  readonly tours: Found<readonly RawFrozenTour[]> | undefined;
  /** By their hash. */
  readonly stories: Found<Readonly<Record<string, RawStory>>> | undefined;
  /** One of the files could not be read: nothing is missing from it. */
  readonly unread: boolean;
};

const FOLDER = 'published/';
export const STATE = `${FOLDER}state.yaml`;
export const EDITIONS = `${FOLDER}editions.yaml`;
export const FROZEN_SOURCES = `${FOLDER}sources.yaml`;
export const FROZEN_RELATIONS = `${FOLDER}relations.yaml`;
export const FROZEN_STORIES = `${FOLDER}stories.yaml`;
export const FROZEN_TOURS = `${FOLDER}tours.yaml`;
const NO_REVISIONS = [STATE, EDITIONS, FROZEN_SOURCES, FROZEN_RELATIONS, FROZEN_STORIES, FROZEN_TOURS];

export function frozenName(key: string): string {
  return `${FOLDER}${key}.yaml`;
}

/** Reads the folder `published/` from the YAML files of a story. */
export function publishedIn(yaml: readonly YamlFile[]): { readonly published: Published; readonly faults: Fault[] } {
  const files = yaml.filter(({ name }) => name.startsWith(FOLDER));
  const faults: Fault[] = [];
  const whole = <Schema extends z.ZodType>(
    schema: Schema,
    file: YamlFile | undefined,
  ): Found<z.output<Schema>> | undefined => {
    if (file?.value === undefined) return undefined;
    const result = checkShape(schema, file, [], file.value);
    if (result.ok) return result.value;
    faults.push(...result.error);
    return undefined;
  };
  const named = (name: string): YamlFile | undefined => files.find((file) => file.name === name);
  const revisions = files
    .filter(({ name }) => !NO_REVISIONS.includes(name))
    .flatMap((file) => {
      const found = whole(frozenEventSchema, file);
      return found ? [[file.name.slice(FOLDER.length, -'.yaml'.length), found] as const] : [];
    });
  const published = {
    state: whole(publishedStateSchema, named(STATE)),
    revisions: new Map(revisions),
    sources: whole(frozenSourcesSchema, named(FROZEN_SOURCES)),
    editions: whole(editionsSchema, named(EDITIONS)),
    relations: whole(frozenRelationsSchema, named(FROZEN_RELATIONS)),
    stories: whole(frozenStoriesSchema, named(FROZEN_STORIES)),
    tours: whole(frozenToursSchema, named(FROZEN_TOURS)),
  };
  return {
    published: { ...published, unread: faults.length > 0 || files.some(({ value }) => value === undefined) },
    faults,
  };
}

/** The same for equal data, however it is laid out and in whatever order its keys stand. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** Enough of a hash to tell versions of one thing apart. */
export function versionOf(value: unknown): string {
  return hashOf(value).slice(0, 12);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = entries
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
  return `{${sorted.join(',')}}`;
}

/** A file of the folder: laid out for people who read what changed, the same each time. */
export function publishedText(value: unknown): string {
  return `# Written by npm run lock. Never edited: npm run check fails when it is.\n${stringify(value, { lineWidth: 0 })}`;
}
