import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { freePort } from '#cli/web-servers.ts';
import { contentSecurityPolicy } from '../../src/site/headers.ts';
import { headersFor, parseHeaders, serve } from '../../src/site/serve.ts';
import { hostPage } from '../fixtures/host-page.ts';

/** The site under test and a host of another site that frames it. */
export type Places = {
  readonly site: string;
  /** @returns the address of a page of the host with these frames in it */
  readonly host: (body: string, policy?: string) => string;
  /** Cookies that somebody sent to the site. */
  readonly cookies: readonly string[];
  readonly close: () => void;
};

/**
 * What stands first in each page of the site, as a script of the site's own, since no protocol lets us in before the page in all engines: it notes
 * all errors, and where the address says so it makes all that keeps things throw.
 */
const PROBE = `(() => {
  const noted = [];
  window.noted = noted;
  addEventListener('error', ({ message, target }) => {
    // Sizes that are looked at again in the next picture: no browser logs this.
    if (!/^ResizeObserver loop/.test(message)) noted.push(message || 'not loaded: ' + (target.src || target.href));
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => noted.push('rejection: ' + reason));
  document.addEventListener('securitypolicyviolation', (one) => noted.push('policy: ' + one.violatedDirective + ' ' + one.blockedURI));
  for (const kind of ['error', 'warn']) {
    const say = console[kind];
    console[kind] = (...words) => { noted.push(kind + ': ' + words.join(' ')); say.apply(console, words); };
  }
  if (!location.search.includes('storage=throws')) return;
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
    Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
  Object.defineProperty(document, 'cookie', { get() { throw new DOMException('refused', 'SecurityError'); }, set() { throw new DOMException('refused', 'SecurityError'); } });
})();`;

/** A site that was built for the address at which it stands here. */
export type BuiltHere = { readonly folder: string; readonly port: number };

/** Builds the site for an address of this machine: what is absolute in it begins with that, and its policy names it. */
export async function buildHere(folder: string): Promise<BuiltHere> {
  const port = await freePort();
  const env = { ...process.env, SITE_URL: `http://127.0.0.1:${port}/`, NODE_ENV: 'production' };
  const build = spawnSync(process.execPath, ['scripts/build.mjs', '--out', folder], { env, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`it could not be built: ${build.stderr}`);
  return { folder, port };
}

/** @param port where it stands when it was built for that; its policy is then left as it is */
export async function openPlaces(folder: string, port?: number): Promise<Places> {
  const rules = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  const cookies: string[] = [];
  const own = await serve({
    folder,
    ...(port !== undefined && { port }),
    first: (path, response) => {
      const { cookie } = response.req.headers;
      if (cookie !== undefined) cookies.push(cookie);
      const isProbe = path === '/probe.js';
      const file = join(folder, path, 'index.html');
      if (!isProbe && !(path.endsWith('/') && existsSync(file))) return false;
      const { origin } = new URL(own.url);
      for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
      // As a build says that was told where it will stand.
      if (port === undefined) response.setHeader('Content-Security-Policy', contentSecurityPolicy('header', origin));
      const policy = contentSecurityPolicy('meta', origin).replaceAll("'", '&#39;');
      response.setHeader('Content-Type', isProbe ? 'text/javascript' : 'text/html; charset=utf-8');
      const probed = (): string =>
        readFileSync(file, 'utf8').replace('<head>', '<head><script src="/probe.js"></script>');
      const told = (): string =>
        probed().replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, `$1${policy}`);
      response.end(isProbe ? PROBE : port === undefined ? told() : probed());
      return true;
    },
  });
  const pages: { readonly html: string; readonly policy: string | undefined }[] = [];
  const other = await serve({
    folder,
    first: (path, response) => {
      const page = pages[Number(path.slice(1))];
      if (!page) return false;
      if (page.policy !== undefined) response.setHeader('Content-Security-Policy', page.policy);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page.html);
      return true;
    },
  });
  // Another name for the same machine makes it another site, not only another origin.
  const host = other.url.replace('127.0.0.1', 'localhost');
  return {
    site: own.url,
    host: (body, policy) => `${host}${pages.push({ html: hostPage(body), policy }) - 1}`,
    cookies,
    close: () => {
      own.server.close();
      other.server.close();
    },
  };
}
