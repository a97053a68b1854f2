import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, resolve, sep } from 'node:path';
import { typeOf } from './headers.ts';

/** A plain static host for a built site: directory indexes, types by ending, and the headers that the site's own `_headers` file asks for. */

type Rule = { readonly path: RegExp; readonly headers: readonly (readonly [string, string])[] };

/**
 * Reads a `_headers` file as Netlify and Cloudflare do: a path with `*` for anything, then its headers, indented.
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export function parseHeaders(text: string): readonly Rule[] {
  return text
    .split(/\n(?=\S)/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [path = '', ...lines] = block.trim().split('\n');
      const pattern = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
      const headers = lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
      });
      return { path: new RegExp(`^${pattern.join('.*')}$`), headers };
    });
}

/** All headers for a path; where two rules set the same one its values are joined, as those hosts do. */
export function headersFor(rules: readonly Rule[], path: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const rule of rules) {
    if (!rule.path.test(path)) continue;
    for (const [name, value] of rule.headers) {
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return headers;
}

export type ServeOptions = {
  readonly folder: string;
  /** The path the site stands at, beginning and ending in `/`. */
  readonly at?: string;
  /** 0 for any free port. */
  readonly port?: number;
  /** Answers before the site does; true when it did. */
  readonly first?: (path: string, response: ServerResponse) => boolean;
};

/** @returns the running server and the address of the site on it, ending in `/` */
export async function serve({ folder, at = '/', port = 0, first }: ServeOptions): Promise<{
  readonly server: Server;
  readonly url: string;
}> {
  const root = resolve(folder);
  const file = join(root, '_headers');
  const rules = existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (path !== undefined && first?.(path, response)) return;
    answer(path?.startsWith(at) ? `/${path.slice(at.length)}` : undefined, request, response);
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${at}` };

  function answer(path: string | undefined, request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of headersFor(rules, path ?? '/404.html')) response.setHeader(name, value);
    const found = path === undefined ? undefined : find(root, path);
    if (found === 'slash') return redirect(request, response);
    if (found === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    response.setHeader('Content-Type', typeOf(found));
    response.setHeader('Content-Length', statSync(found).size);
    if (request.method === 'HEAD') response.end();
    else createReadStream(found).pipe(response);
  }
}

/** The decoded path of a request; undefined when it cannot be decoded. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** The file for a path: itself or the index of its folder; `slash` when the path of a folder lacks its last slash. */
function find(root: string, path: string): string | undefined {
  const file = normalize(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const kind = statSync(file, { throwIfNoEntry: false });
  if (kind?.isFile()) return file;
  if (!kind?.isDirectory()) return undefined;
  if (!path.endsWith('/')) return 'slash';
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}

function redirect(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  response.writeHead(301, { Location: `${url.pathname}/${url.search}` }).end();
}
