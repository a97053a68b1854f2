import { isoDate, turned, type CiteDate, type CiteItem, type CiteName } from '#model/cite.ts';

/** Citations for reading, in English as the styles are. Pure texts: what a style sets in italics is not marked. */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SHORT_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** What stands in brackets for a thing without a title. */
const KINDS: Readonly<Record<string, string>> = {
  'article-newspaper': 'Newspaper article',
  'article-magazine': 'Magazine article',
  article: 'Article',
  webpage: 'Web page',
  document: 'Document',
  report: 'Report',
  speech: 'Speech',
  broadcast: 'Broadcast',
  'entry-encyclopedia': 'Encyclopedia entry',
  'post-weblog': 'Blog post',
};
const kindOf = ({ type }: CiteItem): string => KINDS[type] ?? 'Document';

/** What it appeared in; a publisher stands for it where it has no other. */
const whole = ({ container, publisher }: CiteItem): string => container ?? publisher ?? '';
const textOf = (name: CiteName): string =>
  'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ');
const stopped = (text: string): string => (/[.?!…]["”’]*$/.test(text) ? text : `${text}.`);
/** In double quotation marks; those inside become single. */
const quoted = (text: string): string => `“${text.replace(/["“]([^"”]*)["”]/g, '‘$1’')}”`;
const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');
const listed = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}, ${and} ${names.at(-1) ?? ''}`;

/** @see https://apastyle.apa.org/style-grammar-guidelines/references/examples */
export function apa(item: CiteItem): string {
  const { authors, title, issued, accessed, url, revision, container, publisher, type } = item;
  const named = title ?? `[${kindOf(item)}]`;
  const heading = stopped(revision === undefined ? named : `${named.replace(/\.$/, '')} (Revision ${revision})`);
  // A body that published a document is its author where no person is named.
  const body = authors.length === 0 && container === undefined ? publisher : undefined;
  const by = authors.length > 0 ? listed(authors.map(initialled), '&') : body;
  const date = `(${issued ? apaDate(issued) : 'n.d.'}).`;
  const place = whole(item);
  const within = place === by ? '' : type === 'entry-encyclopedia' ? `In ${stopped(place)}` : stopped(place);
  const changes = revision !== undefined || (type === 'entry-encyclopedia' && issued === undefined);
  const address = url === undefined ? '' : changes && accessed ? `Retrieved ${usDate(accessed)}, from ${url}` : url;
  return joined(by === undefined ? [heading, date, within, address] : [stopped(by), date, heading, within, address]);
}

function initialled(name: CiteName): string {
  if ('literal' in name) return name.literal;
  const initials = (name.given ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => `${[...one][0] ?? ''}.`);
  return [name.family, initials.join(' ')].filter(Boolean).join(', ');
}

function apaDate({ year, month, day }: CiteDate): string {
  if (month === undefined) return String(year);
  return `${year}, ${MONTHS[month - 1] ?? ''}${day === undefined ? '' : ` ${day}`}`;
}

function usDate({ year, month, day }: CiteDate): string {
  if (month === undefined) return String(year);
  return `${MONTHS[month - 1] ?? ''}${day === undefined ? '' : ` ${day},`} ${year}`;
}

/** @see https://style.mla.org/works-cited/citations-by-format/ */
export function mla(item: CiteItem): string {
  const { authors, title, issued, accessed, url, revision, publisher } = item;
  const place = whole(item);
  const [first, second, ...more] = authors;
  const who =
    first === undefined || textOf(first) === publisher
      ? ''
      : stopped(
          second === undefined
            ? turned(first)
            : more.length > 0
              ? `${turned(first)}, et al`
              : `${turned(first)}, and ${textOf(second)}`,
        );
  const parts = [
    place,
    revision === undefined ? '' : `revision ${revision}`,
    publisher === place || item.container === undefined || revision === undefined ? '' : publisher,
    issued === undefined ? '' : mlaDate(issued),
    url,
  ];
  const rest = stopped(parts.filter((part) => part !== undefined && part !== '').join(', '));
  return joined([
    who,
    title === undefined ? `${kindOf(item)}.` : quoted(stopped(title)),
    rest,
    accessed && `Accessed ${mlaDate(accessed)}.`,
  ]);
}

function mlaDate({ year, month, day }: CiteDate): string {
  return joined([
    day === undefined ? '' : String(day),
    month === undefined ? '' : SHORT_MONTHS[month - 1],
    String(year),
  ]);
}

/** Of a bibliography. @see https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html */
export function chicago(item: CiteItem): string {
  const { authors, title, issued, accessed, url, revision } = item;
  const place = whole(item);
  const [first, ...others] = authors;
  const who = first === undefined ? place : listed([turned(first), ...others.map(textOf)], 'and');
  const state = [revision === undefined ? '' : `Revision ${revision}`, issued === undefined ? '' : usDate(issued)]
    .filter(Boolean)
    .join(', ');
  const shown =
    who === place
      ? state
      : place === ''
        ? state
        : revision === undefined
          ? [place, state].filter(Boolean).join(', ')
          : `${stopped(place)} ${state}`;
  // A date of access is asked for where there is no other, and wherever the page may change.
  const looked = accessed && (issued === undefined || revision !== undefined) ? `Accessed ${usDate(accessed)}.` : '';
  return joined([
    who === '' ? '' : stopped(who),
    title === undefined ? `${kindOf(item)}.` : quoted(stopped(title)),
    shown === '' ? '' : stopped(shown),
    looked,
    url === undefined ? '' : stopped(url),
  ]);
}

/** All that is known, in plain words and no style. */
export function plain(item: CiteItem): string {
  const { authors, title, issued, accessed, url, revision, container, publisher } = item;
  const parts = [
    authors.map(textOf).join(', '),
    title === undefined ? kindOf(item) : quoted(title),
    container,
    publisher === container || authors.some((name) => textOf(name) === publisher) ? undefined : publisher,
    revision === undefined ? undefined : `revision ${revision}`,
    issued === undefined ? 'no date' : isoDate(issued),
    url,
    accessed && `read ${isoDate(accessed)}`,
  ];
  return stopped(parts.filter((part) => part !== undefined && part !== '').join(', '));
}
