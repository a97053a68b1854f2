/** Elements whose edges separate words; the tags of all others vanish without a trace (`<b>wo</b>rd`). */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'head header hr html legend li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/** The names that news pages use; any other character has a number. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  shy: '\u00AD',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  frac12: '½',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  sect: '§',
  times: '×',
  aacute: 'á',
  agrave: 'à',
  auml: 'ä',
  ccedil: 'ç',
  eacute: 'é',
  egrave: 'è',
  euml: 'ë',
  iacute: 'í',
  iuml: 'ï',
  ntilde: 'ñ',
  oacute: 'ó',
  ouml: 'ö',
  szlig: 'ß',
  uacute: 'ú',
  uuml: 'ü',
};

/**
 * The words of an HTML page without its tags, comments, scripts and styles, entities decoded. Part of `norm-1`, so it must stay as it is:
 * an edge of a block becomes a space, any other tag nothing, and an entity that is not in the table stays as it is written.
 */
export function withoutMarkup(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<![a-z][^>]*>/gi, '')
    .replace(/<\/?([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi, (_, name: string) =>
      BLOCKS.has(name.toLowerCase()) ? ' ' : '',
    )
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]*));/gi,
      (whole, hex?: string, decimal?: string, name?: string) =>
        name === undefined ? characterOf(parseInt(hex ?? decimal ?? '', hex ? 16 : 10)) : (ENTITIES[name] ?? whole),
    );
}

/** What a number stands for; the replacement character where it stands for nothing, as HTML has it. */
function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}
