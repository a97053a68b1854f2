import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { optionsOf } from '#cli/options.ts';
import { apache, nginx } from '#cli/web-servers.ts';
import { addressesOf } from '#site/addresses.ts';
import { cacheControlOf, headersOf, typeOf } from '#site/headers.ts';
import { pathOfId } from '#site/lasting.ts';
import { linesOf } from '#site/lock.ts';

/** Of the site, if it was built for one; said again as it was to the build. */
const ORIGIN = addressesOf(process.env['SITE_URL'] || undefined).origin;

/**
 * `npm run test:hosts [-- --story DIR --out DIR]`: has nginx and Apache serve a built site with the files that the build ships for them, and holds what
 * they answer against the one source of headers and types; every id that was ever published must have an address that answers.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options.ok) {
    console.error(options.error);
    return 2;
  }
  const { story, out } = options.value;
  const root = resolve(out);
  if (!existsSync(join(root, 'index.html'))) {
    console.error(`${out} holds no site: run npm run build first`);
    return 1;
  }
  const servers = [nginx(root), apache(root)];
  const missing = servers.flatMap(({ missing: what }) => what ?? []);
  if (missing.length > 0) {
    for (const what of missing) console.error(what);
    return 1;
  }
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)[._]|^host\//.test(path)) // what hosts are told by, nobody asks for
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'));
  // Below the root: where the site stands on another host is no matter here.
  const moves = linesOf(readFileSync(join(root, '_redirects'), 'utf8')).map((line) =>
    line.split(' ').map((part) => /e\/[^/]+\/$/.exec(part)?.[0] ?? ''),
  );
  const ids = linesOf(readFileSync(join(story, 'ids.lock'), 'utf8'));
  const addresses = [...new Set(ids.map(pathOfId))];
  let faults = 0;
  for (const server of servers) {
    const folder = resolve('.cache', `hosts-${server.name}`);
    mkdirSync(folder, { recursive: true });
    const running = await server.start(folder);
    try {
      const found = [
        ...(await inTurn(files, (path) => fileFaults(running.url, path))),
        ...(await inTurn(addresses, (path) => addressFaults(running.url, path))),
        ...(await inTurn(moves, (move) => moveFaults(running.url, move))),
        ...(await fileFaults(running.url, 'no/such/page/', 404)),
      ];
      for (const fault of found.slice(0, 20)) console.error(`${server.name}: ${fault}`);
      console.log(
        `${server.name}: ${files.length} files asked for, and ${ids.length} ids at ${addresses.length} addresses: ${found.length} faults`,
      );
      faults += found.length;
    } finally {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return faults === 0 ? 0 : 1;
}

async function inTurn<One>(list: readonly One[], check: (one: One) => Promise<readonly string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const one of list) found.push(...(await check(one)));
  return found;
}

/**
 * A file may have moved, where a page was retired; wherever it is, it answers with its type and its time to be kept. Whatever answers, also that
 * there is nothing, has the headers.
 */
async function fileFaults(url: string, path: string, status = 200): Promise<readonly string[]> {
  const response = await fetch(url + path, { redirect: 'manual' });
  await response.arrayBuffer();
  if (response.status === 301) return [];
  const isPage = path === '' || path.endsWith('/');
  const ofFile = [
    ['Content-Type', typeOf(isPage ? '.html' : path)],
    ['Cache-Control', cacheControlOf(path)],
  ] as const;
  const expected = [...(status === 200 ? ofFile : []), ...headersOf(ORIGIN)];
  return [
    ...(response.status === status ? [] : [`/${path}: expected ${status}, got ${response.status}`]),
    ...expected.flatMap(([name, value]) => {
      const got = response.headers.get(name);
      const isSame = got?.toLowerCase() === value.toLowerCase();
      return isSame ? [] : [`/${path}: expected ${name}: ${value}, got ${got ?? 'none'}`];
    }),
  ];
}

async function moveFaults(url: string, [from = '', to = '']: readonly string[]): Promise<readonly string[]> {
  const response = await fetch(url + from, { redirect: 'manual' });
  await response.arrayBuffer();
  const { pathname } = new URL(response.headers.get('location') ?? '', url + from);
  return response.status === 301 && pathname === `/${to}`
    ? []
    : [`/${from}: expected to be led to /${to}, got ${pathname}`];
}

/** The address of an id answers, at once or after one redirect to a page of ours. */
async function addressFaults(url: string, path: string): Promise<readonly string[]> {
  const response = await fetch(url + path, { redirect: 'manual' });
  await response.arrayBuffer();
  if (response.status === 200) return [];
  const target = response.headers.get('location');
  if (response.status !== 301 || target === null) return [`/${path}: expected 200 or 301, got ${response.status}`];
  const { status } = await fetch(new URL(target, url + path));
  return status === 200 ? [] : [`/${path}: leads to ${target}, which answers ${status}`];
}
