import { createHash } from 'node:crypto';
import { must } from '#base/assert.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { columnsFile, columnsLinks, COLUMNS_FOLDER, isAppPage, pathOf, rootOf, type Page } from '#app/page.ts';
import { renderPage } from '#app/render.ts';
import { parseStory } from '#model/parse.ts';
import { createStory, type Story } from '#model/story.ts';
import type { EventId, StoryData, TourLine } from '#model/types.ts';
import { RECORD_NAMES } from '#state/record-names.ts';
import type { Records } from '#model/records.ts';
import { dayOfTour } from '#model/tour.ts';
import { readFolder } from '#site/compile.ts';
import { editionsOf, historyOf } from '#site/output.ts';
import { addressesOf } from '#site/addresses.ts';
import { embedPages, newestFiles, renderEmbedPage, type Edited } from '#site/embed-pages.ts';
import { filesOf, type SiteFile } from '#site/files.ts';
import type { Move } from '#site/headers.ts';
import { goneEvents, goneTours, movesOf } from '#site/lasting.ts';
import { escape, headOf, type HeadParts } from '#site/head.ts';
import type { ColumnsFile } from '#site/many.ts';
import { pastToursOf, tourRevisionsOf, toursOf } from '#site/tours.ts';
import { filledTemplate } from '#site/template.ts';

/** A story ready to be served or written: what the development server and the build share. */
export type Site = {
  /** The data as the page fetches it, and the path of the same bytes under a name that holds their hash. */
  readonly json: string;
  readonly dataFile: string;
  /** Paths of the pages below the root, each ending in `/` or empty. */
  readonly pages: readonly string[];
  /** What machines read: exports, feeds, cards. */
  readonly files: readonly SiteFile[];
  /** Pages that hosts should lead elsewhere, and the path of the site on its host, beginning and ending in `/`. */
  readonly moves: readonly Move[];
  readonly base: string;
  /** BCP 47 language of the story. */
  readonly language: string;
  /** Where the site will stand, as far as it is known. */
  readonly origin: string | undefined;
  /** @throws on a path that is not in `pages` */
  readonly render: (path: string, templates: Templates) => string;
};

/** The HTML around what is rendered: for pages that the app brings to life, for that of many events, for tours, for those that need no script, for frames. */
export type Templates = {
  readonly app: string;
  readonly columns: string;
  readonly tour: string;
  readonly document: string;
  readonly embed: string;
};

/**
 * Compiles a story folder and prepares its pages.
 * @param siteUrl where the site will stand, for addresses that must be absolute; undefined leaves those out
 * @returns all faults of the data at once, each a line or more for a person to read
 */
export async function openSite(folder: string, siteUrl: string | undefined): Promise<Result<Site, readonly string[]>> {
  const compiled = await readFolder(folder, 'kept');
  if (!compiled.ok) return fail(compiled.error.map(String));
  const { data, material, retired, many, files } = compiled.value;
  const editions = editionsOf(material);
  const records = {
    history: historyOf(material, editions),
    retired,
    editions,
    tours: toursOf(material),
    pastTours: pastToursOf(material, editions),
    tourRevisions: tourRevisionsOf(material),
    many,
  };
  return ok(siteOf(data, records, files, siteUrl));
}

function siteOf(data: StoryData, records: Records, columns: readonly ColumnsFile[], siteUrl: string | undefined): Site {
  const { json, story, dataFile, integrity } = toldAs(data);
  const editions = records.editions.map((edition) => ({ n: edition.n, ...toldAs(edition.data) }));
  const listed = pagesOf(story, records).map((page) => [pathOf(page), page] as const);
  const withdrawn = goneEvents(story, records.retired).flatMap(({ retired: { id }, successor }) =>
    successor ? [] : [[`embed/e/${id}/`, { kind: 'retired', id: id as EventId }] as const],
  );
  const ended = goneTours(records).flatMap(({ retired: { id }, successor }) =>
    successor ? [] : [[`embed/t/${id}/`, { kind: 'retiredTour', id }] as const],
  );
  const pages = new Map<string, Page>([...listed, ...withdrawn, ...ended]);
  const embeds = new Map(embedPages(story, records, editions).map((page) => [page.path, page]));
  const addresses = addressesOf(siteUrl);
  const parts = { dataFile, integrity, addresses, records, tours: tourLinesOf(records) };
  return {
    json,
    dataFile,
    pages: [...pages.keys(), ...embeds.keys()],
    files: [
      ...filesOf(story, [...pages.keys()], records, addresses),
      ...newestFiles(story, records),
      ...columns.map(({ name, bytes }) => ({ path: `${COLUMNS_FOLDER}${name}`, body: () => bytes })),
      ...editions
        .filter((one) => one.dataFile !== dataFile)
        .map((one) => ({ path: one.dataFile, body: () => one.json })),
    ],
    moves: movesOf(story, records),
    origin: addresses.origin,
    language: data.language,
    base: addresses.root === undefined ? '/' : new URL(addresses.root).pathname,
    render: (path, templates) => {
      const embed = embeds.get(path);
      if (embed) return renderEmbedPage(story, embed, templates.embed, parts);
      const page = must(pages.get(path), `unknown page: ${path}`);
      return renderInto(story, page, path, templates, parts);
    },
  };
}

