/** Longer quotations are named by their first and last words: they may cross from one block of the page to the next. */
const SHORT = 8;
const ENDS = 4;

/**
 * The address that opens a page at the words of a quotation.
 * @param url of the page; a fragment it has is kept
 * @param quote the exact words
 * @returns null where browsers find no words: PDF, and a quotation without any
 * @see https://wicg.github.io/scroll-to-text-fragment/ (`#:~:text=start,end`; whole words only, `-` `,` `&` are syntax)
 */
export function quotationUrl(url: string, quote: string): string | null {
  const { pathname, hash } = new URL(url);
  const words = quote.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0 || /\.pdf$/i.test(pathname)) return null;
  const parts = words.length <= SHORT ? [words] : [words.slice(0, ENDS), words.slice(-ENDS)];
  const text = parts.map((part) => escaped(part.join(' '))).join(',');
  return `${url}${hash === '' && !url.endsWith('#') ? '#' : ''}:~:text=${text}`;
}

const escaped = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
