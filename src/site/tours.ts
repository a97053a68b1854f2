import type { RawTour } from '#model/schema.ts';
import type { FrozenTour, Tour, TourStep } from '#model/tour.ts';
import type { Edition } from '#model/records.ts';
import { must } from '#base/assert.ts';
import { windowOfStep } from '#site/check-tours.ts';
import { tourNow } from '#site/freeze.ts';
import type { Material } from '#site/material.ts';

/**
 * The tours of files that have no faults, in the order of their ids.
 * The casts to branded ids stand here because every one has been checked.
 * @throws on files with faults: a bug of ours
 */
export function toursOf({ story, tours }: Pick<Material, 'story' | 'tours'>): readonly Tour[] {
  const { zone } = must(story, 'a story without story.yaml').raw;
  return tours.map(({ raw }) => tourOf(raw, zone));
}

/**
 * The revisions of tours that were published, by id, each as it was; from the first on.
 * @throws on files with faults: a bug of ours
 */
export function pastToursOf(
  { published }: Pick<Material, 'published'>,
  editions: readonly Edition[],
): ReadonlyMap<string, readonly FrozenTour[]> {
  const past = new Map<string, readonly FrozenTour[]>();
  for (const { n, edition, tour } of published.tours?.raw ?? []) {
    const { data } = must(
      editions.find((one) => one.n === edition),
      `unknown edition: ${edition}`,
    );
    past.set(tour.id, [...(past.get(tour.id) ?? []), { n, edition, tour: tourOf(tour, data.zone) }]);
  }
  return past;
}

/** @see Records.tourRevisions */
export function tourRevisionsOf(material: Material): ReadonlyMap<string, number> {
  return new Map(
    material.tours.flatMap(({ raw }) => {
      const n = tourNow(raw, material);
      return n === undefined ? [] : [[raw.id, n] as const];
    }),
  );
}

function tourOf({ steps, ...rest }: RawTour, zone: string): Tour {
  return { ...rest, steps: steps.map((step) => stepOf(step, zone)) as unknown as Tour['steps'] };
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
