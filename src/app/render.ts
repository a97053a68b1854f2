import { render } from 'svelte/server';
import App from '#app/App.svelte';
import type { Page } from '#app/page.ts';
import type { Story } from '#model/story.ts';
import type { Place } from '#state/context.ts';

/** The document of a page as HTML, complete and readable without a script; `main.ts` hydrates exactly this. */
export function renderApp(story: Story, page: Page, place: Place): { readonly head: string; readonly body: string } {
  return render(App, { props: { story, page, place } });
}
