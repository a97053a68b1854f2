/**
 * What the layout knows of the events: numbers only, one column for each property, one row for each event.
 * Rows are sorted by `start`, then `end`, so that a window is a range of rows. Times are ms, finite: open ends are set to the end of the world
 * by whoever makes the columns.
 */
export type Columns = {
  readonly count: number;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Position of the event's band among the bands. */
  readonly band: Uint8Array;
  /** Who shows first where there is no room for all, 0 to 255; higher first. Ties go to the earlier row. */
  readonly weight: Uint8Array;
  /** Width of the label, px, with its glyph. */
  readonly label: Float32Array;
};