/** The data of a story as pages fetch it, under a name that holds the hash of its bytes, and as the build renders it. */
function toldAs(data: StoryData): Edited & { readonly json: string } {
  const json = JSON.stringify(data);
  // The reader's way round: what the build renders has gone through the same text as what the browser shows.
  const parsed = parseStory(JSON.parse(json));
  if (!parsed.ok) throw new Error(`the compiled story cannot be read back: ${parsed.error}`);
  const sha256 = createHash('sha256').update(json);
  return {
    json,
    story: createStory(parsed.value),
    integrity: `sha256-${sha256.copy().digest('base64')}`,
    dataFile: `data/story.${sha256.digest('hex').slice(0, 16)}.json`,
  };
}

function pagesOf(story: Story, { history, retired, tours, many }: Records): readonly Page[] {
  return [
    { kind: 'story' },
    ...story.data.events.map(({ id }) => ({ kind: 'event', id }) as const),
    ...RECORD_NAMES.map((kind) => ({ kind })),
    ...(tours.length > 0 ? [{ kind: 'tours' } as const] : []),
    ...tours.map(({ id }) => ({ kind: 'tour', id }) as const),
    ...[...history].flatMap(([id, revisions]) => revisions.map(({ n }) => ({ kind: 'revision', id, n }) as const)),
    ...retired.flatMap(({ kind, id }) => (kind === 'event' ? [{ kind: 'retired', id: id as EventId } as const] : [])),
    ...retired.flatMap(({ kind, id }) => (kind === 'tour' ? [{ kind: 'retiredTour', id } as const] : [])),
    { kind: 'columns' },
    ...many.map(({ name }) => ({ kind: 'columns', name }) as const),
  ];
}

/** What pages are told of tours: also which revision a frame of one can stay with. */
function tourLinesOf({ tours, pastTours, editions }: Records): readonly TourLine[] {
  return tours.map(({ id, title, summary }) => {
    const last = pastTours.get(id)?.at(-1);
    const edition = editions.find(({ n }) => n === last?.edition);
    const kept = last && edition && { n: last.n, date: dayOfTour(last.tour, edition.data) };
    return { id, title, summary, ...(kept && { kept }) };
  });
}

function templateOf(page: Page): keyof Templates {
  if (page.kind === 'columns' || page.kind === 'tour') return page.kind;
  return isAppPage(page) ? 'app' : 'document';
}

/** Renders a page into the template of its kind. */
function renderInto(
  story: Story,
  page: Page,
  path: string,
  templates: Templates,
  { tours, ...parts }: HeadParts & { readonly tours: readonly TourLine[] },
): string {
  const root = rootOf(path);
  const language = story.data.language;
  const place = { root, locale: language, framed: false, restricted: false, tours };
  const { head, body } = renderPage(story, page, place, parts.records);
  const told = page.kind === 'columns' ? columnsTold(page, root, parts.records) : attribute('tours', tours);
  const isAlive = isAppPage(page) || page.kind === 'tour';
  const template = templates[templateOf(page)];
  return filledTemplate(template, path, {
    language,
    head: headOf(story, page, parts, path) + head,
    body: isAlive ? `<div data-app data-page="${path}"${told}>${body}</div>` : body,
  });
}

/** What a list holds, for the page's script; nothing where there is nothing. */
function attribute(name: string, list: readonly unknown[]): string {
  return list.length === 0 ? '' : ` data-${name}="${escape(JSON.stringify(list))}"`;
}

/** The page of a file is told where it is; the page of any file, which ones the site has. */
function columnsTold({ name }: { readonly name?: string }, root: string, { many }: Records): string {
  return name === undefined ? attribute('stories', columnsLinks(many)) : ` data-file="${root}${columnsFile(name)}"`;
}
