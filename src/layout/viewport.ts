import { instant, span as spanOfBounds, type Instant, type Span } from '#time/instant.ts';

/** A window of time laid over a length of screen. Time runs from 0 to `length` px, left to right or top to bottom. */
export type Viewport = { readonly span: Span; readonly length: number };

/** How near and how far a reader may zoom, and where the ends of the world are. */
export type Limits = {
  /** All of the story with a margin; no window reaches beyond it. */
  readonly full: Span;
  /** The shortest window, ms. */
  readonly shortest: number;
};

/** The scale, px per ms. */
export function scaleOf({ span, length }: Viewport): number {
  return length / (span.end - span.start);
}

/** The place of an instant, px from the start of the window; outside 0…length when it is not in the window. */
export function pxOf(viewport: Viewport, at: number): number {
  return (at - viewport.span.start) * scaleOf(viewport);
}

/** The inverse of `pxOf`. */
export function instantAt(viewport: Viewport, px: number): Instant {
  return instant(viewport.span.start + px / scaleOf(viewport));
}

/** The nearest allowed window: its length between the limits, then moved inside `full`. Never NaN; a window of no length becomes the shortest. */
export function clampSpan({ start, end }: { start: number; end: number }, { full, shortest }: Limits): Span {
  const whole = full.end - full.start;
  const length = Math.min(whole, Math.max(shortest, end - start || 0));
  const middle = (start + end) / 2;
  const from = Math.min(full.end - length, Math.max(full.start, middle - length / 2));
  return spanOfBounds(from, from + length);
}

/**
 * Zooms about a fixed place on screen: what is under `px` stays under `px`, unless a limit is met.
 * @param factor above 1 zooms in
 */
export function zoomAbout(viewport: Viewport, factor: number, px: number, limits: Limits): Span {
  const { start, end } = viewport.span;
  const whole = limits.full.end - limits.full.start;
  const length = Math.min(whole, Math.max(limits.shortest, (end - start) / factor));
  const fixed = start + px / scaleOf(viewport);
  const from = fixed - (px / viewport.length) * length;
  return clampSpan({ start: from, end: from + length }, limits);
}

/** Moves the window by a length of screen; positive goes later. */
export function panBy(viewport: Viewport, px: number, limits: Limits): Span {
  const by = px / scaleOf(viewport);
  return clampSpan({ start: viewport.span.start + by, end: viewport.span.end + by }, limits);
}

/** d3-zoom's transform for a window: `k` against the whole, `x` in px. The inverse of `spanOf`. */
export function zoomOf(span: Span, full: Span, length: number): { k: number; x: number } {
  const k = (full.end - full.start) / (span.end - span.start);
  return { k, x: ((full.start - span.start) * length) / (span.end - span.start) };
}

/** The window that d3-zoom's transform shows. */
export function spanOf({ k, x }: { k: number; x: number }, full: Span, length: number): Span {
  const whole = full.end - full.start;
  const start = full.start - (x / (k * length)) * whole;
  return spanOfBounds(start, start + whole / k);
}
