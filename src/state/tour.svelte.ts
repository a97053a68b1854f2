import { must } from '#base/assert.ts';
import type { LinkState } from '#state/url.ts';
import type { ViewState } from '#state/view.svelte.ts';
import type { Span } from '#time/instant.ts';

/** Moves the window to another, and says when it has come to rest: there, or where the reader stopped it. */
type Fly = (to: Span, onend: () => void) => void;

/** Where a reader is on a tour. A step sets the view; the reader may leave that view and come back to it. Nothing goes on by itself. */
export class TourState {
  readonly view: ViewState;
  readonly steps: readonly LinkState[];
  /** The step, from 0. */
  at = $state(0);
  /** The reader looks into an event: its panel stands in place of the step. */
  isInside = $state(false);
  #flying = $state(false);
  readonly #fly: Fly;

  readonly step: LinkState = $derived.by(() => must(this.steps[this.at], `no step ${this.at}`));
  /** The view is another than that of the step, and not on its way there. */
  readonly isAway: boolean = $derived.by(() => {
    const { view, step } = this;
    if (this.#flying) return false;
    const goal = view.within(step.span ?? view.story.data.opens);
    const off = Math.abs(view.span.start - goal.start) + Math.abs(view.span.end - goal.end);
    return off > (goal.end - goal.start) / 1000 || view.selectedId !== step.selectedId || view.known !== step.known;
  });

  /** @param at the step it opens on, at once; one that is not there is the first */
  constructor(view: ViewState, steps: readonly LinkState[], at: number, fly: Fly) {
    this.view = view;
    this.steps = steps;
    this.#fly = fly;
    this.at = this.has(at) ? at : 0;
    this.#set();
    view.setSpan(this.step.span ?? view.story.data.opens);
  }

  has(at: number): boolean {
    return at >= 0 && at < this.steps.length;
  }

  /** Goes to a step; one that is not there is passed by. @returns whether it went */
  go(at: number): boolean {
    if (!this.has(at)) return false;
    this.at = at;
    this.restore();
    return true;
  }

  /** Shows the view of the step again. */
  restore(): void {
    this.isInside = false;
    this.#set();
    this.#flying = true;
    this.#fly(this.step.span ?? this.view.story.data.opens, () => (this.#flying = false));
  }

  /** Looks into an event beside the tour. */
  enter(...[id, claim]: Parameters<ViewState['select']>): void {
    this.view.select(id, claim);
    this.isInside = true;
  }

  /** Comes back from it to the words of the step; the window stays. */
  leave(): void {
    this.isInside = false;
    this.view.select(this.step.selectedId);
  }

  #set(): void {
    this.view.known = this.step.known;
    this.view.select(this.step.selectedId);
  }
}
