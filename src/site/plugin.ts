import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  isRunnableDevEnvironment,
  type ErrorPayload,
  type Plugin,
  type Rolldown,
  type ViteBuilder,
  type ViteDevServer,
} from 'vite';
import { afterFirstFrame, documentTemplate, stylesFirst, withFonts } from './built-template.ts';
import { htaccess, isHashed, netlifyHeaders, netlifyRedirects, nginxConfig, typeOf } from './headers.ts';
import type * as pages from './pages.ts';
import { noticeOf, noticesFile, packageFolders } from './notices.ts';
import { isTooLarge, sizesLine, sizesOf } from './sizes.ts';

type Pages = typeof pages;

export type SiteOptions = {
  /** The story's folder. */
  readonly story: string;
  /** Where the site will stand, absolute; see `openSite`. */
  readonly siteUrl: string | undefined;
};

/** Serves the pages of a story while it is worked on, and writes them, with their data and host files, on build. */
export function site(options: SiteOptions): Plugin[] {
  return [serving(options), writing(options)];
}

/** The development server: each page rendered on request, so that permalinks and the first paint are those of the build. */
function serving({ story, siteUrl }: SiteOptions): Plugin {
  return {
    name: 'sourceline:serve',
    apply: 'serve',
    configureServer(server) {
      const folder = resolve(story);
      server.watcher.add(folder);
      let opened: { readonly by: Pages['openSite']; readonly result: ReturnType<Pages['openSite']> } | undefined;
      /** The story as it now is: opened anew after a change of the data, or of the program, which gives another function. */
      const open = async () => {
        const { openSite } = await importPages(server);
        if (opened?.by !== openSite) {
          opened = { by: openSite, result: openSite(story, siteUrl) };
          const result = await opened.result;
          if (!result.ok) server.config.logger.error(result.error.join('\n'), { timestamp: true });
        }
        return opened.result;
      };
      const changed = (file: string) => {
        if (!file.startsWith(folder + sep)) return;
        opened = undefined;
        open()
          .then((result) => server.ws.send(result.ok ? { type: 'full-reload' } : overlayOf(result.error)))
          .catch((error: unknown) => server.config.logger.error(String(error), { timestamp: true }));
      };
      server.watcher.on('add', changed).on('change', changed).on('unlink', changed);
      server.middlewares.use((request, response, next) => {
        const path = pathIn(request.url ?? '/');
        const isData = /^data\/story\.([0-9a-f]{16}\.)?json$/.test(path);
        const isFile = /^(?:data|cite|oembed|og)\/.|^[a-z]+\.(?:xml|txt)$|\/newest\.css$/.test(path);
        if (!isData && !isFile && path !== '' && !path.endsWith('/')) return next();
        open()
          .then(async (result) => {
            if (!result.ok) {
              response.statusCode = 500;
              return send(await server.transformIndexHtml('/', faultsPage(result.error)), typeOf('.html'));
            }
            const file = result.value.files.find((one) => one.path === path);
            if (file) return send(file.body(), typeOf(path));
            if (isData) return send(result.value.json, typeOf(path));
            if (!result.value.pages.includes(path)) return next();
            const source = readFileSync('index.html', 'utf8');
            const transformed = (html: string) => server.transformIndexHtml(`/${path}`, html);
            const templates = {
              app: await transformed(source),
              columns: await transformed(readFileSync('columns.html', 'utf8')),
              tour: await transformed(readFileSync('tour.html', 'utf8')),
              document: await transformed(source.replace('/src/app/main.ts', '/src/app/documents.ts')),
              embed: await transformed(readFileSync('embed.html', 'utf8')),
            };
            // Vite serves its client and the styles in ways the policy forbids, so it stands in the build alone.
            const html = result.value
              .render(path, templates)
              .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
            send(html, typeOf('.html'));
          })
          .catch(next);
        function send(body: string | Uint8Array, type: string) {
          response.setHeader('Content-Type', type);
          response.setHeader('Cache-Control', 'no-store');
          response.end(body);
        }
      });
    },
  };
}

function pathIn(url: string): string {
  return decodeURIComponent(new URL(url, 'http://localhost').pathname.slice(1)).replace(/(^|\/)index\.html$/, '$1');
}

