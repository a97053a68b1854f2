import { render } from 'svelte/server';
import App from '#app/App.svelte';
import ColumnsDocument from '#app/ColumnsDocument.svelte';
import ColumnsIntro from '#app/ColumnsIntro.svelte';
import Document from '#app/Document.svelte';
import TourPage from '#app/TourPage.svelte';
import Embed from '#app/Embed.svelte';
import { must } from '#base/assert.ts';
import { columnsFile, columnsLinks, isAppPage, type Page } from '#app/page.ts';
import type { FrozenEvent } from '#model/history.ts';
import type { Records } from '#model/records.ts';
import type { Tour } from '#model/tour.ts';
import type { Story } from '#model/story.ts';
import type { StoryEvent } from '#model/types.ts';
import type { Place } from '#state/context.ts';

type Rendered = { readonly head: string; readonly body: string };

/** A page as HTML, complete and readable without a script. Where the app runs, `main.ts` puts it in this one's place. */
export function renderPage(story: Story, page: Page, place: Place, records: Records): Rendered {
  if (page.kind === 'columns') {
    if (page.name === undefined)
      return withoutMarks(render(ColumnsIntro, { props: { place, stories: columnsLinks(records.many) } }));
    const { many } = must(
      records.many.find(({ name }) => name === page.name),
      `unknown file of many events: ${page.name}`,
    );
    return withoutMarks(
      render(ColumnsDocument, { props: { many, file: `${place.root}${columnsFile(page.name)}`, place } }),
    );
  }
  if (page.kind === 'tour') {
    const tour = must(
      records.tours.find(({ id }) => id === page.id),
      `unknown tour: ${page.id}`,
    );
    return withoutMarks(render(TourPage, { props: { story, tour, place } }));
  }
  return withoutMarks(
    isAppPage(page)
      ? render(App, { props: { story, page, place } })
      : render(Document, { props: { story, page, place, records } }),
  );
}

/** Nothing hydrates the pages, so the marks that Svelte leaves for that, half of all nodes, stay out. Text holds no bare `<`. */
function withoutMarks({ head, body }: Rendered): Rendered {
  return { head, body: body.replace(/<!--[\s\S]*?-->/g, '') };
}

/** The document of a frame: of one event or a tour, as it is or as a revision had it, or of the whole story, as it is or as an edition had it. `embed.ts` works on it as it stands; it is never hydrated. */
export function renderEmbed(
  story: Story,
  place: Place,
  options: {
    readonly event?: StoryEvent | undefined;
    readonly pinned?: FrozenEvent | undefined;
    /** The number of the revision of the tour, or of the edition of the story, that it is; neither changes again. */
    readonly pin?: number | undefined;
    readonly tour?: Tour | undefined;
  },
): Rendered {
  return withoutMarks(render(Embed, { props: { story, place, ...options } }));
}
