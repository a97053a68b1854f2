/** Addresses of files of the site, as another file of it writes them. */
export type Addresses = {
  /** Where the site stands, ending in `/`; undefined when the build was not told. */
  readonly root: string | undefined;
  /** Of the root. */
  readonly origin: string | undefined;
  /** The address of a path below the root: absolute where the site's own is known, else undefined. */
  readonly absolute: (path: string) => string | undefined;
  /** The same for a link in the file `from`: absolute, or else relative to that file, which is true wherever the files are put. */
  readonly link: (from: string, path: string) => string;
};

/** @param siteUrl `https://example.org/story`, with or without a slash at its end */
export function addressesOf(siteUrl: string | undefined): Addresses {
  const root = siteUrl === undefined ? undefined : siteUrl.replace(/\/*$/, '/');
  const absolute = (path: string): string | undefined => (root === undefined ? undefined : new URL(path, root).href);
  return {
    root,
    origin: root === undefined ? undefined : new URL(root).origin,
    absolute,
    link: (from, path) => absolute(path) ?? (`${'../'.repeat(from.split('/').length - 1)}${path}` || './'),
  };
}
