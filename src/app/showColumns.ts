import { mount } from 'svelte';
import ColumnsPage from '#app/ColumnsPage.svelte';
import { placeOf } from '#app/place.ts';
import { must } from '#base/assert.ts';
import type { Reading } from '#state/columns-start.ts';
import { ManyReader } from '#state/many.svelte.ts';

/**
 * Puts the page of many events in the place of the words for those without a script.
 * @param href the file, absolute; null when the address names none
 * @param reading of that file
 */
export function showColumns(href: string | null, reading: Reading | undefined): void {
  const target = must(document.querySelector<HTMLElement>('[data-app]'), 'the page has no place for the app');
  const reader = new ManyReader();
  if (href !== null) reader.read(href, reading);
  target.replaceChildren();
  mount(ColumnsPage, {
    target,
    props: {
      reader,
      place: placeOf(target),
      href,
      onopen: (address) => location.assign(`?${new URLSearchParams({ story: address }).toString()}`),
    },
  });
}
