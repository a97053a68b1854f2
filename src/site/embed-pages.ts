import { must } from '#base/assert.ts';
import { rootOf } from '#app/page.ts';
import { renderEmbed } from '#app/render.ts';
import type { FrozenEvent } from '#model/history.ts';
import type { Records } from '#model/records.ts';
import type { Story } from '#model/story.ts';
import type { Tour } from '#model/tour.ts';
import type { StoryEvent } from '#model/types.ts';
import type { SiteFile } from '#site/files.ts';
import { escape, storyLink, type HeadParts } from '#site/head.ts';
import { contentSecurityPolicy } from '#site/headers.ts';
import { goneEvents, goneTours } from '#site/lasting.ts';
import { filledTemplate } from '#site/template.ts';

/** A story and where its data lies: a file below the root, and the hash of its bytes. */
export type Edited = { readonly story: Story; readonly dataFile: string; readonly integrity: string };

/** A page for frames: of one event or a tour, as it is or as a revision had it, or of the whole story, as it is or as an edition had it. */
export type EmbedPage = {
  readonly path: string;
  readonly event: StoryEvent | undefined;
  readonly tour?: Tour;
  readonly pinned?: FrozenEvent;
  readonly edition?: Edited;
  /** The number of the revision of the tour, or of the edition, that the frame stays with. */
  readonly pin?: number;
};

/** Every page for frames, by its path below the root. */
export function embedPages(
  story: Story,
  { history, retired, tours, pastTours }: Pick<Records, 'history' | 'retired' | 'tours' | 'pastTours'>,
  editions: readonly (Edited & { readonly n: number })[] = [],
): readonly EmbedPage[] {
  return [
    { path: 'embed/', event: undefined },
    ...editions.map((edition) => ({ path: `embed/r/${edition.n}/`, event: undefined, edition, pin: edition.n })),
    ...story.data.events.map((event) => ({ path: `embed/e/${event.id}/`, event })),
    ...tours.map((tour) => ({ path: `embed/t/${tour.id}/`, event: undefined, tour })),
    ...goneTours({ tours, retired }).flatMap(({ retired: { id }, successor }) =>
      successor ? [{ path: `embed/t/${id}/`, event: undefined, tour: successor }] : [],
    ),
    ...[...pastTours].flatMap(([id, past]) =>
      past.map(({ n, edition, tour }) => ({
        path: `embed/t/${id}/r/${n}/`,
        event: undefined,
        tour,
        edition: must(
          editions.find((one) => one.n === edition),
          `unknown edition: ${edition}`,
        ),
        pin: n,
      })),
    ),
    // What got another id, or went into another event, is followed there.
    ...goneEvents(story, retired).flatMap(({ retired: { id }, successor }) =>
      successor ? [{ path: `embed/e/${id}/`, event: successor }] : [],
    ),
    ...[...history].flatMap(([id, revisions]) =>
      revisions.map((pinned) => ({ path: `embed/e/${id}/r/${pinned.n}/`, event: pinned.event, pinned })),
    ),
  ];
}

/**
 * Tells pinned frames of an event, of a tour, and of the story, whether they are the newest, by showing a line that each of them has: so their own bytes
 * never change, and they need no script for it.
 */
export function newestFiles(
  { data }: Story,
  {
    history,
    editions,
    pastTours,
    tourRevisions,
  }: Pick<Records, 'history' | 'editions' | 'pastTours' | 'tourRevisions'>,
): readonly SiteFile[] {
  return [
    ...(editions.length > 0 ? [newestFile('embed/', editions, data.edition)] : []),
    ...[...history].map(([id, revisions]) => {
      const newest = data.events.find((event) => event.id === id)?.revisions.at(-1)?.n;
      return newestFile(`embed/e/${id}/`, revisions, newest);
    }),
    ...[...pastTours].map(([id, past]) => newestFile(`embed/t/${id}/`, past, tourRevisions.get(id))),
  ];
}

/** @param newest undefined where what is there now is newer than all that is pinned */
function newestFile(folder: string, pinned: readonly { readonly n: number }[], newest = Infinity): SiteFile {
  const older = pinned.filter(({ n }) => n < newest).map(({ n }) => `[data-pinned='${n}'] .embed-facts .embed-newer`);
  const text = older.length === 0 ? '' : `${older.join(',\n')} {\n  display: inline;\n}\n`;
  return { path: `${folder}newest.css`, body: () => text };
}

/** Fills the template of a page for frames. */
export function renderEmbedPage(today: Story, page: EmbedPage, template: string, parts: HeadParts): string {
  const { path, event, pinned, edition, tour, pin } = page;
  const story = edition?.story ?? today;
  const root = rootOf(path);
  const { language } = story.data;
  const place = { root, locale: language, framed: true, restricted: false };
  const { head, body } = renderEmbed(story, place, { event, pinned, tour, pin });
  const about = pinned ? 'revision' : event ? 'event' : tour ? 'tour' : 'story';
  return filledTemplate(template, path, {
    language,
    head: headOf(story, page, { ...parts, ...edition }) + head,
    body: `<div data-app data-about="${about}" data-root="${root}" data-zone="${escape(story.data.zone)}">${body}</div>`,
  });
}

/** Hosts and search engines are sent on to the page that this one stands for. */
function headOf(
  { data }: Story,
  { path, event, tour, pinned, edition }: EmbedPage,
  { addresses, dataFile, integrity }: HeadParts,
): string {
  const root = rootOf(path);
  const about = event ?? tour;
  // A revision of an event has a page of its own.
  const page = edition ? (tour ? `t/${tour.id}/` : '') : path.slice('embed/'.length);
  return [
    `<meta http-equiv="Content-Security-Policy" content="${escape(contentSecurityPolicy('meta', addresses.origin))}" />`,
    `<title>${escape(about ? `${about.title} · ${data.title}` : data.title)}</title>`,
    `<link rel="canonical" href="${escape(addresses.absolute(page) ?? `${root}${page}`)}" />`,
    '<meta name="robots" content="noindex" />',
    `<link rel="license" href="${escape(data.licence.url)}" />`,
    ...(pinned || edition ? ['<link rel="stylesheet" href="../../newest.css" />'] : []),
    // Not fetched ahead: a list, an event and a frame off screen need no data. A revision of an event needs none of today's.
    ...(pinned ? [] : [storyLink(root, dataFile, integrity)]),
  ].join('\n    ');
}
