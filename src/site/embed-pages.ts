import { rootOf } from '#app/page.ts';
import { renderEmbed } from '#app/render.ts';
import type { FrozenEvent } from '#model/history.ts';
import type { Records } from '#model/records.ts';
import type { Story } from '#model/story.ts';
import type { StoryEvent } from '#model/types.ts';
import type { SiteFile } from '#site/files.ts';
import { escape, type HeadParts } from '#site/head.ts';
import { contentSecurityPolicy } from '#site/headers.ts';
import { goneEvents } from '#site/lasting.ts';
import { filledTemplate } from '#site/template.ts';

/** A page for frames: of one event, as it is or as a revision had it, or of the whole story. */
export type EmbedPage = {
  readonly path: string;
  readonly event: StoryEvent | undefined;
  readonly pinned?: FrozenEvent;
};

/** Every page for frames, by its path below the root; each stands for the page at the same path without `embed/`. */
export function embedPages(story: Story, { history, retired }: Records): readonly EmbedPage[] {
  return [
    { path: 'embed/', event: undefined },
    ...story.data.events.map((event) => ({ path: `embed/e/${event.id}/`, event })),
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
 * Tells pinned frames of an event whether they are the newest, by showing a line that each of them has: so their own bytes never change, and
 * they need no script for it.
 */
export function newestFiles({ data }: Story, { history }: Pick<Records, 'history'>): readonly SiteFile[] {
  return [...history].map(([id, revisions]) => {
    const newest = data.events.find((event) => event.id === id)?.revisions.at(-1)?.n ?? Infinity;
    const older = revisions
      .filter(({ n }) => n < newest)
      .map(({ n }) => `[data-pinned='${n}'] .embed-facts .embed-newer`);
    const text = older.length === 0 ? '' : `${older.join(',\n')} {\n  display: inline;\n}\n`;
    return { path: `embed/e/${id}/newest.css`, body: () => text };
  });
}

/** Fills the template of a page for frames. */
export function renderEmbedPage(
  story: Story,
  { path, event, pinned }: EmbedPage,
  template: string,
  parts: HeadParts,
): string {
  const root = rootOf(path);
  const { language } = story.data;
  const place = { root, locale: language, framed: true, restricted: false };
  const { head, body } = renderEmbed(story, place, { event, pinned });
  const about = pinned ? 'revision' : event ? 'event' : 'story';
  return filledTemplate(template, path, {
    language,
    head: headOf(story, event, path, parts, pinned !== undefined) + head,
    body: `<div data-app data-about="${about}" data-root="${root}" data-zone="${escape(story.data.zone)}">${body}</div>`,
  });
}

/** Hosts and search engines are sent on to the page that this one stands for. */
function headOf(
  { data }: Story,
  event: StoryEvent | undefined,
  path: string,
  { addresses, dataFile, integrity }: HeadParts,
  isPinned: boolean,
): string {
  const root = rootOf(path);
  const page = path.slice('embed/'.length);
  return [
    `<meta http-equiv="Content-Security-Policy" content="${escape(contentSecurityPolicy('meta'))}" />`,
    `<title>${escape(event ? `${event.title} · ${data.title}` : data.title)}</title>`,
    `<link rel="canonical" href="${escape(addresses.absolute(page) ?? `${root}${page}`)}" />`,
    '<meta name="robots" content="noindex" />',
    `<link rel="license" href="${escape(data.licence.url)}" />`,
    // Not fetched ahead: a list, an event and a frame off screen need no data. What is pinned needs none of today's.
    isPinned
      ? '<link rel="stylesheet" href="../../newest.css" />'
      : `<link rel="alternate" type="application/json" href="${root}${dataFile}" data-integrity="${integrity}" />`,
  ].join('\n    ');
}
