import { isoDate, turned, type CiteDate, type CiteItem, type CiteName } from '#model/cite.ts';

/** Citations for programs: BibTeX, RIS and CSL-JSON. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const latex = (text: string): string =>
  text.replace(/[\\~^&%$#_{}]/g, (sign) => LATEX[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');
/** In an address only what would unbalance the braces is changed. */
const latexUrl = (url: string): string => url.replace(/[{}\\]/g, encodeURIComponent);
const bibName = (name: CiteName): string =>
  'literal' in name
    ? `{${latex(name.literal)}}`
    : [name.family, name.given].flatMap((part) => (part ? [latex(part)] : [])).join(', ');

/** One entry; UTF-8, months as BibTeX's own words, titles as they are written. */
export function bibtex(item: CiteItem): string {
  const { id, type, title, container, publisher, authors, issued, accessed, url, language, revision } = item;
  const isArticle = type === 'article-newspaper' || type === 'article-magazine';
  const field = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`  ${name} = ${value}`];
  const braced = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : `{${latex(text)}}`;
  const fields = [
    ...field('author', authors.length > 0 ? `{${authors.map(bibName).join(' and ')}}` : undefined),
    ...field('title', title === undefined ? undefined : `{{${latex(title)}}}`),
    ...field(isArticle ? 'journal' : 'howpublished', braced(container ?? publisher)),
    ...field('publisher', isArticle || container === undefined ? undefined : braced(publisher)),
    ...field('year', issued && `{${issued.year}}`),
    ...field('month', issued?.month === undefined ? undefined : MONTHS[issued.month - 1]),
    ...field('day', issued?.day === undefined ? undefined : `{${issued.day}}`),
    ...field('url', url && `{${latexUrl(url)}}`),
    ...field('urldate', accessed && `{${isoDate(accessed)}}`),
    ...field('version', revision === undefined ? undefined : `{${revision}}`),
    ...field('language', braced(language)),
  ];
  return `@${isArticle ? 'article' : 'misc'}{${id},\n${fields.join(',\n')}\n}\n`;
}

const RIS_TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
  'entry-encyclopedia': 'ENCYC',
  report: 'RPRT',
  broadcast: 'MPCT',
};

/** One record, lines ended as RIS wants them. @see https://en.wikipedia.org/wiki/RIS_(file_format) */
export function ris(item: CiteItem): string {
  const { id, type, title, container, publisher, authors, issued, accessed, url, language, revision } = item;
  const line = (tag: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}`];
  const slashed = ({ year, month, day }: CiteDate): string =>
    `${year}/${month === undefined ? '' : two(month)}/${day === undefined ? '' : two(day)}/`;
  return [
    ...line('TY', RIS_TYPES[type] ?? 'GEN'),
    ...line('ID', id),
    ...authors.flatMap((name) => line('AU', turned(name))),
    ...line('TI', title),
    ...line('T2', container),
    ...line('PB', publisher),
    ...line('PY', issued && String(issued.year)),
    ...line('DA', issued && slashed(issued)),
    ...line('ET', revision === undefined ? undefined : String(revision)),
    ...line('UR', url),
    ...line('Y2', accessed && slashed(accessed)),
    ...line('LA', language),
    'ER  - ',
    '',
  ].join('\r\n');
}

/** A record of CSL-JSON. @see https://github.com/citation-style-language/schema */
export function cslJson(item: CiteItem): Readonly<Record<string, unknown>> {
  const { id, type, title, container, publisher, authors, issued, accessed, url, language, revision } = item;
  const parts = ({ year, month, day }: CiteDate) => ({
    'date-parts': [
      [year, ...(month === undefined ? [] : [month]), ...(month === undefined || day === undefined ? [] : [day])],
    ],
  });
  return {
    id,
    type,
    ...(title !== undefined && { title }),
    ...(container !== undefined && { 'container-title': container }),
    ...(publisher !== undefined && { publisher }),
    ...(authors.length > 0 && { author: authors }),
    ...(issued && { issued: parts(issued) }),
    ...(accessed && { accessed: parts(accessed) }),
    ...(url !== undefined && { URL: url }),
    ...(language !== undefined && { language }),
    ...(revision !== undefined && { version: String(revision) }),
  };
}
