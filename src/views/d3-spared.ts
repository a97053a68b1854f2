/**
 * Stands in for d3-transition and d3-interpolate in the bundle (see vite.config.ts). d3-zoom wants of them what it needs for transitions;
 * ours are made otherwise (flight.ts), so there is never one under way. It saves every reader some 10 kB (gzip) of timers, easings and colours.
 */
export function interrupt(): void {
  // nothing under way, nothing to stop
}
export { zoomPath as interpolateZoom } from '#views/zoom-path.ts';
