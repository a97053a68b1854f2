import {
  MOST_BANDS,
  MOST_EVENTS,
  Unreadable,
  WEB_ADDRESS,
  type ColumnsHeader,
  type ManyEvents,
} from '#model/columns.ts';
import { dateReader } from '#model/columns-dates.ts';
import { readCsv } from '#model/csv.ts';
import { textsOf } from '#model/texts.ts';
import { STANDINGS } from '#model/types.ts';
import { instant } from '#time/instant.ts';
import { PRECISIONS, type Precision } from '#time/when.ts';
import { isZone } from '#time/zone.ts';

const NAMES = ['title', 'start', 'end', 'band', 'weight', 'id', 'url'] as const;
type Name = (typeof NAMES)[number];
type Cells = Readonly<Partial<Record<Name, readonly unknown[]>>>;
type Raw = Readonly<Record<string, unknown>>;

/** A file of many events as JSON, before its rows are read. `csv` is set when they stand in a file beside it. */
export type ColumnsFile = {
  readonly raw: Raw;
  readonly csv: {
    readonly href: string;
    readonly separator: string;
    readonly names: Partial<Record<Name, string>>;
  } | null;
};

/** The text of a file. @throws Unreadable where it is none */
export function decodedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('type', { got: 'UTF-8' });
  }
}

/** The JSON of a file. @throws Unreadable */
export function parsedJson(bytes: Uint8Array): unknown {
  const text = decodedText(bytes);
  try {
    return JSON.parse(text);
  } catch {
    // A text that begins as our files do and cannot be read was cut off; anything else is another kind of file.
    const start = text.trimStart().slice(0, 40);
    throw start.startsWith('{') ? new Unreadable('truncated') : new Unreadable('type', { got: start.slice(0, 20) });
  }
}

/**
 * Reads the outside of a file: its format, and where its rows are.
 * @throws Unreadable
 */
export function openColumns(value: unknown): ColumnsFile {
  const raw = objectOf(value, '');
  if (raw['format'] !== 'sourceline-columns/1') throw new Unreadable('type', { got: shown(raw['format']) });
  if (raw['csv'] === undefined) return { raw, csv: null };
  const csv = objectOf(raw['csv'], 'csv');
  const columns = objectOf(csv['columns'], 'csv.columns');
  const names: Partial<Record<Name, string>> = {};
  for (const name of NAMES) if (columns[name] !== undefined) names[name] = textOf(columns, name, 'csv.columns');
  const separator = csv['separator'] === undefined ? ',' : textOf(csv, 'separator', 'csv');
  if (separator.length !== 1) throw new Unreadable('shape', { place: 'csv.separator', got: separator });
  return { raw, csv: { href: textOf(csv, 'href', 'csv'), separator, names } };
}

/**
 * Reads the rows, checks each, and sorts them.
 * @param text the CSV, for a file that names one
 * @throws Unreadable naming the first row with a fault, counted from 1, and how many there are
 */
export function readColumns({ raw, csv }: ColumnsFile, text = ''): ManyEvents {
  const cells = csv ? cellsOfCsv(text, csv) : cellsOfJson(objectOf(raw['columns'], 'columns'));
  const titles = cells.title ?? [];
  const count = titles.length;
  if (count === 0) throw new Unreadable('empty');
  if (count > MOST_EVENTS) throw new Unreadable('many', { n: count });
  for (const name of NAMES) {
    const length = cells[name]?.length ?? (name === 'start' ? 0 : count);
    if (length !== count) throw new Unreadable('lengths', { place: name, got: String(length), n: count });
  }
  const { band, bands } = readBands(cells.band, raw['bands'], count);
  const header = headerOf(raw, bands);
  const times = readTimes(cells, count, header.zone, precisionOf(raw));
  const weight = readWeights(cells.weight, count);
  const order = inOrder(times.start, times.end);
  const pick = <T extends Float64Array | Uint8Array>(from: T): T => (order ? permuted(from, order) : from);
  const texts = (list: readonly unknown[]) => {
    const strings = list.map((one) => (typeof one === 'string' ? one : String(one ?? '')));
    return textsOf(order ? Array.from(order, (row) => strings[row] as string) : strings);
  };
  return {
    header,
    count,
    start: pick(times.start),
    end: pick(times.end),
    lasts: pick(times.lasts),
    precision: pick(times.precision),
    band: pick(band),
    weight: pick(weight),
    title: texts(titles),
    id: cells.id ? texts(cells.id) : null,
    url: cells.url ? texts(cells.url) : null,
  };
}

