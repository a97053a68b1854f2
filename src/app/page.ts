import type { EventId } from '#model/types.ts';

/** What one HTML file of the site is about. */
export type Page = { readonly kind: 'story' } | { readonly kind: 'event'; readonly id: EventId };

/** The address of a page below the root of the site: empty for the front page, else ending in `/`. */
export function pathOf(page: Page): string {
  return page.kind === 'story' ? '' : `e/${page.id}/`;
}

/** From a page to the root of the site, so that a build works at any sub-path: `./`, `../../`. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

/** The page at a path that `pathOf` gave; anything else is read as the front page. */
export function pageAt(path: string): Page {
  const id = /^e\/([^/]+)\/$/.exec(path)?.[1];
  return id === undefined ? { kind: 'story' } : { kind: 'event', id: id as EventId };
}

/** An absolute address, from one that may be relative to `base`. */
export function absolute(address: string, base: string): string {
  return new URL(address, base).href;
}
