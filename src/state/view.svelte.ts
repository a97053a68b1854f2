import { must } from '#base/assert.ts';
import type { Columns } from '#layout/columns.ts';
import { foldedSpan, foldedTime, gapsOf, unfolded, unfoldedSpan, type FoldedTime } from '#layout/folds.ts';
import {
  columnsOf,
  foldedColumns,
  horizontalLayout,
  limitsOf,
  ROW,
  verticalLayout,
  type Layout,
} from '#layout/layout.ts';
import { keep, type Kept } from '#layout/prepared.ts';
import { sceneOf, type Scene } from '#layout/scene.ts';
import { clampSpan, panBy, zoomAbout, type Limits, type Viewport } from '#layout/viewport.ts';
import { isFiltering, matches, NO_FILTER, type Filter } from '#model/filter.ts';
import { knownBy } from '#model/known.ts';
import type { Find, Found } from '#model/search.ts';
import { createStory, type Story } from '#model/story.ts';
import type { ClaimId, EventId, StoryEvent } from '#model/types.ts';
import type { ViewName } from '#state/view-names.ts';
import { instant, type Instant, type Span } from '#time/instant.ts';
import { zoneOfReader } from '#time/zone.ts';

/** Widths are taken in steps, so that the active ranges are not computed anew at each pixel of a resize. */
const STEP = 40;

/** px of a phone's axis before it is drawn. */
const ASSUMED = 320;

/** The length that a layout is made for, px, where there are so many. */
export const stepped = (length: number): number => Math.max(STEP, Math.round(length / STEP) * STEP);

/** The part of the screen that a layout is made for. */
export type Screen = { readonly vertical: boolean; readonly length: number; readonly across: number };

/** Layouts that are made elsewhere, for stories of so many events that the page would stand still meanwhile. */
export type Arranger = {
  readonly limits: Limits;
  /** The newest there is; of no events before the first is made. */
  readonly layout: Layout;
};

/** What one reader is looking at. All that is on screen derives from this and the story. */
export class ViewState {
  readonly story: Story;
  readonly limits: Limits;
  name = $state<ViewName>('list');
  /** The window of time on screen, as instants: see `window`. */
  span: Span;
  /** Whether long stretches without events are folded; see `fold`. */
  folded = $state(false);
  selectedId = $state<EventId | null>(null);
  /** The claim that is marked in the selected event: one that was searched for. */
  claimId = $state<ClaimId | null>(null);
  /** The day by the end of which things were known; null: all that is known now. */
  known = $state<Instant | null>(null);
  filter = $state.raw<Filter>(NO_FILTER);
  /** Words searched for. */
  query = $state('');
  #find = $state.raw<Find | null>(null);
  /** One byte a row, 1 where it is kept: a search or filter over very many events. Null keeps all. */
  mask = $state.raw<Uint8Array | null>(null);
  /** The zone that the reader chose: an IANA name, `local` for that of their clock, null for that of the events. */
  zoneChoice = $state<string | null>(null);
  /** px of the time axis, and px there are across it for the bands. */
  length = $state(0);
  across = $state(0);
  /** Whether time runs downwards: on narrow screens. */
  vertical = $state(false);
  /** px of the axis, from its start, that an open event leaves in sight where time runs downwards: a sheet covers the rest. 0 until it is known. */
  inSight = $state(0);

