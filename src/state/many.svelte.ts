import type { Columns } from '#layout/columns.ts';
import { columnsDownwards, horizontalLayout, limitsOf, type Layout } from '#layout/layout.ts';
import type { BandIndex } from '#layout/prepared.ts';
import type { Limits } from '#layout/viewport.ts';
import type { ColumnsFault, ManyEvents } from '#model/columns.ts';
import type { Arrangement, Told } from '#state/columns-messages.ts';
import { startReading, type Reading } from '#state/columns-start.ts';
import type { Arranger, Screen } from '#state/view.svelte.ts';

/** How far the reading of a file has come. */
export type Progress = {
  readonly step: 'fetching' | 'reading' | 'indexing';
  readonly bytes: number;
  /** 0 where the server does not say. */
  readonly of: number;
};

const NO_COLUMNS: Columns = {
  count: 0,
  start: new Float64Array(),
  end: new Float64Array(),
  band: new Uint8Array(),
  weight: new Uint8Array(),
  label: new Float32Array(),
};

function emptyLayout(bands: number, limits: Limits): Layout {
  return horizontalLayout(NO_COLUMNS, bands, limits, limits.full, 1, 1);
}
const NOWHERE: Limits = limitsOf([]);
const EMPTY = emptyLayout(1, NOWHERE);

/** A file of many events, read and laid out by a worker. The page sees how far it is, and the newest layout. */
export class ManyReader implements Arranger {
  progress = $state.raw<Progress>({ step: 'fetching', bytes: 0, of: 0 });
  fault = $state.raw<ColumnsFault | null>(null);
  many = $state.raw<ManyEvents | null>(null);
  /** False while the finest labels are still being placed. */
  whole = $state(false);
  layout: Layout;
  limits: Limits = NOWHERE;
  #reading: Reading | undefined;
  #columns: Columns = NO_COLUMNS;
  #downwards: Columns | undefined;
  readonly #bands: { down: readonly BandIndex[]; across: readonly BandIndex[] } = { down: [], across: [] };
  #ticket = 0;
  #search = 0;
  #found: ((found: { mask: Uint8Array; n: number }) => void) | undefined;

  constructor() {
    this.layout = $state.raw(EMPTY);
  }

  /** Reads a file, or takes over one that is being read; what was read before is dropped. */
  read(href: string, reading = startReading(href)): void {
    this.stop();
    this.fault = null;
    this.progress = { step: 'fetching', bytes: 0, of: 0 };
    this.#reading = reading;
    reading.listen((told) => this.#hear(told));
  }

  /** Ends all work. */
  stop(): void {
    this.#reading?.end();
    this.#reading = undefined;
  }

  /** Makes a layout for a screen; it is there a little later. */
  arrange(screen: Screen): void {
    this.#reading?.ask({ ask: 'arrange', ticket: (this.#ticket += 1), screen });
  }

  /** Finds the events of the given bands whose titles hold all the words. A newer search leaves an older one without an answer. */
  find(words: string, bands: readonly number[]): Promise<{ mask: Uint8Array; n: number }> {
    return new Promise((resolve) => {
      this.#found = resolve;
      this.#reading?.ask({ ask: 'find', ticket: (this.#search += 1), words, bands });
    });
  }

  #hear(told: Told): void {
    switch (told.tell) {
      case 'fetching':
        this.progress = { step: 'fetching', bytes: told.bytes, of: told.of };
        break;
      case 'reading':
      case 'indexing':
        this.progress = { ...this.progress, step: told.tell };
        break;
      case 'fault':
        this.stop();
        this.fault = told.fault;
        break;
      case 'read': {
        const { count, start, end, band, weight } = told.many;
        this.#columns = { count, start, end, band, weight, label: told.label };
        this.limits = told.limits;
        this.layout = emptyLayout(told.many.header.bands.length, told.limits);
        this.many = told.many;
        break;
      }
      case 'arranged':
        this.#take(told);
        break;
      case 'found':
        if (told.ticket === this.#search) this.#found?.(told);
    }
  }

  #take({ ticket, screen, ranges, levels, bands, boxes, across, whole }: Arrangement & { ticket: number }): void {
    const way = screen.vertical ? 'down' : 'across';
    if (bands) this.#bands[way] = bands;
    if (ticket !== this.#ticket) return;
    const columns = screen.vertical ? (this.#downwards ??= columnsDownwards(this.#columns)) : this.#columns;
    this.layout = { prepared: { columns, ranges, levels, bands: this.#bands[way] }, boxes, across };
    this.whole = whole;
  }
}
