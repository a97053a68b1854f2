/** Text as XML may hold it: what XML 1.0 forbids even when escaped is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A piece of XML: a text is escaped, an element is not, a list is written one after another, undefined is left out. */
type Content = string | Element | undefined | readonly Content[];
export type Element = { readonly markup: string };

/** An element. Attributes that are undefined are left out; one without content closes itself. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  content: Content = undefined,
): Element {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(value)}"`,
  );
  const inner = markupOf(content);
  const start = `<${name}${written.join('')}`;
  return { markup: inner === '' ? `${start}/>` : `${start}>${inner}</${name}>` };
}

function markupOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(content);
  if ('markup' in content) return content.markup;
  const parts = content.filter((part) => part !== undefined);
  // White space between elements means nothing; beside text it would.
  return parts.map(markupOf).join(parts.some((part) => typeof part === 'string') ? '' : '\n');
}

/** A whole XML file. */
export function document(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`;
}
