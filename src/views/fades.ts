import type { Standing } from '#model/types.ts';

/** Which end of a bar fades: its start, its end, or both. */
export type FadeKind = 'in' | 'out' | 'both';

/** Standings that share a colour share their gradients. */
export function colourOf(standing: Standing): 'confirmed' | 'reported' | 'claimed' | 'disputed' | 'past' {
  return standing === 'denied' || standing === 'retracted' || standing === 'superseded' ? 'past' : standing;
}

/** The id of the gradient that `TimelineFades` defines for a fading bar. */
export function fadeId(kind: FadeKind, standing: Standing): string {
  return `fade-${kind}-${colourOf(standing)}`;
}
