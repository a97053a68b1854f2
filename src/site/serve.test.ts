import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersFor, parseHeaders, serve } from '#site/serve.ts';

let root: string;
let served: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sourceline-'));
  root = folder;
  mkdirSync(join(folder, 'site/e/one'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site/index.html'), 'front');
  writeFileSync(join(folder, 'site/e/one/index.html'), 'one');
  writeFileSync(join(folder, 'site/_headers'), '/*\n  X-All: yes\n/e/*\n  X-All: event\n  X-Event: a: b\n');
  served = await serve({ folder: join(folder, 'site'), at: '/sub/' });
});
afterAll(() => {
  served.server.close();
  rmSync(root, { recursive: true, force: true });
});

/** The raw path, which `fetch` would tidy up. */
function get(path: string): Promise<{ status: number | undefined; text: string; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(served.url);
  return new Promise((done, failed) => {
    const asked = request({ hostname, port, path }, (response) => {
      let text = '';
      response.on('data', (data: Buffer) => (text += data.toString()));
      response.on('end', () => done({ status: response.statusCode, text, headers: response.headers }));
    });
    asked.on('error', failed).end();
  });
}

test('serve({ at }) answers below its folder with the index of a folder', async () => {
  expect(await get('/sub/')).toMatchObject({ status: 200, text: 'front', headers: { 'x-all': 'yes' } });
  expect(await get('/sub/e/one/?a=b')).toMatchObject({ status: 200, text: 'one', headers: { 'x-event': 'a: b' } });
});

test('serve() adds the slash that a folder lacks, keeping the query', async () => {
  expect(await get('/sub/e/one?a=b')).toMatchObject({ status: 301, headers: { location: '/sub/e/one/?a=b' } });
});

test.each([
  '/',
  '/e/one/',
  '/sub/none',
  '/sub/../secret.txt',
  '/sub/%2e%2e/secret.txt',
  '/sub/..%2fsecret.txt',
  '/sub/%',
])('serve() finds nothing at %s, and says so with the headers', async (path) => {
  expect(await get(path)).toMatchObject({ status: 404, headers: { 'x-all': 'yes' } });
});

test('headersFor(rules, path) joins what two rules say about one header, as hosts do', () => {
  const rules = parseHeaders('/*\n  A: 1\n\n/x.y\n  A: 2\n');
  expect(headersFor(rules, '/x.y').get('A')).toBe('1, 2');
  expect(headersFor(rules, '/xzy').get('A')).toBe('1');
});
