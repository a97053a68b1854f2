import type { Tour } from '#model/tour.ts';
import type { History } from '#model/history.ts';
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

/** What the build knows of a story beside its data: only pages that need no script show it. */
export type Records = {
  readonly history: History;
  readonly retired: readonly Retired[];
  /** From the first on. */
  readonly editions: readonly Edition[];
  readonly tours: readonly Tour[];
};
