import type { StoryData } from '#model/types.ts';
import type { Addresses } from '#site/addresses.ts';

/**
 * Who mints the ids of feeds and calendars: the host of the publisher's own address, so that they outlive a move of the site;
 * where the story gives none, the host of the site; `localhost` where that is not known either, as nobody else is told of such a build.
 */
export function authorityOf({ publisher }: StoryData, { root }: Addresses): string {
  return new URL(publisher.url ?? root ?? 'http://localhost/').hostname;
}

/**
 * The permanent id of something in a story. Its date is that on which the story was first published.
 * @param path what it is of, below the story: `e/ferry/r/2`
 * @see https://www.rfc-editor.org/rfc/rfc4151
 */
export function tagOf(data: StoryData, addresses: Addresses, path = ''): string {
  return `tag:${authorityOf(data, addresses)},${firstPublished(data)}:${data.id}${path === '' ? '' : `/${path}`}`;
}

/** The day of the first revision of all. */
export function firstPublished({ events, updated }: StoryData): string {
  return events
    .map(({ revisions }) => revisions[0].date)
    .reduce((first, date) => (date < first ? date : first), updated);
}

/** A day as the instant that Atom and sitemaps want: its midnight, UTC. */
export function timestampOf(day: string): string {
  return `${day}T00:00:00Z`;
}
