import type { Columns } from '#layout/columns.ts';
import { horizontalPlan, verticalPlan } from '#layout/layout.ts';
import { columnsOfMany, limitsOfMany } from '#layout/many.ts';
import { bandIndexes, levelIndexes } from '#layout/prepared.ts';
import { assignRanges, levelOfScale, NEVER, type Ranges } from '#layout/ranges.ts';
import type { Limits } from '#layout/viewport.ts';
import { MOST_BYTES, Unreadable } from '#model/columns.ts';
import { decodedText, openColumns, parsedJson, readColumns } from '#model/columns-read.ts';
import { opensOf } from '#model/many.ts';
import { findWords, type Texts } from '#model/texts.ts';
import type { Span } from '#time/instant.ts';
import type { Asked, Told } from '#state/columns-messages.ts';
import type { Screen } from '#state/view.svelte.ts';

/**
 * Reads a story of many events and lays it out, away from the page: it stays alive meanwhile. Keeps what later questions need and hands
 * everything else over. Ending the worker is what cancels it.
 */
type Kept = {
  readonly columns: Columns;
  readonly limits: Limits;
  readonly opens: Span;
  readonly bandCount: number;
  readonly title: Texts;
  /** Directions of time whose bands were sent. */
  readonly sent: Set<boolean>;
};

/** Zoomed in this many half octaves from the first view, what is arranged first is enough. */
const AHEAD = 8;
/** Fewer events are arranged at once. */
const FEW = 100_000;

let kept: Kept | undefined;

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.ask === 'read') void read(data.href);
  else if (data.ask === 'arrange') arrange(data.ticket, data.screen);
  else find(data.ticket, data.words, data.bands);
});

function tell(told: Told, hand: readonly ArrayBufferLike[] = []): void {
  postMessage(told, { transfer: hand as ArrayBuffer[] });
}

async function read(href: string): Promise<void> {
  try {
    const file = openColumns(parsedJson(await fetched(href)));
    const text = file.csv ? decodedText(await fetched(new URL(file.csv.href, href).href)) : '';
    const many = readColumns(file, text);
    tell({ tell: 'indexing' });
    const columns = columnsOfMany(many);
    const limits = limitsOfMany(many);
    kept = {
      columns: copied(columns),
      limits,
      opens: opensOf(many),
      bandCount: many.header.bands.length,
      title: { bytes: many.title.bytes.slice(), offsets: many.title.offsets.slice() },
      sent: new Set(),
    };
    tell({ tell: 'read', many, label: columns.label, limits }, [...buffersOf(many), columns.label.buffer]);
  } catch (error) {
    tell({ tell: 'fault', fault: faultOf(error) });
  }
}

function faultOf(error: unknown): Unreadable['fault'] {
  if (error instanceof Unreadable) return error.fault;
  // The engine's own words for "no more room": a text or an array that cannot be made.
  if (error instanceof RangeError) return { kind: 'memory' };
  throw error;
}

/** The bytes of a file of our own host, with the progress told as they come. */
async function fetched(href: string): Promise<Uint8Array> {
  if (new URL(href).origin !== location.origin) throw new Unreadable('foreign', { got: new URL(href).host });
  let response: Response;
  try {
    response = await fetch(href);
  } catch {
    throw new Unreadable('offline');
  }
  if (!response.ok)
    throw new Unreadable(response.status >= 500 ? 'server' : 'missing', { got: String(response.status) });
  // What is packed on the way is longer once unpacked, so its length says nothing.
  const packed = response.headers.has('Content-Encoding');
  const of = packed ? 0 : Number(response.headers.get('Content-Length') ?? 0);
  if (of > MOST_BYTES) throw new Unreadable('large', { n: Math.round(of / 2 ** 20) });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let told = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(() => {
      throw new Unreadable('truncated');
    });
    if (!part || part.done) break;
    chunks.push(part.value);
    bytes += part.value.length;
    if (bytes > MOST_BYTES) throw new Unreadable('large', { n: Math.round(bytes / 2 ** 20) });
    if (bytes - told > 500_000) tell({ tell: 'fetching', bytes: (told = bytes), of });
  }
  if (of > 0 && bytes < of) throw new Unreadable('truncated');
  tell({ tell: 'reading' });
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function arrange(ticket: number, screen: Screen): void {
  if (!kept) return;
  const { columns, limits, opens, bandCount } = kept;
  const plan = screen.vertical
    ? verticalPlan(columns, limits, opens, screen.length)
    : horizontalPlan(columns, bandCount, limits, opens, screen.length, screen.across);
  const first = levelOfScale(screen.length / (opens.end - opens.start), plan.options.base) + AHEAD;
  const early = columns.count > FEW ? first : NEVER;
  const ranges = assignRanges(plan.columns, plan.options, plan.sides, (level, soFar) => {
    if (level === early) send(copied(soFar), false);
  });
  send(ranges, true);

  function send(made: Ranges, whole: boolean): void {
    const isNew = !kept?.sent.has(screen.vertical);
    kept?.sent.add(screen.vertical);
    const levels = levelIndexes(plan.columns, made);
    const bands = isNew ? bandIndexes(plan.columns, plan.options.group.length) : null;
    const { boxes, across } = plan;
    const told: Told = { tell: 'arranged', ticket, screen, ranges: made, levels, bands, boxes, across, whole };
    tell(told, buffersOf(told));
  }
}

function find(ticket: number, words: string, bands: readonly number[]): void {
  if (!kept) return;
  const { columns, title } = kept;
  const mask = findWords(title, words);
  const wanted = new Uint8Array(256);
  for (const band of bands) wanted[band] = 1;
  let n = 0;
  for (let row = 0; row < columns.count; row += 1) {
    if (mask[row] === 1 && wanted[columns.band[row] as number] === 0) mask[row] = 0;
    n += mask[row] as number;
  }
  tell({ tell: 'found', ticket, mask, n }, [mask.buffer]);
}

/** The memory of every array in plain data. */
function buffersOf(value: unknown, found = new Set<ArrayBufferLike>()): ArrayBufferLike[] {
  if (ArrayBuffer.isView(value)) found.add(value.buffer);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) buffersOf(one, found);
  return [...found];
}

/** Plain data with its arrays copied: what is handed over is gone. */
function copied<T extends Columns | Ranges>(data: T): T {
  return Object.fromEntries(
    Object.entries(data).map(([key, one]: [string, unknown]) => [
      key,
      one instanceof Float64Array || one instanceof Float32Array || one instanceof Uint8Array ? one.slice() : one,
    ]),
  ) as T;
}
