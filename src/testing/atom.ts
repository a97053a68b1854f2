import { readFileSync } from 'node:fs';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { validateXML } from 'xmllint-wasm';

const ATOM = 'http://www.w3.org/2005/Atom';
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\S+$/i;
const ZONED = /(?:Z|[+-]\d\d:\d\d)$/;
const GRAMMAR = readFileSync(new URL('atom.rng', import.meta.url), 'utf8');

/**
 * Holds feeds against what the Atom format says they must be: its grammar (`atom.rng`, asked of libxml2, all at once since it takes long to start),
 * and for those that keep it the rules that no grammar can say, with the advice that a feed names its own address.
 * @returns for each what is wrong, in words; empty for a feed that keeps the rules
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export async function atomFaults(feeds: readonly string[]): Promise<readonly (readonly string[])[]> {
  const xml = feeds.map((contents, i) => ({ fileName: `${i}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: GRAMMAR, extension: 'relaxng' });
  return feeds.map((text, i) => {
    const told = errors.filter(({ rawMessage }) => rawMessage.startsWith(`${i}.xml:`)).map(({ message }) => message);
    const root = told.length === 0 && new DOMParser().parseFromString(text, 'application/xml').documentElement;
    return root ? feedFaults(root) : told;
  });
}

function feedFaults(root: Element): readonly string[] {
  const entries = childrenOf(root, 'entry');
  const faults: string[] = [];
  const withoutAuthor = entries.filter((entry) => childrenOf(entry, 'author').length === 0);
  if (childrenOf(root, 'author').length === 0 && withoutAuthor.length > 0) faults.push('nobody is the author (4.1.1)');
  if (!childrenOf(root, 'link').some((link) => link.getAttribute('rel') === 'self'))
    faults.push('no link to the feed itself (4.1.1)');
  const ids = entries.map((entry) => textIn(entry, 'id'));
  if (new Set(ids).size < ids.length) faults.push('two entries have one id (4.2.6)');
  return [...faults, ...itemFaults(root), ...entries.flatMap(entryFaults)];
}

function entryFaults(entry: Element): readonly string[] {
  const content = childrenOf(entry, 'content')[0];
  return [
    ...itemFaults(entry),
    ...(content || alternatesOf(entry).length > 0 ? [] : ['an entry with neither content nor an address (4.1.2)']),
    ...(content?.getAttribute('src') && !childrenOf(entry, 'summary')[0]
      ? ['content elsewhere, no summary (4.1.2)']
      : []),
  ];
}

/** What feeds and entries have in common. */
function itemFaults(item: Element): readonly string[] {
  const alternates = alternatesOf(item).map((link) => `${link.getAttribute('type')} ${link.getAttribute('hreflang')}`);
  const dates = ['updated', 'published'].flatMap((name) => childrenOf(item, name));
  return [
    ...(ABSOLUTE.test(textIn(item, 'id')) ? [] : [`an id that is no IRI: ${textIn(item, 'id')} (4.2.6)`]),
    ...dates.flatMap(({ textContent: date }) => (ZONED.test(date ?? '') ? [] : [`a time of no zone: ${date} (3.3)`])),
    ...(new Set(alternates).size < alternates.length ? ['two alternates of one type and language (4.1.1)'] : []),
  ];
}

function alternatesOf(item: Element): readonly Element[] {
  return childrenOf(item, 'link').filter((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate');
}

function childrenOf(parent: Element, name: string): readonly Element[] {
  return [...parent.childNodes]
    .filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
    .filter(({ namespaceURI, localName }) => namespaceURI === ATOM && localName === name);
}

function textIn(parent: Element, name: string): string {
  return childrenOf(parent, name)[0]?.textContent ?? '';
}
