import type { BandBox } from '#layout/bands.ts';
import type { IntervalIndex } from '#layout/interval-index.ts';
import type { BandIndex } from '#layout/prepared.ts';
import type { Ranges } from '#layout/ranges.ts';
import type { Limits } from '#layout/viewport.ts';
import type { ColumnsFault, ManyEvents } from '#model/columns.ts';
import type { Screen } from '#state/view.svelte.ts';

/** What the page asks of the worker that reads many events. A newer question of a kind makes the older ones void. */
export type Asked =
  | { readonly ask: 'read'; readonly href: string }
  | { readonly ask: 'arrange'; readonly ticket: number; readonly screen: Screen }
  | { readonly ask: 'find'; readonly ticket: number; readonly words: string; readonly bands: readonly number[] };

/** What the worker tells. All arrays are handed over, not copied. */
export type Told =
  /** Bytes so far; `of` is 0 where the server does not say. */
  | { readonly tell: 'fetching'; readonly bytes: number; readonly of: number }
  | { readonly tell: 'reading' | 'indexing' }
  | { readonly tell: 'fault'; readonly fault: ColumnsFault }
  | { readonly tell: 'read'; readonly many: ManyEvents; readonly label: Float32Array; readonly limits: Limits }
  | ({ readonly tell: 'arranged'; readonly ticket: number } & Arrangement)
  | { readonly tell: 'found'; readonly ticket: number; readonly mask: Uint8Array; readonly n: number };

/** A layout without its columns, which the page has. */
export type Arrangement = {
  readonly screen: Screen;
  readonly ranges: Ranges;
  readonly levels: readonly IntervalIndex[];
  /** Depend on the direction of time alone, and are sent once for each. */
  readonly bands: readonly BandIndex[] | null;
  readonly boxes: readonly BandBox[];
  readonly across: number;
  /** False while finer levels are still to come: nearer than what is done, events stand unlabelled meanwhile. */
  readonly whole: boolean;
};
