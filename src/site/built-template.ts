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

/** The app's template without its scripts, and with the styles of documents instead of its own. */
export function documentTemplate(app: string, stylesheet: string): string {
  return app
    .replace(/\n *<script type="module"[^>]*><\/script>|\n *<link rel="modulepreload"[^>]*>/g, '')
    .replace(/\n *<div data-notice[^>]*><\/div>/, '')
    .replace(STYLES, '')
    .replace('\n  </head>', `\n    <link rel="stylesheet" href="./${stylesheet}">\n  </head>`);
}
