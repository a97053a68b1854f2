import type { Records } from '#model/records.ts';
import type { Story } from '#model/story.ts';
import type { Tour } from '#model/tour.ts';
import type { StoryEvent } from '#model/types.ts';
import type { Addresses } from '#site/addresses.ts';
import { calendarOf } from '#site/calendar.ts';
import { cardOf } from '#site/card.ts';
import { citeFiles } from '#site/citefiles.ts';
import { csvOf, eventData, rowsOf } from '#site/exports.ts';
import { changesFeed, correctionsFeed } from '#site/feeds.ts';
import { goneEvents, goneTours } from '#site/lasting.ts';
import { oembedOf, oembedXml } from '#site/oembed.ts';
import { nameOfSubject, type Subject } from '#site/subject.ts';
import { robotsOf, sitemapOf } from '#site/sitemap.ts';

/** A file beside the pages: made when it is asked for, the same each time. */
export type SiteFile = { readonly path: string; readonly body: () => string | Uint8Array };

/**
 * Every file that machines read, of one story: exports, feeds, cards, citations, oEmbed, sitemap. Addresses in them are absolute where the
 * site's own is known and else relative to the file.
 * @param pages paths of all pages, below the root
 * @param records tours, and what was published once: its files answer with those of what took its place, or say that nothing did
 */
export function filesOf(
  story: Story,
  pages: readonly string[],
  { retired, tours }: Pick<Records, 'retired' | 'tours'>,
  addresses: Addresses,
): readonly SiteFile[] {
  const { data } = story;
  return [
    { path: 'data/story.csv', body: () => csvOf(rowsOf(story)) },
    { path: 'data/story.ics', body: () => calendarOf(story, addresses) },
    { path: 'feed.xml', body: () => changesFeed(story, addresses) },
    { path: 'corrections.xml', body: () => correctionsFeed(story, addresses) },
    { path: 'sitemap.xml', body: () => sitemapOf(data, pages, tours, addresses) },
    { path: 'robots.txt', body: () => robotsOf(addresses) },
    ...aboutFiles(story, undefined, nameOfSubject(undefined), addresses),
    ...citeFilesOf(story, undefined, nameOfSubject(undefined), addresses),
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
            ...citeFilesOf(story, undefined, id, addresses),
          ],
    ),
    ...tours.flatMap((tour) => tourFiles(story, tour, tour.id, addresses)),
    ...goneTours({ tours, retired }).flatMap(({ retired: { id, date, why }, successor }) => {
      if (successor) return tourFiles(story, successor, id, addresses);
      const said = { format: data.format, retired: { id, date, why } };
      return [
        { path: `data/t/${id}.json`, body: () => JSON.stringify(said) },
        ...aboutFiles(story, undefined, id, addresses),
      ];
    }),
  ];
}

/** @param name the id of the event, or one that it had before */
function eventFiles(story: Story, event: StoryEvent, name: string, addresses: Addresses): readonly SiteFile[] {
  return [
    { path: `data/e/${name}.json`, body: () => JSON.stringify(eventData(story, event)) },
    ...aboutFiles(story, event, name, addresses),
    ...citeFilesOf(story, event, name, addresses),
  ];
}

/** @param name the id of the tour, or one that it had before */
function tourFiles(story: Story, tour: Tour, name: string, addresses: Addresses): readonly SiteFile[] {
  const { format, licence } = story.data;
  return [
    { path: `data/t/${name}.json`, body: () => JSON.stringify({ format, story: story.data.id, licence, tour }) },
    ...aboutFiles(story, tour, name, addresses),
  ];
}

function citeFilesOf(
  story: Story,
  event: StoryEvent | undefined,
  name: string,
  addresses: Addresses,
): readonly SiteFile[] {
  return citeFiles(story, event, addresses).map(([ending, body]) => ({ path: `cite/${name}.${ending}`, body }));
}

/** The card and the oEmbed answers of an event, a tour, or the story as a whole. */
function aboutFiles(story: Story, about: Subject, name: string, addresses: Addresses): readonly SiteFile[] {
  const answer = () => oembedOf(story, about, addresses);
  return [
    { path: `og/${name}.png`, body: () => cardOf(story, about) },
    { path: `oembed/${name}.json`, body: () => JSON.stringify(answer()) },
    { path: `oembed/${name}.xml`, body: () => oembedXml(answer()) },
  ];
}
