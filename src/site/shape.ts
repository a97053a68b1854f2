import type * as z from 'zod';
import { fail, ok, type Result } from '#base/result.ts';
import { didYouMean, shown, type Fault } from '#site/faults.ts';
import type { Path, YamlFile } from '#site/yaml.ts';

/** Something read from a file, and where it stands in it. */
export type Found<T> = { readonly raw: T; readonly file: YamlFile; readonly path: Path };

/** A fault at a path below a found thing. */
export function faultIn({ file, path }: Found<unknown>, below: Path, message: string, part?: 'value' | 'key'): Fault {
  return file.fault([...path, ...below], message, part);
}

/**
 * Checks one value of a file against its schema and gives every fault of it in an author's words. What it holds is taken from the schema's type
 * (`z.output`): inferred from `ZodType<T>`, TypeScript would compare whole schemas part by part, for seconds.
 */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  file: YamlFile,
  path: Path,
  value: unknown,
): Result<Found<z.output<Schema>>, Fault[]> {
  const parsed = schema.safeParse(value, { error: wordsOf, reportInput: true });
  if (parsed.success) return ok({ raw: parsed.data, file, path });
  return fail(parsed.error.issues.flatMap((issue) => faultsOf(issue, schema, file, path)));
}

/** Checks a file that holds a list, item by item, so that one bad item hides no fault of the others. An empty file is an empty list. */
export function checkItems<Schema extends z.ZodType>(
  schema: Schema,
  file: YamlFile,
): { readonly items: Found<z.output<Schema>>[]; readonly faults: Fault[] } {
  const { value } = file;
  if (value === undefined || value === null) return { items: [], faults: [] };
  if (!Array.isArray(value)) return { items: [], faults: [file.fault([], `expected a list, got ${shown(value)}`)] };
  const results = value.map((item: unknown, i) => checkShape(schema, file, [i], item));
  return {
    items: results.flatMap((result) => (result.ok ? [result.value] : [])),
    faults: results.flatMap((result) => (result.ok ? [] : result.error)),
  };
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, schema: z.ZodType, file: YamlFile, base: Path): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const at = [...base, ...path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) =>
      file.fault([...at, key], `expected a key that is known here, got "${key}"${didYouMean(key, known)}`, 'key'),
    );
  }
  const key = path.at(-1);
  if (issue.input === undefined && typeof key === 'string')
    return [file.fault(at, `expected the key "${key}", got none`)];
  const got = Array.isArray(issue.input) && issue.input.length === 0 ? 'none' : shown(issue.input);
  return [file.fault(at, `${issue.message}, got ${got}${hintOf(issue)}`)];
}

function hintOf(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number')
    return ' (put it in quotes)';
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return '';
  return didYouMean(issue.input, issue.values.map(String));
}

/** What was expected, for every rule of the schema that has no words of its own. */
const wordsOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map((value) => shown(value)).join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string') return 'expected some text';
      return `expected at least ${issue.minimum}${issue.origin === 'array' ? ' in the list' : ''}`;
    case 'too_big':
      return `expected at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'invalid_format':
      return issue.format === 'regex' ? formatWords(issue.pattern) : `expected a valid ${issue.format}`;
    default:
      return 'expected another value';
  }
};

const TYPES: Partial<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

function formatWords(pattern: string | undefined): string {
  return pattern?.includes('\\n') ? 'expected one line' : `expected text of the form ${pattern ?? ''}`;
}

/** The keys that an object of the schema may have at a path. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let node = unwrapped(schema);
  for (const step of path) {
    if (node.def.type === 'array') node = unwrapped((node.def as z.core.$ZodArrayDef).element);
    else if (node.def.type === 'object') {
      const next = (node.def as z.core.$ZodObjectDef).shape[String(step)];
      if (!next) return [];
      node = unwrapped(next);
    }
  }
  return node.def.type === 'object' ? Object.keys((node.def as z.core.$ZodObjectDef).shape) : [];
}

function unwrapped(schema: z.core.$ZodType): { readonly def: z.core.$ZodTypeDef } {
  let { def } = schema._zod;
  while ('innerType' in def) def = (def.innerType as z.core.$ZodType)._zod.def;
  return { def };
}