function cellsOfCsv(text: string, { names, separator }: NonNullable<ColumnsFile['csv']>): Cells {
  const columns = readCsv(text, [...new Set(Object.values(names))], separator);
  return Object.fromEntries(Object.entries(names).map(([name, column]) => [name, columns.get(column) ?? []]));
}

function cellsOfJson(columns: Raw): Cells {
  const cells: Partial<Record<Name, readonly unknown[]>> = {};
  for (const name of NAMES) {
    const list = columns[name];
    if (list === undefined) continue;
    if (!Array.isArray(list)) throw new Unreadable('shape', { place: `columns.${name}`, got: shown(list) });
    cells[name] = list;
  }
  return cells;
}

function readTimes({ start: starts = [], end: ends }: Cells, count: number, zone: string, precision: Precision) {
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const lasts = new Uint8Array(count);
  const fineness = new Uint8Array(count);
  const read = dateReader(zone, precision);
  const out = { start: 0, end: 0, precision: 0 };
  const faults = new Faults();
  for (let row = 0; row < count; row += 1) {
    if (!read(starts[row], out)) {
      faults.add('date', row, starts[row]);
      continue;
    }
    start[row] = out.start;
    end[row] = out.end;
    fineness[row] = out.precision;
    const last = ends?.[row];
    if (last === undefined || last === null || last === '') continue;
    if (!read(last, out)) faults.add('date', row, last);
    // An end in a coarser date may lie after the start in it; milliseconds leave nothing open.
    else if ((typeof last === 'number' ? last : out.end) < (start[row] as number)) faults.add('order', row, last);
    else {
      end[row] = out.end;
      lasts[row] = 1 + out.precision;
    }
  }
  faults.raise();
  return { start, end, lasts, precision: fineness };
}

/** Faults of one column: the first is told, the others are counted. */
class Faults {
  #first: Unreadable['fault'] | null = null;
  #count = 0;

  add(kind: 'date' | 'order' | 'number', row: number, value: unknown, column = ''): void {
    this.#first ??= { kind, place: [column, String(row + 1)].filter(Boolean).join(' '), got: shown(value) };
    this.#count += 1;
  }

  raise(): void {
    if (this.#first) throw new Unreadable(this.#first.kind, { ...this.#first, n: this.#count });
  }
}

/** Weights are from 0 to 255; an event without one weighs 1. */
function readWeights(list: readonly unknown[] | undefined, count: number): Uint8Array {
  const weights = new Uint8Array(count).fill(1);
  if (!list) return weights;
  const faults = new Faults();
  for (let row = 0; row < count; row += 1) {
    const value = list[row];
    if (value === null || value === '') continue;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number === 'number' && number >= 0 && number <= 255) weights[row] = Math.round(number);
    else faults.add('number', row, value, 'weight');
  }
  faults.raise();
  return weights;
}

/** Bands by number among those of the header, or by name; without a list of bands those that occur are taken, in order of first use. */
function readBands(list: readonly unknown[] | undefined, given: unknown, count: number) {
  const band = new Uint8Array(count);
  const bands: { id: string; title: string }[] = [];
  if (given !== undefined) {
    if (!Array.isArray(given) || given.length === 0)
      throw new Unreadable('shape', { place: 'bands', got: shown(given) });
    given.forEach((one: unknown, i) => {
      const raw = objectOf(one, `bands.${i}`);
      bands.push({ id: textOf(raw, 'id', `bands.${i}`), title: textOf(raw, 'title', `bands.${i}`) });
    });
  }
  const known = new Map(bands.map(({ id }, i) => [id, i]));
  for (let row = 0; list && row < count; row += 1) {
    const value = list[row];
    if (typeof value === 'number') {
      if (!bands[value]) throw new Unreadable('number', { place: `band ${row + 1}`, got: shown(value), n: 1 });
      band[row] = value;
      continue;
    }
    const name = typeof value === 'string' ? value : '';
    let at = known.get(name);
    if (at === undefined) {
      if (given !== undefined) throw new Unreadable('number', { place: `band ${row + 1}`, got: shown(value), n: 1 });
      at = bands.push({ id: name, title: name || '–' }) - 1;
      known.set(name, at);
      if (bands.length > MOST_BANDS) throw new Unreadable('bands', { n: MOST_BANDS });
    }
    band[row] = at;
  }
  if (bands.length > MOST_BANDS) throw new Unreadable('bands', { n: MOST_BANDS });
  return { band, bands: bands.length > 0 ? bands : [{ id: 'all', title: '' }] };
}

