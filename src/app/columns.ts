import '#styles/fonts.css';
import '#styles/tokens.css';
import '#styles/base.css';
import { mount } from 'svelte';
import ColumnsPage from '#app/ColumnsPage.svelte';
import { COLUMNS_PATH, rootOf } from '#app/page.ts';
import { must } from '#base/assert.ts';
import { ManyReader } from '#state/many.svelte.ts';

// The page of many events. Its address names the file: `?story=../data/strikes.json`, relative to the page. Only files of the same origin are read.
const target = must(document.querySelector<HTMLElement>('[data-app]'), 'the page has no place for the app');
const named = new URLSearchParams(location.search).get('story');
const href = named && URL.canParse(named, location.href) ? new URL(named, location.href).href : null;
const reader = new ManyReader();
if (href !== null) reader.read(href);
target.replaceChildren(); // the words for those without a script
mount(ColumnsPage, {
  target,
  props: {
    reader,
    place: {
      root: rootOf(COLUMNS_PATH),
      locale: document.documentElement.lang,
      framed: window.self !== window.top,
      restricted: window.origin === 'null',
    },
    href,
    onopen: (address) => location.assign(`?${new URLSearchParams({ story: address }).toString()}`),
  },
});
