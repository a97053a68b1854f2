import { gzipSync } from 'node:zlib';

/** kB (1000 bytes) after gzip that a first page may take, before anybody does anything; in a frame of somebody else's page it is less. */
const LIMITS = { page: { js: 90, css: 20 }, embed: { js: 70, css: 20 } } as const;
export type PageKind = keyof typeof LIMITS;

export type PageSizes = { readonly html: number; readonly js: number; readonly css: number; readonly data: number };

const kilobytes = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length / 1000;

/**
 * What a page makes a browser fetch, in kB after gzip.
 * @param html the page; each script, module preload and stylesheet it names counts, and the data file; scripts that wait for the first frame are among those started
 * @param started scripts that the entry imports later by itself, from the root: they are fetched on the first page too
 * @param read gives a file of the build by its path from the root
 */
export function sizesOf(html: string, started: readonly string[], read: (path: string) => Uint8Array): PageSizes {
  const named = [
    ...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="(?:\.\.?\/)*((?:(?:assets|data)\/|first-frame)[^"]+)"/g),
  ].map(([, path = '']) => path);
  const sum = (ending: string) =>
    [...new Set([...named, ...started])]
      .filter((path) => path.endsWith(ending))
      .reduce((total, path) => total + kilobytes(read(path)), 0);
  return { html: kilobytes(html), js: sum('.js'), css: sum('.css'), data: sum('.json') };
}

/** One line a page for the terminal. */
export function sizesLine(name: string, kind: PageKind, { html, js, css, data }: PageSizes): string {
  const figure = (kB: number, limit?: number) => `${kB.toFixed(1)}${limit === undefined ? '' : ` of ${limit}`} kB`;
  return `${name}: JavaScript ${figure(js, LIMITS[kind].js)}, CSS ${figure(css, LIMITS[kind].css)}, HTML ${figure(html)}, data ${figure(data)} (gzip)`;
}

export function isTooLarge(kind: PageKind, { js, css }: PageSizes): boolean {
  return js > LIMITS[kind].js || css > LIMITS[kind].css;
}
