import { selection } from 'd3-selection';

/**
 * Stands in for d3-transition in the bundle (see vite.config.ts). d3-zoom asks that package for one thing only as we use it: to stop a
 * transition under way. There never is one, for our flights are our own (flight.ts). It saves every reader some 12 kB (gzip): d3-transition
 * with its timers, easings and colours.
 */
export function interrupt(): void {
  // nothing under way, nothing to stop
}

// As d3-transition does it: d3-zoom calls `selection.interrupt()` before it sets a transform.
Object.assign(selection.prototype, {
  interrupt(this: unknown): unknown {
    return this;
  },
});
