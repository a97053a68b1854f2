import type { Tour } from '#model/tour.ts';
import type { StoryData } from '#model/types.ts';
import type { Addresses } from '#site/addresses.ts';
import { document, element } from '#site/xml.ts';

/** What is another form of a page that is listed: frames, handouts, past revisions; and the page that shows a file named to it. */
const SECOND_FORMS = /^columns\/$|^(?:embed|print)\/|\/r\/\d+\/$/;

/**
 * The pages of the site for search engines, each with the day of its last change.
 * @param paths of all pages, below the root
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapOf(
  data: StoryData,
  paths: readonly string[],
  tours: readonly Pick<Tour, 'id' | 'updated'>[],
  addresses: Addresses,
): string {
  const changed = new Map<string, string>([
    ...data.events.map(({ id, revisions }) => [`e/${id}/`, revisions.at(-1)?.date ?? ''] as const),
    ...tours.map(({ id, updated }) => [`t/${id}/`, updated] as const),
  ]);
  const urls = paths
    .filter((path) => !SECOND_FORMS.test(path))
    .map((path) =>
      element('url', {}, [
        element('loc', {}, addresses.link('sitemap.xml', path)),
        element('lastmod', {}, changed.get(path) ?? data.updated),
      ]),
    );
  return document(element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls));
}

/** Everybody may read everything; where the site's address is known, so is the sitemap's. */
export function robotsOf({ absolute }: Addresses): string {
  const sitemap = absolute('sitemap.xml');
  return ['User-agent: *', 'Allow: /', ...(sitemap === undefined ? [] : ['', `Sitemap: ${sitemap}`]), ''].join('\n');
}
