import type { EmbedWishes } from '#app/embedOptions.ts';
import { must } from '#base/assert.ts';
import { createStory, type Story } from '#model/story.ts';
import type { StoryData } from '#model/types.ts';
import { spanOfText } from '#state/url.ts';
import type { Span } from '#time/instant.ts';

const ALWAYS = { start: -Infinity, end: Infinity } as Span;

/** The window that a frame is set to, with an end that is not given filled in from `rest`; null when none is, or it cannot be read. */
export function windowOf({ from, to }: Pick<EmbedWishes, 'from' | 'to'>, zone: string, rest = ALWAYS): Span | null {
  if (from === null && to === null) return null;
  const given = spanOfText(`${from ?? FIRST}..${to ?? LAST}`, zone);
  return given && { start: from === null ? rest.start : given.start, end: to === null ? rest.end : given.end };
}
const FIRST = '-9999-01-01';
const LAST = '9999-12-31';

/** The story with some of its bands only; with all of them when none of these is in it. */
export function storyWithin(data: StoryData, bands: readonly string[]): Story {
  const [first, ...more] = data.bands.filter(({ id }) => bands.includes(id));
  if (first === undefined) return createStory(data);
  const kept = [first, ...more] as const;
  const events = data.events.filter(({ band }) => kept.some(({ id }) => id === band));
  const ids = new Set(events.map(({ id }) => id));
  const relations = data.relations.filter(({ from, to }) => [...from, ...to].every((id) => ids.has(id)));
  return createStory({ ...data, bands: kept, events, relations });
}

/** Leaves those events of the list that a frame is set to show; says so when there are none. */
export function filterList(list: HTMLElement, { from, to, bands }: EmbedWishes): void {
  const items = [...list.querySelectorAll<HTMLElement>('li[data-band]')];
  const zone = list.closest<HTMLElement>('[data-zone]')?.dataset['zone'] ?? 'Etc/UTC';
  const window = windowOf({ from, to }, zone);
  const known = bands.filter((id) => items.some(({ dataset }) => dataset['band'] === id));
  for (const item of items) {
    const { start, end, band } = item.dataset;
    const isInside = window === null || (Number(end) > window.start && Number(start) < window.end);
    item.hidden = !isInside || (known.length > 0 && !known.includes(band ?? ''));
  }
  must(list.querySelector<HTMLElement>('[data-none]'), 'the list has no word for nothing').hidden = items.some(
    ({ hidden }) => !hidden,
  );
}
