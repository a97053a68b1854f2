import { rootOf } from '#app/page.ts';
import type { TourLine } from '#model/types.ts';
import type { Place } from '#state/context.ts';

/**
 * Where the page stands, as the build wrote it.
 * @param app the element that the page lives in
 */
export function placeOf({ dataset }: HTMLElement): Place {
  return {
    root: rootOf(dataset['page'] ?? ''),
    locale: document.documentElement.lang,
    framed: window.self !== window.top,
    restricted: window.origin === 'null',
    tours: JSON.parse(dataset['tours'] ?? '[]') as readonly TourLine[],
  };
}
