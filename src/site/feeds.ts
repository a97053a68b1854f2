import { createDocumentTranslate, type DocumentKey } from '#base/document-messages.ts';
import type { Translate } from '#base/messages.ts';
import type { Story } from '#model/story.ts';
import type { Correction, Revision, StoryData, StoryEvent } from '#model/types.ts';
import type { Addresses } from '#site/addresses.ts';
import { compareText } from '#site/faults.ts';
import { firstPublished, tagOf, timestampOf } from '#site/tags.ts';
import { document, element, type Element } from '#site/xml.ts';

/**
 * The changes of a story as an Atom feed: an entry for each revision of each event, newest first. An entry never changes once it is out;
 * dates are those of the revisions and never that of the build, so a feed that is built again is the same.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function changesFeed(story: Story, addresses: Addresses): string {
  const t = createDocumentTranslate(story.data.language);
  const changes = story.data.events.flatMap((event) => event.revisions.map((revision) => ({ event, revision })));
  const entries = changes
    .sort((a, b) => compareText(b.revision.date, a.revision.date))
    .map(({ event, revision }) => changeEntry(story.data, event, revision, addresses, t));
  return feed(story.data, addresses, {
    path: 'feed.xml',
    page: '',
    title: t('feed.changes', { title: story.data.title }),
    updated: story.data.updated,
    entries,
  });
}

/** The corrections of a story as an Atom feed, newest first; without any it is as old as the story. */
export function correctionsFeed(story: Story, addresses: Addresses): string {
  const t = createDocumentTranslate(story.data.language);
  const corrections = [...story.data.corrections].sort((a, b) => compareText(b.date, a.date));
  return feed(story.data, addresses, {
    path: 'corrections.xml',
    page: 'corrections/',
    title: t('feed.corrections', { title: story.data.title }),
    updated: corrections[0]?.date ?? firstPublished(story.data),
    entries: corrections.map((one) => correctionEntry(story, one, addresses, t)),
  });
}

type Feed = {
  readonly path: string;
  readonly page: string;
  readonly title: string;
  readonly updated: string;
  readonly entries: readonly Element[];
};

function feed(data: StoryData, addresses: Addresses, { path, page, title, updated, entries }: Feed): string {
  const { publisher, licence, language } = data;
  const link = (rel: string, href: string, type: string): Element => element('link', { rel, href, type });
  return document(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      element('id', {}, tagOf(data, addresses, path)),
      element('title', {}, title),
      element('subtitle', {}, data.subtitle),
      element('updated', {}, timestampOf(updated)),
      link('self', addresses.link(path, path), 'application/atom+xml'),
      link('alternate', addresses.link(path, page), 'text/html'),
      link('license', licence.url, 'text/html'),
      element('author', {}, [
        element('name', {}, publisher.name),
        publisher.url === undefined ? undefined : element('uri', {}, publisher.url),
      ]),
      element('rights', {}, licence.name),
      element('generator', {}, 'Sourceline'),
      ...entries,
    ]),
  );
}

function changeEntry(
  data: StoryData,
  event: StoryEvent,
  { n, date, note }: Revision,
  addresses: Addresses,
  t: Translate<DocumentKey>,
): Element {
  const path = `e/${event.id}/`;
  return element('entry', {}, [
    element('id', {}, tagOf(data, addresses, `${path}r/${n}`)),
    element('title', {}, n === 1 ? event.title : t('feed.revision', { title: event.title, n })),
    element('published', {}, timestampOf(date)),
    element('updated', {}, timestampOf(date)),
    element('link', { rel: 'alternate', href: addresses.link('feed.xml', path), type: 'text/html' }),
    element('category', { term: event.band, label: data.bands.find(({ id }) => id === event.band)?.title }),
    element('summary', {}, n === 1 ? `${note} ${event.claims[0].text}` : note),
  ]);
}

function correctionEntry(
  { data, byId, claims }: Story,
  { id, date, kind, targets, was, now, why }: Correction,
  addresses: Addresses,
  t: Translate<DocumentKey>,
): Element {
  const events = targets.flatMap((target) => byId.get(target as never) ?? claims.get(target as never)?.event ?? []);
  const path = events[0] ? `e/${events[0].id}/` : 'corrections/';
  const title = t('feed.correction', { kind: t(`correction.${kind}`), title: events[0]?.title ?? data.title });
  return element('entry', {}, [
    element('id', {}, tagOf(data, addresses, `c/${id}`)),
    element('title', {}, title),
    element('published', {}, timestampOf(date)),
    element('updated', {}, timestampOf(date)),
    element('link', { rel: 'alternate', href: addresses.link('corrections.xml', path), type: 'text/html' }),
    element('category', { term: kind }),
    element('content', { type: 'text' }, t('feed.correction.text', { was, now, why })),
  ]);
}
