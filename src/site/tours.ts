import type { RawTour } from '#model/schema.ts';
import type { Tour, TourStep } from '#model/tour.ts';
import { must } from '#base/assert.ts';
import { windowOfStep } from '#site/check-tours.ts';
import type { Material } from '#site/material.ts';

/**
 * The tours of files that have no faults, in the order of their ids.
 * The casts to branded ids stand here because every one has been checked.
 * @throws on files with faults: a bug of ours
 */
export function toursOf({ story, tours }: Pick<Material, 'story' | 'tours'>): readonly Tour[] {
  const { zone } = must(story, 'a story without story.yaml').raw;
  return tours.map(({ raw: { steps, ...rest } }) => ({
    ...rest,
    steps: steps.map((step) => stepOf(step, zone)) as unknown as Tour['steps'],
  }));
}

function stepOf(step: RawTour['steps'][number], zone: string): TourStep {
  const span = windowOfStep(step, zone);
  if (typeof span === 'string') throw new Error(span);
  const { title, event, known, sentences, question } = step;
  return {
    title,
    span,
    ...(event !== undefined && { event: event as NonNullable<TourStep['event']> }),
    ...(known !== undefined && { known }),
    sentences: sentences as unknown as TourStep['sentences'],
    ...(question !== undefined && { question }),
  };
}
