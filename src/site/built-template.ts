const STYLES = /\n *<link rel="stylesheet"[^>]*>/g;

/**
 * A template as the bundler wrote it, with its styles before its scripts, and fetched without CORS: so a page keeps its looks on hosts that send
 * no such header, and from a plain folder. A server of HTTP/1.1 sends six files at a time: behind a dozen scripts the styles, and with them the
 * first paint, would wait.
 */
export function stylesFirst(html: string): string {
  const links = [...html.matchAll(STYLES)].map(([link]) => link.replace(' crossorigin', '')).join('');
  return html.replace(STYLES, '').replace(/\n *<script type="module"/, (script) => links + script);
}

const SCRIPTS = /\n *<script type="module"[^>]*><\/script>|\n *<link rel="modulepreload"[^>]*>/g;

/**
 * A template whose scripts start once the browser has been given the first frame of what the build wrote. To fetch, read and run them takes the
 * processor from drawing that frame: begun after it they are done as early, and the words are there before. A frame that waits for the network
 * is waited for no longer than a tenth of a second.
 * @param scripts paths below the root: the first of the page, then those that it imports
 */
export function afterFirstFrame(html: string, scripts: readonly string[]): string {
  const starter = `\n    <script async src="./first-frame.js" data-scripts="${scripts.join(' ')}"></script>`;
  return html.replace(SCRIPTS, '').replace('\n  </head>', `${starter}\n  </head>`);
}

/** Fonts that every page in Latin script is set in, by the beginning of their file names. */
const FONTS = ['inter-latin-wght-normal', 'source-serif-4-latin-wght-normal'];

/**
 * A template that asks for its fonts beside its styles: words are set once, and not first in a font of the system. Other scripts have other fonts,
 * of which a page may need any.
 * @param language BCP 47
 * @param files of the build, below the root
 */
export function withFonts(html: string, language: string, files: readonly string[]): string {
  if (new Intl.Locale(language).maximize().script !== 'Latn') return html;
  const links = files
    .filter((file) => FONTS.some((font) => file.startsWith(`assets/${font}`)))
    .map((file) => `\n    <link rel="preload" as="font" type="font/woff2" crossorigin href="./${file}">`);
  return html.replace(STYLES, (styles) => styles + links.join(''));
}

/** The app's template without its scripts, and with the styles of documents instead of its own. */
export function documentTemplate(app: string, stylesheet: string): string {
  return app
    .replace(SCRIPTS, '')
    .replace(/\n *<div data-notice[^>]*><\/div>/, '')
    .replace(STYLES, '')
    .replace('\n  </head>', `\n    <link rel="stylesheet" href="./${stylesheet}">\n  </head>`);
}
