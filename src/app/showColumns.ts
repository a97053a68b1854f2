import { mount } from 'svelte';
import ColumnsPage from '#app/ColumnsPage.svelte';
import type { ColumnsLink } from '#app/page.ts';
import { placeOf } from '#app/place.ts';
import { must } from '#base/assert.ts';
import type { Reading } from '#state/columns-start.ts';
import { ManyReader } from '#state/many.svelte.ts';

/**
 * Puts the page of many events in the place of the words for those without a script; what the build wrote of a file stays until the timeline is drawn.
 * @param href the file, absolute; null when the address names none
 * @param reading of that file
 */
export function showColumns(href: string | null, reading: Reading | undefined): void {
  const target = must(document.querySelector<HTMLElement>('[data-app]'), 'the page has no place for the app');
  const written = target.querySelector<HTMLElement>('.columns-document');
  const reader = new ManyReader();
  if (href !== null) reader.read(href, reading);
  if (!written) target.replaceChildren();
  mount(ColumnsPage, {
    target,
    props: {
      reader,
      place: placeOf(target),
      href,
      written,
      stories: JSON.parse(target.dataset['stories'] ?? '[]') as readonly ColumnsLink[],
      onopen: (address) => location.assign(`?${new URLSearchParams({ story: address }).toString()}`),
    },
  });
}
