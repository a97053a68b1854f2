import type { Scene } from '#layout/scene.ts';
import type { Standing } from '#model/types.ts';
import { GLYPHS } from '#views/glyphs.ts';
import { colourOf } from '#views/fades.ts';

/** Most SVG elements of the timeline, at any zoom and for any number of events: drawing is then bounded by the screen. */
export const MOST_ELEMENTS = 300;

/** What is drawn beside the scene. */
export type Frame = {
  readonly vertical: boolean;
  readonly bands: number;
  readonly standings: ReadonlySet<Standing>;
  /** Words on the overview, and of an axis that runs downwards. Those of one that runs across are no part of a picture. */
  readonly words: number;
  /** Folds in the window. */
  readonly folds?: number;
  /** Pieces and tips of the bar of a row, and the sign that some of it was told later. */
  readonly pieces: (row: number) => number;
};

/**
 * How many SVG elements the timeline draws for a scene, without a selected event: kept in step with the components, and held to them by a test in
 * a browser.
 */
export function elementsOf({ marks, clusters, crowds }: Scene, frame: Frame): number {
  const drawn = marks.reduce((sum, { row, label }) => {
    // The group with its target; the bar; the shape of the standing, and a label, or the words for a pointer that rests on it.
    const shape = frame.vertical ? (label ? 5 : 2) : 4;
    return sum + shape + frame.pieces(row);
  }, 0);
  return drawn + 3 * clusters.length + crowds.length + frameElements(frame);
}

function frameElements({ vertical, bands, standings, words, folds = 0 }: Frame): number {
  const glyphs = [...standings].reduce((sum, standing) => {
    const { body, fill, line } = GLYPHS[standing];
    return sum + 1 + [body, fill, line].filter((path) => path !== '').length;
  }, 1);
  const fades = 1 + 5 * new Set([...standings].map(colourOf)).size;
  // The overview's window, folds, bars, line, ticks and frame; the grid, and the group of clusters; where time runs across, the grid in two parts, a group
  // around it, one around what else moves with it, two of marks, and the rule and the title of each band. A fold: its strip and its edges.
  return glyphs + fades + words + 2 * folds + 6 + (vertical ? 2 : 7 + 2 * bands);
}
