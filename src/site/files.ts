import type { Retired } from '#model/records.ts';
import type { Story } from '#model/story.ts';
import type { StoryEvent } from '#model/types.ts';
import type { Addresses } from '#site/addresses.ts';
import { calendarOf } from '#site/calendar.ts';
import { cardOf } from '#site/card.ts';
import { citeFiles } from '#site/citefiles.ts';
import { csvOf, eventData, rowsOf } from '#site/exports.ts';
import { changesFeed, correctionsFeed } from '#site/feeds.ts';
import { goneEvents } from '#site/lasting.ts';
import { oembedName, oembedOf, oembedXml } from '#site/oembed.ts';
import { robotsOf, sitemapOf } from '#site/sitemap.ts';

/** A file beside the pages: made when it is asked for, the same each time. */
export type SiteFile = { readonly path: string; readonly body: () => string | Uint8Array };

/**
 * Every file that machines read, of one story: exports, feeds, cards, citations, oEmbed, sitemap. Addresses in them are absolute where the
 * site's own is known and else relative to the file.
 * @param pages paths of all pages, below the root
 * @param retired what was published once: its files answer with those of what took its place, or say that nothing did
 */
export function filesOf(
  story: Story,
  pages: readonly string[],
  retired: readonly Retired[],
  addresses: Addresses,
): readonly SiteFile[] {
  const { data } = story;
  return [
    { path: 'data/story.csv', body: () => csvOf(rowsOf(story)) },
    { path: 'data/story.ics', body: () => calendarOf(story, addresses) },
    { path: 'feed.xml', body: () => changesFeed(story, addresses) },
    { path: 'corrections.xml', body: () => correctionsFeed(story, addresses) },
    { path: 'sitemap.xml', body: () => sitemapOf(data, pages, addresses) },
    { path: 'robots.txt', body: () => robotsOf(addresses) },
    ...aboutFiles(story, undefined, oembedName(undefined), addresses),
    ...data.events.flatMap((event) => eventFiles(story, event, event.id, addresses)),
    ...goneEvents(story, retired).flatMap(({ retired: { id, date, why }, successor }) =>
      successor
        ? eventFiles(story, successor, id, addresses)
        : [
            {
              path: `data/e/${id}.json`,
              body: () => JSON.stringify({ format: data.format, retired: { id, date, why } }),
            },
            ...aboutFiles(story, undefined, id, addresses),
          ],
    ),
  ];
}

/** @param name the id of the event, or one that it had before */
function eventFiles(story: Story, event: StoryEvent, name: string, addresses: Addresses): readonly SiteFile[] {
  return [
    { path: `data/e/${name}.json`, body: () => JSON.stringify(eventData(story, event)) },
    ...aboutFiles(story, event, name, addresses),
  ];
}

/** The card, the citations and the oEmbed answers of an event, or of the story as a whole. */
function aboutFiles(
  story: Story,
  event: StoryEvent | undefined,
  name: string,
  addresses: Addresses,
): readonly SiteFile[] {
  const answer = () => oembedOf(story, event, addresses);
  return [
    { path: `og/${name}.png`, body: () => cardOf(story, event) },
    ...citeFiles(story, event, addresses).map(([ending, body]) => ({ path: `cite/${name}.${ending}`, body })),
    { path: `oembed/${name}.json`, body: () => JSON.stringify(answer()) },
    { path: `oembed/${name}.xml`, body: () => oembedXml(answer()) },
  ];
}
