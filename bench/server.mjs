// Serves the built site, the stories and the peers' pages from one origin, and remembers when each file had been sent whole.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import process from 'node:process';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/**
 * @param {readonly [prefix: string, folder: string][]} roots the longest prefixes first
 * @returns {Promise<{url: string, sent: Map<string, number>, hold: (ms: number) => void, close: () => Promise<void>}>}
 * `sent`: path → Date.now() when its last byte was handed over; `hold` keeps scripts back for some time
 */
export async function serve(roots) {
  const sent = new Map();
  let held = 0;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = fileAt(roots, path);
    // Cross-origin isolation lets the memory of the page and its worker be measured.
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    if (!file) {
      response.writeHead(404, headers).end();
      return;
    }
    response.on('finish', () => sent.set(path, Date.now()));
    const answer = () => {
      response.writeHead(200, {
        ...headers,
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Length': statSync(file).size,
        'Cache-Control': 'no-store',
      });
      createReadStream(file).pipe(response);
    };
    if (held > 0 && /\.m?js$/.test(file)) setTimeout(answer, held);
    else answer();
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    sent,
    hold: (ms) => {
      held = ms;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
}

function fileAt(roots, path) {
  const root = roots.find(([prefix]) => path.startsWith(prefix));
  if (!root) return undefined;
  const below = normalize(path.slice(root[0].length) || '.');
  if (below.startsWith('..')) return undefined;
  const file = join(root[1], below);
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  return existsSync(join(file, 'index.html')) ? join(file, 'index.html') : undefined;
}

/** Says what it does while it does it. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}
