import type { Source } from '#model/types.ts';

/** Where a source can be read, and the host as readers are shown it; null where no person has checked the address, or none is known. */
export function linkOf({
  linkChecked,
  csl: { URL: url },
}: Source): { readonly url: string; readonly host: string } | null {
  return linkChecked && url ? { url, host: new URL(url).host.replace(/^www\./, '') } : null;
}
