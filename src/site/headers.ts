/**
 * The one source of every HTTP header the site wants: the meta tag in each page and the files for the usual hosts are made from it.
 * No `#` imports here: the build's own configuration loads this file before any resolver runs.
 */

/**
 * Everything from our own host and nothing else; no inline script or style; strings become code or markup nowhere but in the two policies
 * that are named: Svelte's, and the one that lets the worker for many events be started by its address. Framing is wanted, so
 * `frame-ancestors` allows it; it is the one directive a meta tag may not hold.
 */
const POLICY: readonly (readonly [directive: string, ...values: string[]])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['worker-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'", 'data:'],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['frame-src', "'self'"], // a preview of what is embedded
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['object-src', "'none'"],
  ['frame-ancestors', '*'],
  ['require-trusted-types-for', "'script'"],
  ['trusted-types', 'svelte-trusted-html', 'sourceline-worker'],
];

/**
 * The policy as the header's value, or as a meta tag may state it.
 * @param origin of the site, where it is known: in a sandboxed frame, where the origin of the page is opaque, WebKit takes `'self'` for nothing at all
 */
export function contentSecurityPolicy(where: 'header' | 'meta', origin?: string): string {
  const own = origin === undefined ? "'self'" : `'self' ${origin}`;
  return POLICY.filter(([directive]) => where === 'header' || directive !== 'frame-ancestors')
    .map((parts) => parts.join(' ').replace("'self'", own))
    .join('; ');
}

type Headers = readonly (readonly [name: string, value: string])[];

/**
 * Sent with every answer, errors included: in a sandboxed frame our origin is opaque, and without CORS the page would stay blank.
 * @see contentSecurityPolicy
 */
export function headersOf(origin?: string): Headers {
  return [['Content-Security-Policy', contentSecurityPolicy('header', origin)], ...OTHER_HEADERS];
}

const OTHER_HEADERS: Headers = [
  ['Access-Control-Allow-Origin', '*'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  [
    'Permissions-Policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-write=(self), fullscreen=(self)',
  ],
  ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
];

/** What each kind of file is, by its ending. Hosts guess most of these right and some not: citations, above all. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  txt: 'text/plain',
  woff2: 'font/woff2',
  xml: 'application/xml',
  csv: 'text/csv',
  ics: 'text/calendar',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
};
/** What is text beyond doubt, and UTF-8. */
const TEXT = new Set(['html', 'js', 'css', 'json', 'txt', 'xml', 'csv', 'ics', 'bib', 'ris']);

/** The type of a file by the ending of its path, as a header states it. */
export function typeOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const type = TYPES[ending] ?? 'application/octet-stream';
  return TEXT.has(ending) ? `${type}; charset=utf-8` : type;
}

/** Files whose name holds a hash of their content may be kept for ever; all else is asked for anew, or two builds would mix. */
const KEEP = 'public, max-age=31536000, immutable';
const ASK = 'no-cache';
/** One expression for the hosts that know them: `assets/…` and `data/story.<hash>.json`. */
const HASHED = String.raw`/(assets/[^/]+|data/story\.[0-9a-f]{16}\.json)$`;

const HASHED_PATH = new RegExp(HASHED);

/** Whether the name of a file holds a hash of what is in it. */
export function isHashed(path: string): boolean {
  return HASHED_PATH.test(`/${path}`);
}

/** How long a file of the site may be kept, as nginx and Apache are told to say. */
export function cacheControlOf(path: string): string {
  return isHashed(path) ? KEEP : ASK;
}

/** A page that moved: both paths from the root, ending in `/`. */
export type Move = { readonly from: string; readonly to: string };

/**
 * For Netlify, Cloudflare Pages and their kin.
 * @param base path of the site on its host, beginning and ending in `/`
 */
export function netlifyRedirects(moves: readonly Move[], base: string): string {
  return moves.map(({ from, to }) => `${base}${from} ${base}${to} 301\n`).join('');
}

/**
 * For Netlify, Cloudflare Pages and their kin. They join the values when two rules set one header, so no two rules for
 * `Cache-Control` may match one file: what is neither hashed nor named here keeps the host's default, which asks anew as well.
 * @param dataFiles the hashed data files of this build, from the root
 */
export function netlifyHeaders(dataFiles: readonly string[], origin?: string): string {
  const rule = (path: string, headers: Headers) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    rule('/*', headersOf(origin)),
    rule('/assets/*', [['Cache-Control', KEEP]]),
    ...dataFiles.map((file) => rule(`/${file}`, [['Cache-Control', KEEP]])),
    ...['/', '/e/*', '/data/story.json'].map((path) => rule(path, [['Cache-Control', ASK]])),
    '',
  ].join('\n');
}

/** To be included in a `server` block. Locations of that block with an `add_header` of their own must include it again: nginx forgets. */
export function nginxConfig(moves: readonly Move[], origin?: string): string {
  const types = Object.entries(TYPES).map(([ending, type]) => `  ${type} ${ending};`);
  // nginx has text/html among them by itself, and warns of it twice.
  const texts = [...TEXT].flatMap((ending) => (ending === 'html' ? [] : (TYPES[ending] ?? [])));
  return [
    'types {',
    ...types,
    '}',
    `default_type ${typeOf('')};`,
    'charset utf-8;',
    `charset_types ${texts.join(' ')};`,
    'absolute_redirect off;',
    `set $sourceline_cache "${ASK}";`,
    `if ($uri ~ "${HASHED}") { set $sourceline_cache "${KEEP}"; }`,
    'add_header Cache-Control $sourceline_cache always;',
    ...headersOf(origin).map(([name, value]) => `add_header ${name} "${value}" always;`),
    'index index.html;',
    ...moves.map(({ from, to }) => `rewrite "^(.*)/${from}(?:index\\.html)?$" "$1/${to}" permanent;`),
    '',
  ].join('\n');
}

/** For Apache; needs mod_headers, mod_mime and mod_alias. Works in whatever folder it is put. */
export function htaccess(moves: readonly Move[], origin?: string): string {
  return [
    'DirectoryIndex index.html',
    'Options -Indexes',
    '<IfModule mod_headers.c>',
    ...headersOf(origin).map(([name, value]) => `  Header always set ${name} "${value}"`),
    `  Header set Cache-Control "${ASK}"`,
    `  <If "%{REQUEST_URI} =~ m#${HASHED}#">`,
    `    Header set Cache-Control "${KEEP}"`,
    '  </If>',
    '</IfModule>',
    '<IfModule mod_mime.c>',
    ...Object.keys(TYPES).map((ending) => `  AddType "${typeOf(`.${ending}`)}" .${ending}`),
    '</IfModule>',
    ...moves.map(({ from, to }) => `RedirectMatch 301 "^(.*)/${from}(?:index\\.html)?$" "$1/${to}"`),
    '',
  ].join('\n');
}