function headerOf(raw: Raw, bands: ColumnsHeader['bands']): ColumnsHeader {
  const source = objectOf(raw['source'], 'source');
  const licence = raw['licence'] === undefined ? null : objectOf(raw['licence'], 'licence');
  const zone = textOf(raw, 'zone', '', 'Etc/UTC');
  if (!isZone(zone)) throw new Unreadable('shape', { place: 'zone', got: zone });
  const language = textOf(raw, 'language', '', 'en');
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language))
    throw new Unreadable('shape', { place: 'language', got: language });
  const standing = textOf(raw, 'standing', '', 'reported');
  if (!isStanding(standing)) throw new Unreadable('shape', { place: 'standing', got: standing });
  return {
    title: textOf(raw, 'title', ''),
    subtitle: textOf(raw, 'subtitle', '', ''),
    summary: textOf(raw, 'summary', '', ''),
    language,
    zone,
    bands,
    source: {
      title: textOf(source, 'title', 'source'),
      publisher: textOf(source, 'publisher', 'source', ''),
      url: source['url'] === undefined ? null : addressOf(source, 'source'),
    },
    licence: licence && { name: textOf(licence, 'name', 'licence'), url: addressOf(licence, 'licence') },
    standing,
    opens: opensOf(raw['opens'], zone),
  };
}

const isStanding = (text: string): text is ColumnsHeader['standing'] => (STANDINGS as readonly string[]).includes(text);

function opensOf(value: unknown, zone: string): ColumnsHeader['opens'] {
  if (value === undefined) return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const read = dateReader(zone, 'second');
  const [from, to] = [
    { start: 0, end: 0, precision: 0 },
    { start: 0, end: 0, precision: 0 },
  ];
  if (list.length !== 2 || !read(list[0], from) || !read(list[1], to) || to.end <= from.start)
    throw new Unreadable('shape', { place: 'opens', got: shown(value) });
  return { start: instant(from.start), end: instant(to.end) };
}

function precisionOf(raw: Raw): Precision {
  const name = textOf(raw, 'precision', '', 'minute');
  const found = PRECISIONS.find((one) => one === name);
  if (!found) throw new Unreadable('shape', { place: 'precision', got: name });
  return found;
}

/** The rows in order of start, then end; null when they are in order already. */
function inOrder(start: Float64Array, end: Float64Array): Uint32Array | null {
  const before = (a: number, b: number): number =>
    (start[a] as number) - (start[b] as number) || (end[a] as number) - (end[b] as number) || a - b;
  let sorted = true;
  for (let row = 1; sorted && row < start.length; row += 1) sorted = before(row - 1, row) < 0;
  return sorted ? null : new Uint32Array(start.length).map((_, row) => row).sort(before);
}

function permuted<T extends Float64Array | Uint8Array>(from: T, order: Uint32Array): T {
  const to = from.slice() as T;
  for (let i = 0; i < order.length; i += 1) to[i] = from[order[i] as number] as number;
  return to;
}

function objectOf(value: unknown, place: string): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unreadable(place === '' ? 'type' : 'shape', { place, got: shown(value) });
  return value as Raw;
}

function textOf(raw: Raw, key: string, place: string, otherwise?: string): string {
  const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
  if (value === undefined && otherwise !== undefined) return otherwise;
  if (typeof value === 'string' && value.length <= 20_000) return value;
  throw new Unreadable('shape', { place: place ? `${place}.${key}` : key, got: shown(value) });
}

function addressOf(raw: Raw, place: string): string {
  const url = textOf(raw, 'url', place);
  if (!WEB_ADDRESS.test(url)) throw new Unreadable('shape', { place: `${place}.url`, got: url });
  return url;
}

/** A value as a reader may be shown it: short. */
function shown(value: unknown): string {
  if (value === undefined) return '–';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '–');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
