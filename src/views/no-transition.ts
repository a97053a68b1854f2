import { selection } from 'd3-selection';

/**
 * Stands in for d3-transition in the build (vite.config.ts). d3-zoom asks it only to break off transitions; there are none here, as windows
 * fly by `flight.ts`, and the real one would bring 13 kB (gzip) of timers, easings and colours.
 */
export const interrupt = (): void => undefined;

Object.defineProperty(selection.prototype, 'interrupt', {
  value(this: unknown) {
    return this;
  },
});
