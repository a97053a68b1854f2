import type { NamedMany } from '#model/records.ts';
import type { EventId } from '#model/types.ts';
import type { RecordName } from '#state/record-names.ts';

/** A page that the app brings to life. */
export type AppPage =
  | { readonly kind: 'story' }
  | { readonly kind: 'event'; readonly id: EventId }
  /** Many events, from a file that the address names; with a name, from one of the site's own. */
  | { readonly kind: 'columns'; readonly name?: string };

/** Where the site gives out its files of many events, below its root. */
export const COLUMNS_FOLDER = 'data/columns/';

/** The file of a page of many events, below the root of the site. */
export function columnsFile(name: string): string {
  return `${COLUMNS_FOLDER}${name}.json`;
}

/** A file of many events that belongs to the site, as pages name it. */
export type ColumnsLink = { readonly name: string; readonly title: string };

export function columnsLinks(many: readonly NamedMany[]): readonly ColumnsLink[] {
  return many.map(({ name, many: { header } }) => ({ name, title: header.title }));
}

/** A tour: a document that its own script walks through. */
export type TourPage = { readonly kind: 'tour'; readonly id: string };

/** A page that is read and not used: the build writes it whole, and it needs no script. */
export type DocumentPage =
  | { readonly kind: RecordName }
  /** An event as one of its revisions had it; never changes again. */
  | { readonly kind: 'revision'; readonly id: EventId; readonly n: number }
  /** What stands where an event was that is no longer there. */
  | { readonly kind: 'retired'; readonly id: EventId }
  /** All tours. */
  | { readonly kind: 'tours' }
  /** What stands where a tour was. */
  | { readonly kind: 'retiredTour'; readonly id: string };

/** What one HTML file of the site is about. */
export type Page = AppPage | TourPage | DocumentPage;

export function isAppPage(page: Page): page is AppPage {
  return page.kind === 'story' || page.kind === 'event' || page.kind === 'columns';
}

/** The address of a page below the root of the site: empty for the front page, else ending in `/`. */
export function pathOf(page: Page): string {
  switch (page.kind) {
    case 'story':
      return '';
    case 'event':
    case 'retired':
      return `e/${page.id}/`;
    case 'tour':
    case 'retiredTour':
      return `t/${page.id}/`;
    case 'tours':
      return 't/';
    case 'columns':
      return page.name === undefined ? 'columns/' : `columns/${page.name}/`;
    case 'revision':
      return `e/${page.id}/r/${page.n}/`;
    default:
      return `${page.kind}/`;
  }
}

/** From a page to the root of the site, so that a build works at any sub-path: `./`, `../../`. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

/** The page of the app at a path that `pathOf` gave; anything else is read as the front page. */
export function pageAt(path: string): AppPage {
  const columns = /^columns\/(?:([^/]+)\/)?$/.exec(path);
  if (columns) return { kind: 'columns', ...(columns[1] !== undefined && { name: columns[1] }) };
  const id = /^e\/([^/]+)\/$/.exec(path)?.[1];
  return id === undefined ? { kind: 'story' } : { kind: 'event', id: id as EventId };
}

/** An absolute address, from one that may be relative to `base`. */
export function absolute(address: string, base: string): string {
  return new URL(address, base).href;
}
