import type { FrozenTour, Tour } from '#model/tour.ts';
import type { History } from '#model/history.ts';
import type { ManyEvents } from '#model/columns.ts';
import type { StoryData } from '#model/types.ts';

/** An id that was published once and is no longer: withdrawn, or with another in its place. */
export type Retired = {
  readonly kind: 'event' | 'claim' | 'source' | 'dispute' | 'relation' | 'tour';
  readonly id: string;
  readonly date: string;
  readonly why: string;
  readonly to?: string | undefined;
};

/** The whole story as it was when it was published for the nth time. Never changes again. */
export type Edition = { readonly n: number; readonly data: StoryData };

/** Many events that belong to the site, under the name of their file. */
export type NamedMany = { readonly name: string; readonly many: ManyEvents };

/** What the build knows of a story beside its data: only pages that need no script show it. */
export type Records = {
  readonly history: History;
  readonly retired: readonly Retired[];
  /** From the first on. */
  readonly editions: readonly Edition[];
  readonly tours: readonly Tour[];
  /** The revisions of tours that were published, also of those that are gone, by id; from the first on. */
  readonly pastTours: ReadonlyMap<string, readonly FrozenTour[]>;
  /** The revision of each tour that it now is; not there for one that was changed since the last, or never published. */
  readonly tourRevisions: ReadonlyMap<string, number>;
  /** Stories of many events, in the order of their names. */
  readonly many: readonly NamedMany[];
};
