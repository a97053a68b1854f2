export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A drawn relation: its path, and where its words stand (their middle); null when there is no free place for them. */
export type Arc = { readonly path: string; readonly words: Point | null };

/** Places along an arc at which its words are tried, the middle first. */
const TRIES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const LINE = 16;

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Draws an arc between two marks and finds a place for its words that covers nothing else.
 * @param width px of the words
 * @param taken boxes of labels, bars and words that may not be covered
 * @param bounds the words stay inside it
 * @param beside places for the words that are tried before those along the arc: beside what it leads to
 */
export function arcBetween(
  from: Point,
  to: Point,
  width: number,
  taken: readonly Box[],
  bounds: Box,
  beside: readonly Point[] = [],
): Arc {
  // The bend goes to the left of the way from one to the other, so that two arcs between the same marks in opposite directions do not coincide.
  const bend = Math.min(60, 0.25 * Math.hypot(to.x - from.x, to.y - from.y) + 14);
  const away = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const control = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / away) * bend,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / away) * bend,
  };
  const path = `M${round(from.x)} ${round(from.y)}Q${round(control.x)} ${round(control.y)} ${round(to.x)} ${round(to.y)}`;
  const isFree = ({ x, y }: Point): boolean => {
    const box = { left: x - width / 2 - 4, right: x + width / 2 + 4, top: y - LINE / 2, bottom: y + LINE / 2 };
    if (box.left < bounds.left - 4 || box.right > bounds.right + 4) return false;
    return box.top >= bounds.top && box.bottom <= bounds.bottom && !taken.some((other) => overlaps(box, other));
  };
  const best = beside.find(isFree);
  if (best) return { path, words: best };
  for (const share of TRIES) {
    const on = {
      x: (1 - share) ** 2 * from.x + 2 * share * (1 - share) * control.x + share ** 2 * to.x,
      y: (1 - share) ** 2 * from.y + 2 * share * (1 - share) * control.y + share ** 2 * to.y,
    };
    for (const dy of [0, -LINE, LINE]) {
      const x = Math.min(Math.max(on.x, bounds.left + width / 2), bounds.right - width / 2);
      const words = { x, y: on.y + dy };
      if (isFree(words)) return { path, words };
    }
  }
  return { path, words: null };
}

const round = (px: number): number => Math.round(px * 10) / 10;
