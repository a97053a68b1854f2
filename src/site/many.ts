import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createColumnsTranslate } from '#base/columns-messages.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { Unreadable, type ColumnsFault } from '#model/columns.ts';
import { decodedText, openColumns, parsedJson, readColumns } from '#model/columns-read.ts';
import type { NamedMany } from '#model/records.ts';
import { compareText, Fault } from '#site/faults.ts';

/** A file below the folder of many events, as the site gives it out. */
export type ColumnsFile = { readonly name: string; readonly bytes: Uint8Array };

/** The stories of many events that belong to a site, and the files they were read from. */
export type ManyFolder = { readonly many: readonly NamedMany[]; readonly files: readonly ColumnsFile[] };

const FOLDER = 'columns';
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:json|csv)$/;
const NOTHING: ManyFolder = { many: [], files: [] };

/**
 * Reads `columns/` of a story folder: each JSON file is a story of many events, with a page of its own; CSV files beside them hold rows.
 * Files are read as a reader's browser reads them.
 * @param dir as the author typed it: faults repeat it
 * @returns the first fault of each file
 */
export async function readManyFolder(dir: string): Promise<Result<ManyFolder, Fault[]>> {
  if (!existsSync(join(dir, FOLDER))) return ok(NOTHING);
  const inside = await readdir(join(dir, FOLDER));
  const names = inside.filter((name) => !name.startsWith('.')).sort(compareText);
  const placeOf = (name: string): string => join(dir, FOLDER, name).replaceAll('\\', '/');
  const misnamed = names
    .filter((name) => !NAME.test(name))
    .map((name) => faultOf(placeOf(name), `expected a name such as "bird-strikes.json" or ".csv", got "${name}"`));
  if (misnamed.length > 0) return fail(misnamed);
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(dir, FOLDER, name)) })),
  );
  const faults: Fault[] = [];
  const used = new Set<string>();
  const many = files.flatMap(({ name, bytes }): NamedMany[] => {
    if (!name.endsWith('.json')) return [];
    try {
      const file = openColumns(parsedJson(bytes));
      const rows = file.csv && files.find((one) => one.name === file.csv?.href);
      if (file.csv && !rows) {
        faults.push(faultOf(placeOf(name), `expected the CSV file "${file.csv.href}" beside it, got none`));
        return [];
      }
      if (rows) used.add(rows.name);
      return [{ name: name.slice(0, -'.json'.length), many: readColumns(file, rows ? decodedText(rows.bytes) : '') }];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      faults.push(faultOf(placeOf(name), wordsOf(error.fault)));
      return [];
    }
  });
  if (faults.length > 0) return fail(faults);
  const unused = names.filter((name) => name.endsWith('.csv') && !used.has(name));
  if (unused.length > 0)
    return fail(unused.map((name) => faultOf(placeOf(name), 'expected a JSON file beside it that names it, got none')));
  return ok({ many, files });
}

/** Where a row stands in its file is said in the words: tables are not read line by line. */
function faultOf(file: string, message: string): Fault {
  return new Fault(file, 1, 1, message);
}

/** What a reader's browser would say of it, for the author. */
function wordsOf({ kind, n = 1, got = '', place = '' }: ColumnsFault): string {
  return createColumnsTranslate('en')(`columns.fault.${kind}`, { n, got, place });
}
