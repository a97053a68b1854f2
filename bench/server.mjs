// Serves the built site, the stories and the peers' pages from one origin, and remembers when each file had been sent whole.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import process from 'node:process';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

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
 * Starts the server on a thread of its own: the one that drives the browser hears of each request, and would be slow to answer a page of many files.
 * @param {readonly [prefix: string, folder: string][]} roots the longest prefixes first
 * @returns {Promise<{url: string, sent: Map<string, number>, hold: (ms: number) => void, close: () => Promise<void>}>}
 * `sent`: path → Date.now() when its last byte was handed over; `hold` keeps scripts back for some time
 */
export async function serve(roots) {
  const sent = new Map();
  const thread = new Worker(new URL(import.meta.url), { workerData: roots });
  const url = await new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.on('message', ({ port, path, at }) => {
      if (port === undefined) sent.set(path, at);
      else resolve(`http://127.0.0.1:${port}/`);
    });
  });
  return {
    url,
    sent,
    hold: (ms) => thread.postMessage(ms),
    close: async () => {
      await thread.terminate();
    },
  };
}

if (!isMainThread && workerData) listen(workerData, parentPort);

/** Serves files from memory, once they were asked for. */
function listen(roots, parent) {
  let held = 0;
  parent.on('message', (ms) => (held = ms));
  const kept = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = fileAt(roots, path);
    // Cross-origin isolation lets the memory of the page and its worker be measured.
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    if (!file) {
      response.writeHead(404, headers).end();
      return;
    }
    if (!kept.has(file)) kept.set(file, readFileSync(file));
    const body = kept.get(file);
    response.on('finish', () => parent.postMessage({ path, at: Date.now() }));
    const answer = () =>
      response
        .writeHead(200, {
          ...headers,
          'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
          'Content-Length': body.length,
          'Cache-Control': 'no-store',
        })
        .end(body);
    if (held > 0 && /\.m?js$/.test(file)) setTimeout(answer, held);
    else answer();
  });
  server.listen(0, '127.0.0.1', () => parent.postMessage({ port: server.address().port }));
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
