import type { Standing } from '#model/types.ts';

/** What is drawn for a standing: SVG path data around 0,0 within a radius of 6. All in the colour of the standing but `body`. */
export type Glyph = {
  /** The whole shape, where the others leave some of it open: filled with the colour of the ground, so that nothing behind shows through. */
  readonly body: string;
  /** Filled. */
  readonly fill: string;
  /** Stroked, `LINE` wide, and filled with the colour of the ground. */
  readonly line: string;
};

/** px, at a radius of 6. */
export const LINE = 1.6;

const disc = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** One shape a standing, told apart without colour: how much is filled says how much stands behind it. */
export const GLYPHS: Readonly<Record<Standing, Glyph>> = {
  confirmed: { body: '', fill: disc(6), line: '' },
  reported: { body: '', fill: 'M0 -5.2A5.2 5.2 0 0 0 0 5.2Z', line: disc(5.2) },
  claimed: { body: '', fill: '', line: disc(5.2) },
  disputed: { body: '', fill: 'M0 -6L-6 0L0 6Z', line: 'M0 -5.6L5.6 0L0 5.6L-5.6 0Z' },
  denied: { body: '', fill: '', line: `${disc(5.2)}M-2.2 -2.2L2.2 2.2M-2.2 2.2L2.2 -2.2` },
  retracted: { body: disc(6), fill: 'M-5 -2.2A5.5 5.5 0 0 1 5 -2.2ZM-5 2.2A5.5 5.5 0 0 0 5 2.2Z', line: 'M-6 0L6 0' },
  superseded: { body: '', fill: '', line: `${disc(5.2)}${disc(2)}` },
};

/** A clock, of a radius of 3.6: some of it was told later. Stroked, 1 wide, and filled with the colour of the ground. */
export const LATER = `${disc(3.6)}M0 -2V0.3H1.7`;
/** Where it stands beside the glyph of a standing, px from its middle. */
export const LATER_AT = { x: 7, y: -6 } as const;