async function importPages(server: ViteDevServer): Promise<Pages> {
  const { ssr } = server.environments;
  if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('the ssr environment cannot run modules');
  return ssr.runner.import<Pages>('/src/site/pages.ts');
}

function overlayOf(faults: readonly string[]): ErrorPayload {
  return { type: 'error', err: { message: faults.join('\n'), stack: '', plugin: 'story' } };
}

/** The page a browser gets while the data has faults: it reloads by itself once they are mended. */
function faultsPage(faults: readonly string[]): string {
  const text = faults.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="en"><head><title>Faults in the story</title></head><body><h1>Faults in the story</h1><pre>${text}</pre></body></html>`;
}

/** The build: the pages' program, then the browser's files, then each page. */
function writing({ story, siteUrl }: SiteOptions): Plugin {
  return {
    name: 'sourceline:write',
    apply: 'build',
    async buildApp(builder) {
      const programFolder = resolve(builder.config.root, `.cache/pages-${process.pid}`);
      try {
        const { openSite } = await buildPages(builder, programFolder);
        const opened = await openSite(story, siteUrl);
        if (!opened.ok) throw new Error(`the story has faults:\n${opened.error.join('\n')}`);
        const { client } = builder.environments;
        if (!client) throw new Error('there is no client environment');
        const bundle = await builder.build(client);
        if (!('output' in bundle)) throw new Error('the build gave no single bundle');
        const stylesheet = await buildStylesheet(builder);
        writeSite(opened.value, bundle.output, stylesheet, resolve(builder.config.root, client.config.build.outDir));
      } finally {
        rmSync(programFolder, { recursive: true, force: true });
      }
    },
  };
}

/** Bundles the program that renders the pages into a folder of its own, so that two builds at once do not meet, and loads it. */
async function buildPages(builder: ViteBuilder, folder: string): Promise<Pages> {
  const { ssr } = builder.environments;
  if (!ssr) throw new Error('there is no ssr environment');
  ssr.config.build.outDir = folder;
  await builder.build(ssr);
  return (await import(pathToFileURL(join(folder, 'pages.js')).href)) as Pages;
}

type Output = Rolldown.RolldownOutput['output'];
type Stylesheet = { readonly path: string; readonly text: string };

/** The styles of the pages that need no script. Their fonts are those of the app, under the same names. */
async function buildStylesheet(builder: ViteBuilder): Promise<Stylesheet> {
  const { documents } = builder.environments;
  const bundle = documents && (await builder.build(documents));
  if (!bundle || !('output' in bundle)) throw new Error('the build gave no stylesheet for documents');
  const sheets = bundle.output.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [{ path: file.fileName, text: String(file.source) }] : [],
  );
  if (!sheets[0] || sheets.length > 1) throw new Error(`expected one stylesheet for documents, got ${sheets.length}`);
  return sheets[0];
}

function writeSite(built: pages.Site, output: Output, stylesheet: Stylesheet, folder: string): void {
  const write = (path: string, body: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  };
  const read = (file: string) => stylesFirst(readFileSync(join(folder, file), 'utf8'));
  const files = output.map(({ fileName }) => fileName);
  const app = read('index.html');
  const columns = read('columns.html');
  rmSync(join(folder, 'columns.html'));
  const tour = read('tour.html');
  rmSync(join(folder, 'tour.html'));
  const embed = read('embed.html');
  rmSync(join(folder, 'embed.html'));
  write('data/story.json', built.json);
  write(built.dataFile, built.json);
  write(
    '_headers',
    netlifyHeaders([built.dataFile, ...built.files.map(({ path }) => path).filter(isHashed)], built.origin),
  );
  write('_redirects', netlifyRedirects(built.moves, built.base));
  write('.htaccess', htaccess(built.moves, built.origin));
  write('host/nginx.conf', nginxConfig(built.moves, built.origin));
  write('third-party-notices.txt', noticesFile(packageFolders(filesIn(output)).map(noticeOf)));
  write(stylesheet.path, stylesheet.text);
  for (const { path, body } of built.files) write(path, body());
  const fonts = (html: string) => withFonts(html, built.language, files);
  const document = documentTemplate(app, stylesheet.path);
  const { first, later } = scriptsOf(output, columns, 'columns.html');
  const templates = {
    app: afterFirstFrame(fonts(app), withImports(output, [scriptsOf(output, app, 'index.html').first])),
    // Its events are read in a worker: the page that shows them comes meanwhile.
    columns: afterFirstFrame(fonts(columns), withImports(output, [first, ...later])),
    tour: afterFirstFrame(tour, withImports(output, [scriptsOf(output, tour, 'tour.html').first])),
    document,
    embed,
  };
  for (const path of built.pages) write(`${path}index.html`, built.render(path, templates));
  checkSizes(built.pages, output, folder);
}

/** Every file of which something is left in the build. */
function filesIn(output: Output): readonly string[] {
  return output.flatMap((file) =>
    file.type === 'asset'
      ? file.originalFileNames
      : Object.keys(file.modules).filter((id) => (file.modules[id]?.renderedLength ?? 0) > 0),
  );
}

/** What the first script of a page fetches later by itself is part of the first page too; what waits for a reader is not. */
const LATER = new Map([
  ['index.html', 'views/TimelineColumn.svelte'],
  ['columns.html', 'app/showColumns.ts'],
  ['tour.html', 'views/TimelineColumn.svelte'],
  ['embed.html', 'app/embedTimeline.ts'],
  ['embed/t/', 'app/embedTour.ts'],
]);

/** The first script of a page, and those that it fetches later by itself. */
function scriptsOf(
  output: Output,
  html: string,
  path: string,
): { readonly first: string; readonly later: readonly string[] } {
  const chunks = output.filter((file) => file.type === 'chunk');
  const first = chunks.find(({ isEntry, fileName }) => isEntry && html.includes(fileName));
  if (!first) throw new Error(`${path} names no first script`);
  const source = path.startsWith('embed/t/')
    ? LATER.get('embed/t/')
    : [...LATER].find(([page]) => first.facadeModuleId?.endsWith(page))?.[1];
  const later = chunks.filter(({ facadeModuleId }) => source && facadeModuleId?.endsWith(`/src/${source}`));
  return { first: first.fileName, later: later.map(({ fileName }) => fileName) };
}

/** Scripts with all that they import at once. */
function withImports(output: Output, scripts: readonly string[]): readonly string[] {
  const imports = new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.imports : []]));
  const found = new Set(scripts); // grows while it is walked
  for (const script of found) for (const next of imports.get(script) ?? []) found.add(next);
  return [...found];
}

/** Prints what the front page, the heaviest of each kind and the frame of the story cost, and refuses a build above the limits. */
function checkSizes(paths: readonly string[], output: Output, folder: string): void {
  const read = (file: string): Uint8Array => readFileSync(join(folder, file));
  const sizes = paths.map((path) => {
    const html = readFileSync(join(folder, path, 'index.html'), 'utf8');
    const kind = path.startsWith('embed/') ? 'embed' : 'page';
    // A document needs no script, and nothing comes later by itself in an event's frame.
    const isDocument = !/<script (?:type="module"|async)/.test(html) || path.startsWith('embed/e/');
    const { first, later } = isDocument ? { first: [], later: [] } : scriptsOf(output, html, path);
    const started = withImports(output, [first, later].flat());
    return { path, kind, isDocument, ...sizesOf(html, started, read) } as const;
  });
  const heaviest = [...sizes].sort((a, b) => b.html - a.html);
  const told = [
    sizes.find(({ path }) => path === ''),
    sizes.find(({ path }) => path === 'embed/'),
    sizes.find(({ path }) => /^t\/./.test(path)),
    sizes.find(({ path }) => path.startsWith('embed/t/')),
    heaviest.find(({ path, kind, isDocument }) => path !== '' && kind === 'page' && !isDocument),
    heaviest.find(({ kind, isDocument }) => kind === 'page' && isDocument),
  ].filter((page) => page !== undefined);
  for (const page of told) console.log(sizesLine(page.path || 'front page', page.kind, page));
  const tooLarge = sizes.filter((page) => isTooLarge(page.kind, page));
  if (tooLarge.length > 0) throw new Error(`${tooLarge.length} pages are above the limits on size; see the figures`);
}