  /** The story as it was known by the day; all of it when none is given. */
  readonly told: Story = $derived.by(() =>
    this.known === null ? this.story : createStory(knownBy(this.story.data, this.known)),
  );
  /** What holds the words searched for; null while none are, or the search is not there yet. */
  readonly found: Found | null = $derived.by(() =>
    this.query === '' || !this.#find ? null : this.#find(this.told, this.query),
  );
  /** The events that were known, pass the filter and hold the words, in order. */
  readonly shown: readonly StoryEvent[] = $derived.by(() => {
    const { filter, found, told } = this;
    if (!isFiltering(filter) && !found) return told.data.events;
    return told.data.events.filter(
      (event) => matches(event, filter, told.sources) && (!found || found.events.has(event.id)),
    );
  });
  readonly selected = $derived.by(() => (this.selectedId === null ? undefined : this.told.byId.get(this.selectedId)));
  /** What the layout is made for; widths come in steps. */
  readonly screen: Screen = $derived.by(() => ({
    vertical: this.vertical,
    length: stepped(this.length),
    across: this.across,
  }));
  /** The zone for all words; undefined: each event's own. */
  readonly readerZone: string | undefined = $derived.by(() =>
    this.zoneChoice === 'local' ? zoneOfReader() : (this.zoneChoice ?? undefined),
  );
  /** The zone of the axis, of typed dates and of the window in words. */
  readonly zone: string = $derived.by(() => this.readerZone ?? this.story.data.zone);
  /** The events as numbers, times as instants. */
  readonly columns: Columns = $derived.by(
    () => this.#arranger?.layout.prepared.columns ?? columnsOf(this.story, this.limits),
  );
  /** From the first event to the last. */
  readonly extent: Span = $derived.by(() => extentOf(this.columns));
  /** The time of the axis if all that can be folded is. */
  readonly foldable: FoldedTime = $derived.by(() => foldedTime(gapsOf(this.columns), this.extent, this.limits));
  /** The time of the axis. The layout, marks and gestures are in folded time; words, links and typed dates are instants. */
  readonly time: FoldedTime = $derived.by(() =>
    this.folded && !this.#arranger ? this.foldable : unfolded(this.limits),
  );
  /** Whether there is anything to fold. Layouts that are made elsewhere are not folded. */
  readonly canFold: boolean = $derived.by(() => !this.#arranger && this.foldable.folds.length > 0);
  readonly layout: Layout = $derived.by(() => this.#arranger?.layout ?? this.#layOut(this.screen));
  readonly viewport: Viewport = $derived.by(() => ({ span: this.window, length: Math.max(1, this.length) }));
  readonly kept: Kept = $derived.by(() => keep(this.layout.prepared, this.mask ?? this.#mask()));
  readonly scene: Scene = $derived.by(() =>
    unfoldedScene(sceneOf(this.layout.prepared, this.kept, this.viewport), this.time),
  );
  readonly #arranger: Arranger | undefined;

  /** @param arranger makes the layouts instead of this */
  constructor(story: Story, arranger?: Arranger) {
    this.story = story;
    this.#arranger = arranger;
    this.limits =
      arranger?.limits ??
      limitsOf(story.data.events.map(({ when }) => ({ start: when.earliestStart, end: when.latestEnd })));
    this.span = $state.raw(clampSpan(story.data.opens, this.limits)); // raw: replaced whole, never mutated
  }

  /** The event of a row of the layout, as it was known: rows are the story's events in order. */
  eventAt(row: number): StoryEvent {
    const event = must(this.story.at(row), `unknown row: ${row}`);
    return this.told.byId.get(event.id) ?? event;
  }

  /** @param claim of the event, to be marked in it */
  select(id: EventId | null, claim: ClaimId | null = null): void {
    this.selectedId = id;
    this.claimId = claim;
  }

  /** Shows all events, and all that is known. */
  clear(): void {
    this.filter = NO_FILTER;
    this.known = null;
    this.query = '';
  }

  /** Fetches what searching needs; until then nothing is found and nothing is left out. */
  async loadSearch(): Promise<void> {
    this.#find ??= (await import('#model/search.ts')).createFind();
  }

  /** The window of time on screen, in folded time. */
  get window(): Span {
    return foldedSpan(this.time, this.span);
  }

  set window(window: Span) {
    this.span = unfoldedSpan(this.time, clampSpan(window, this.time.reach));
  }

  /** The nearest window that can be shown. */
  within(span: Span): Span {
    const { full } = this.time.reach;
    const { start, end } = foldedSpan(this.time, span);
    return this.#clamped(Math.max(full.start, start), Math.min(full.end, end));
  }

  setSpan(span: Span): void {
    this.span = this.within(span);
  }

  /** Draws long stretches without events short, or again as long as they were; the window stays as far as it can. */
  fold(folded: boolean): void {
    this.folded = folded;
    this.setSpan(this.span);
  }

  /** The window after zooming by `factor` (above 1: nearer) about a place on the axis; about the middle when none is given. */
  zoomed(factor: number, px = this.length / 2): Span {
    return unfoldedSpan(this.time, zoomAbout(this.viewport, factor, px, this.time.reach));
  }

  /** The window after moving by a share of its length; positive goes later. */
  panned(share: number): Span {
    return unfoldedSpan(this.time, panBy(this.viewport, share * this.length, this.time.reach));
  }

  /**
   * The window that shows an event: the given one (the present one, when left out) if its mark is in it, else one of the same length around it. Where
   * time runs downwards a sheet covers the later part; near the end of the story the window is then shorter, for it cannot go beyond.
   */
  windowFor({ when }: StoryEvent, window = this.span): Span {
    const { reach, fold } = this.time;
    const { start, end } = foldedSpan(this.time, window);
    const length = end - start;
    const from = Math.max(reach.full.start, fold(when.earliestStart));
    const to = Math.min(reach.full.end, fold(when.latestEnd));
    const [near, middle, far] = this.vertical ? this.#placesInSight() : [0.05, 0.5, 0.95];
    if (from >= start + near * length && from <= start + far * length) return window;
    if (this.vertical) {
      const shown = Math.min(length, (reach.full.end - from) / (1 - far));
      return this.#clamped(from - middle * shown, from + (1 - middle) * shown);
    }
    // A long event is shown from its start, where its mark is; a short one in the middle.
    const about = Math.min((from + to) / 2, from + length / 3);
    return this.#clamped(about - length / 2, about + length / 2);
  }

  /** Where, in shares of the axis, a mark that has its label above or below it is wholly in sight beside a sheet: first, best and last place. */
  #placesInSight(): readonly [number, number, number] {
    const length = this.length || ASSUMED;
    const seen = this.inSight || length / 2;
    return [ROW / length, Math.max(ROW, seen / 2) / length, (seen - ROW) / length];
  }

  /** The nearest window to one in folded time. */
  #clamped(start: number, end: number): Span {
    return unfoldedSpan(this.time, clampSpan({ start, end }, this.time.reach));
  }

  /** One byte a row: 1 where the event is shown; null when all are. */
  #mask(): Uint8Array | null {
    const { events } = this.story.data;
    if (this.shown.length === events.length) return null;
    // Both are in the order of the story.
    let next = 0;
    return Uint8Array.from(events, ({ id }) => {
      const isShown = this.shown[next]?.id === id;
      if (isShown) next += 1;
      return isShown ? 1 : 0;
    });
  }

  #layOut({ vertical, length, across }: Screen): Layout {
    const { reach } = this.time;
    const columns = foldedColumns(this.columns, this.time);
    const { bands, opens } = this.story.data;
    const first = foldedSpan(this.time, opens);
    return vertical
      ? verticalLayout(columns, reach, first, length)
      : horizontalLayout(columns, bands.length, reach, first, length, across);
  }
}

/** From the first start to the last end; nothing where there are no events. */
function extentOf({ start, end }: Columns): Span {
  const first = start[0] ?? 0;
  return { start: instant(first), end: instant(end.reduce((latest, one) => Math.max(latest, one), first)) };
}

/** What a cluster holds is told, listed and linked to as instants. */
function unfoldedScene(scene: Scene, time: FoldedTime): Scene {
  if (time.folds.length === 0) return scene;
  return { ...scene, clusters: scene.clusters.map((one) => ({ ...one, span: unfoldedSpan(time, one.span) })) };
}
