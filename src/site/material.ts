import {
  correctionSchema,
  eventSchema,
  relationSchema,
  retiredSchema,
  sourceSchema,
  storySchema,
  tourSchema,
  type RawCorrection,
  type RawEvent,
  type RawRelation,
  type RawRetired,
  type RawSource,
  type RawStory,
  type RawTour,
} from '#model/schema.ts';
import type { Result } from '#base/result.ts';
import { Fault } from '#site/faults.ts';
import { publishedIn, type Published } from '#site/published.ts';
import { checkItems, checkShape, type Found } from '#site/shape.ts';
import { readYaml, type Path, type TextFile, type YamlFile } from '#site/yaml.ts';

/** All ids of a story, also of parts that have faults: a mistake in one event must not make every mention of it look like one more. */
export type KnownIds = {
  readonly bands: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
  /** All of them as lines of `ids.lock` (`event <id>`, `dispute <event>/<id>`), with the place of each. */
  readonly lines: ReadonlyMap<string, Found<unknown>>;
  /** Kinds of which a file could not be read at all: nothing is unknown there. */
  readonly unread: ReadonlySet<'events' | 'sources' | 'relations' | 'story' | 'tours'>;
};

/** What the files hold, each part of the right shape and with its place. */
export type Material = {
  readonly story: Found<RawStory> | undefined;
  readonly events: readonly Found<RawEvent>[];
  readonly sources: readonly Found<RawSource>[];
  readonly relations: readonly Found<RawRelation>[];
  readonly corrections: readonly Found<RawCorrection>[];
  readonly tours: readonly Found<RawTour>[];
  readonly retired: readonly Found<RawRetired[number]>[];
  readonly known: KnownIds;
  readonly published: Published;
};

/** Reads every YAML file of a story and checks the shape of what is in it. */
export function gather(files: readonly TextFile[]): { readonly material: Material; readonly faults: readonly Fault[] } {
  const yaml = files.filter(({ name }) => name.endsWith('.yaml')).map(readYaml);
  const named = (name: string): YamlFile[] => yaml.filter((file) => file.name === name);
  const inside = (folder: string): YamlFile[] => yaml.filter((file) => file.name.startsWith(`${folder}/`));
  const faults = yaml.flatMap((file) => file.faults);
  const keep = <T>({ items, faults: more }: { items: Found<T>[]; faults: Fault[] }): Found<T>[] => {
    faults.push(...more);
    return items;
  };
  const whole = <T>(check: (file: YamlFile) => Result<Found<T>, Fault[]>, list: readonly YamlFile[]): Found<T>[] =>
    list
      .filter(({ value }) => value !== undefined)
      .map(check)
      .flatMap((result) => (result.ok ? [result.value] : (faults.push(...result.error), [])));

  const { published, faults: unsound } = publishedIn(yaml);
  faults.push(...unsound);
  const [story] = whole((file) => checkShape(storySchema, file, [], file.value), named('story.yaml'));
  const material: Material = {
    story,
    events: whole((file) => checkShape(eventSchema, file, [], file.value), inside('events')),
    sources: inside('sources').flatMap((file) => keep(checkItems(sourceSchema, file))),
    relations: named('relations.yaml').flatMap((file) => keep(checkItems(relationSchema, file))),
    corrections: named('corrections.yaml').flatMap((file) => keep(checkItems(correctionSchema, file))),
    tours: whole((file) => checkShape(tourSchema, file, [], file.value), inside('tours')),
    retired: named('retired.yaml').flatMap((file) => keep(checkItems(retiredSchema.element, file))),
    known: knownIds(yaml),
    published,
  };
  if (named('story.yaml').length === 0) faults.push(missing(files, 'story.yaml'));
  if (inside('events').length === 0) faults.push(missing(files, 'events/<id>.yaml'));
  return { material, faults };
}

function missing(files: readonly TextFile[], name: string): Fault {
  const [first] = files;
  const folder = first ? first.file.slice(0, first.file.length - first.name.length) : '';
  return new Fault(`${folder}${name}`, 1, 1, `expected the file ${name}, got none`);
}

function knownIds(yaml: readonly YamlFile[]): KnownIds {
  const of = (prefix: string): YamlFile[] => yaml.filter(({ name }) => name.startsWith(prefix));
  const values = (prefix: string): unknown[] => of(prefix).map(({ value }) => value);
  const unread = (['events', 'sources', 'relations', 'story', 'tours'] as const).filter((kind) =>
    of(kind).some(({ value }) => value === undefined),
  );
  return {
    bands: new Set(values('story.yaml').flatMap((story) => idsIn(field(story, 'bands')))),
    events: new Set(of('events/').flatMap(({ name, value }) => [idOfFile(name), ...idsIn([value])])),
    claims: new Set(values('events/').flatMap((event) => idsIn(field(event, 'claims')))),
    sources: new Set(values('sources/').flatMap(idsIn)),
    relations: new Set(values('relations.yaml').flatMap(idsIn)),
    lines: new Map(yaml.flatMap(linesOf)),
    unread: new Set(unread),
  };
}

function linesOf(file: YamlFile): [string, Found<unknown>][] {
  const listed = (kind: string, list: unknown, path: Path, prefix = ''): [string, Found<unknown>][] =>
    (Array.isArray(list) ? list : []).flatMap((item: unknown, i) => {
      const id = field(item, 'id');
      return typeof id === 'string' ? [[`${kind} ${prefix}${id}`, { raw: item, file, path: [...path, i, 'id'] }]] : [];
    });
  const { name, value } = file;
  if (name.startsWith('sources/')) return listed('source', value, []);
  if (name === 'relations.yaml') return listed('relation', value, []);
  const id = idOfFile(name);
  if (name.startsWith('tours/')) return [[`tour ${id}`, { raw: value, file, path: ['id'] }]];
  if (!name.startsWith('events/')) return [];
  return [
    [`event ${id}`, { raw: value, file, path: ['id'] }],
    ...listed('claim', field(value, 'claims'), ['claims']),
    ...listed('dispute', field(value, 'disputes'), ['disputes'], `${id}/`),
  ];
}

/** `events/x.yaml` → `x`: an event or a tour is named as its file is. */
export function idOfFile(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1, -'.yaml'.length);
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function idsIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((item) => field(item, 'id')).filter((id) => typeof id === 'string');
}
