import { DOMParser, type Element } from '@xmldom/xmldom';

const ATOM = 'http://www.w3.org/2005/Atom';
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\S+$/i;

type Often = 'one' | 'at most one' | 'any';
const FEED: Readonly<Record<string, Often>> = {
  id: 'one',
  title: 'one',
  updated: 'one',
  generator: 'at most one',
  icon: 'at most one',
  logo: 'at most one',
  rights: 'at most one',
  subtitle: 'at most one',
  author: 'any',
  category: 'any',
  contributor: 'any',
  entry: 'any',
  link: 'any',
};
const ENTRY: Readonly<Record<string, Often>> = {
  id: 'one',
  title: 'one',
  updated: 'one',
  content: 'at most one',
  published: 'at most one',
  rights: 'at most one',
  source: 'at most one',
  summary: 'at most one',
  author: 'any',
  category: 'any',
  contributor: 'any',
  link: 'any',
};
const PERSON: Readonly<Record<string, Often>> = { name: 'one', uri: 'at most one', email: 'at most one' };

/**
 * Holds a feed against what the Atom format says it must be, and against its advice that a feed names its own address.
 * @returns what is wrong, in words; empty for a feed that keeps the rules
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function atomFaults(text: string): readonly string[] {
  const faults: string[] = [];
  const onError = (level: string, message: string): void => void faults.push(`${level}: ${message}`);
  const root = new DOMParser({ onError }).parseFromString(text, 'application/xml').documentElement;
  if (!root || root.namespaceURI !== ATOM || root.localName !== 'feed') return [...faults, 'the root is no atom:feed'];
  const entries = childrenOf(root, 'entry');
  const withoutAuthor = entries.filter((entry) => childrenOf(entry, 'author').length === 0);
  if (childrenOf(root, 'author').length === 0 && withoutAuthor.length > 0) faults.push('nobody is the author (4.1.1)');
  if (!childrenOf(root, 'link').some((link) => link.getAttribute('rel') === 'self'))
    faults.push('no link to the feed itself (4.1.1)');
  const ids = entries.map((entry) => textIn(entry, 'id'));
  if (new Set(ids).size < ids.length) faults.push('two entries have one id (4.2.6)');
  return [...faults, ...itemFaults(root, FEED), ...entries.flatMap(entryFaults)];
}

function entryFaults(entry: Element): readonly string[] {
  const links = childrenOf(entry, 'link');
  const hasAlternate = links.some((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate');
  const content = childrenOf(entry, 'content')[0];
  return [
    ...itemFaults(entry, ENTRY),
    ...(content || hasAlternate ? [] : ['an entry with neither content nor an address (4.1.2)']),
    ...(content?.getAttribute('src') && !childrenOf(entry, 'summary')[0]
      ? ['content elsewhere, no summary (4.1.2)']
      : []),
  ];
}

/** What feeds and entries have in common. */
function itemFaults(item: Element, grammar: Readonly<Record<string, Often>>): readonly string[] {
  const alternates = childrenOf(item, 'link')
    .filter((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate')
    .map((link) => `${link.getAttribute('type')} ${link.getAttribute('hreflang')}`);
  return [
    ...countFaults(item, grammar),
    ...(ABSOLUTE.test(textIn(item, 'id')) ? [] : [`an id that is no IRI: ${textIn(item, 'id')} (4.2.6)`]),
    ...['updated', 'published']
      .flatMap((name) => childrenOf(item, name))
      .flatMap((date) =>
        TIMESTAMP.test(date.textContent ?? '') ? [] : [`a date that is none: ${date.textContent} (3.3)`],
      ),
    ...['title', 'subtitle', 'rights', 'summary']
      .flatMap((name) => childrenOf(item, name))
      .flatMap((one) =>
        ['text', 'html', 'xhtml'].includes(one.getAttribute('type') ?? 'text')
          ? []
          : [`a text of unknown type (3.1.1)`],
      ),
    ...childrenOf(item, 'link').flatMap((link) =>
      link.getAttribute('href') ? [] : ['a link without an address (4.2.7)'],
    ),
    ...childrenOf(item, 'category').flatMap((one) =>
      one.getAttribute('term') ? [] : ['a category without a term (4.2.2)'],
    ),
    ...['author', 'contributor'].flatMap((name) => childrenOf(item, name)).flatMap((one) => countFaults(one, PERSON)),
    ...(new Set(alternates).size < alternates.length ? ['two alternates of one type and language (4.1.1)'] : []),
  ];
}

function countFaults(parent: Element, grammar: Readonly<Record<string, Often>>): readonly string[] {
  const unknown = elementsIn(parent)
    .filter(({ namespaceURI, localName }) => namespaceURI === ATOM && !(localName && localName in grammar))
    .map(({ localName }) => `${localName} may not stand in ${parent.localName}`);
  const counted = Object.entries(grammar).flatMap(([name, often]) => {
    const n = childrenOf(parent, name).length;
    return (often === 'one' && n !== 1) || (often === 'at most one' && n > 1)
      ? [`expected ${often} ${name} in ${parent.localName}, got ${n}`]
      : [];
  });
  return [...unknown, ...counted];
}

function elementsIn(parent: Element): readonly Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

function childrenOf(parent: Element, name: string): readonly Element[] {
  return elementsIn(parent).filter(({ namespaceURI, localName }) => namespaceURI === ATOM && localName === name);
}

function textIn(parent: Element, name: string): string {
  return childrenOf(parent, name)[0]?.textContent ?? '';
}
