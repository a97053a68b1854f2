import type { Extent } from '#time/extent.ts';
import type { FadeKind } from '#views/fades.ts';

/** A piece of the bar of an event, px along the time axis. */
export type Piece = { readonly kind: FadeKind | 'solid'; readonly from: number; readonly to: number };

/** Shorter than this, px, the pieces of a bar cannot be told apart. */
const SHORTEST = 8.01;

/**
 * The bar of an event in pieces: solid where it certainly was, fading where it only may have been, a set as its alternatives.
 * @param bar from where to where the bar is drawn; the pieces do not leave it
 * @param px the place of an instant, which may be infinite
 */
export function barPieces({ solid, fades, alsoSolid = [] }: Extent, bar: Bar, px: (at: number) => number): Piece[] {
  const clamp = (at: number): number => Math.min(Math.max(px(at), bar.from), bar.to);
  const piece = (span: { start: number; end: number }, kind: Piece['kind']): Piece => ({
    kind,
    from: clamp(span.start),
    to: clamp(span.end),
  });
  const all = [
    ...fades.map((fade) =>
      piece(fade, solid && fade.end <= solid.start ? 'in' : solid && fade.start >= solid.end ? 'out' : 'both'),
    ),
    ...(solid ? [solid, ...alsoSolid].map((span) => piece(span, 'solid')) : []),
  ].filter(({ from, to }) => to > from);
  if (bar.to - bar.from <= SHORTEST || all.every(({ from, to }) => to - from < 1)) {
    return [{ kind: solid ? 'solid' : 'both', from: bar.from, to: bar.to }];
  }
  return all;
}

type Bar = { readonly from: number; readonly to: number };
