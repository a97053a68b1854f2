import type { TourStep } from '#model/tour.ts';
import { EMPTY, printState } from '#state/url.ts';
import { instantOfEdtf } from '#time/instantText.ts';

/** The view of a step as a link says it: `#v1&…`. */
export function linkOfStep({ span, event, known }: Omit<TourStep, 'sentences'>, zone: string): string {
  return printState(
    { ...EMPTY, span, selectedId: event ?? null, known: known === undefined ? null : instantOfEdtf(known) },
    zone,
  );
}
