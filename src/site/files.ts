import type { Story } from '#model/story.ts';
import type { StoryEvent } from '#model/types.ts';
import type { Addresses } from '#site/addresses.ts';
import { calendarOf } from '#site/calendar.ts';
import { cardOf } from '#site/card.ts';
import { cardPath } from '#site/card-path.ts';
import { citeFiles } from '#site/citefiles.ts';
import { csvOf, eventData, rowsOf } from '#site/exports.ts';
import { changesFeed, correctionsFeed } from '#site/feeds.ts';
import { oembedName, oembedOf, oembedXml } from '#site/oembed.ts';
import { robotsOf, sitemapOf } from '#site/sitemap.ts';

/** A file beside the pages: made when it is asked for, the same each time. */
export type SiteFile = { readonly path: string; readonly body: () => string | Uint8Array };

/**
 * Every file that machines read, of one story: exports, feeds, cards, citations, oEmbed, sitemap. Addresses in them are absolute where the site's own is known
 * and else relative to the file.
 * @param pages paths of all pages, below the root
 */
export function filesOf(story: Story, pages: readonly string[], addresses: Addresses): readonly SiteFile[] {
  const { data } = story;
  const perEvent = (each: (event: StoryEvent) => readonly SiteFile[]): readonly SiteFile[] => data.events.flatMap(each);
  return [
    ...perEvent((event) => [{ path: `data/e/${event.id}.json`, body: () => JSON.stringify(eventData(story, event)) }]),
    { path: 'data/story.csv', body: () => csvOf(rowsOf(story)) },
    { path: 'data/story.ics', body: () => calendarOf(story, addresses) },
    { path: 'feed.xml', body: () => changesFeed(story, addresses) },
    { path: 'corrections.xml', body: () => correctionsFeed(story, addresses) },
    { path: 'sitemap.xml', body: () => sitemapOf(data, pages, addresses) },
    { path: 'robots.txt', body: () => robotsOf(addresses) },
    { path: cardPath(undefined), body: () => cardOf(story, undefined) },
    ...perEvent((event) => [{ path: cardPath(event), body: () => cardOf(story, event) }]),
    ...[undefined, ...data.events].flatMap((event) =>
      citeFiles(story, event, addresses).map(([ending, body]) => ({
        path: `cite/${oembedName(event)}.${ending}`,
        body,
      })),
    ),
    ...oembedFiles(story, undefined, addresses),
    ...perEvent((event) => oembedFiles(story, event, addresses)),
  ];
}

function oembedFiles(story: Story, event: StoryEvent | undefined, addresses: Addresses): readonly SiteFile[] {
  const name = oembedName(event);
  const answer = () => oembedOf(story, event, addresses);
  return [
    { path: `oembed/${name}.json`, body: () => JSON.stringify(answer()) },
    { path: `oembed/${name}.xml`, body: () => oembedXml(answer()) },
  ];
}
