import type { EventId } from '#model/types.ts';
import type { Story } from '#model/story.ts';
import type { Span } from '#time/instant.ts';

export const VIEW_NAMES = ['timeline', 'list'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What one reader is looking at. All that is on screen derives from this and the story. */
export class ViewState {
  readonly story: Story;
  name = $state<ViewName>('list');
  /** The window of time on screen. */
  span: Span;
  selectedId = $state<EventId | null>(null);

  readonly selected = $derived.by(() => (this.selectedId === null ? undefined : this.story.byId.get(this.selectedId)));

  constructor(story: Story) {
    this.story = story;
    this.span = $state.raw(story.data.opens); // raw: replaced whole, never mutated
  }

  select(id: EventId | null): void {
    this.selectedId = id;
  }
}
