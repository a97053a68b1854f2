import { isAppPage, pathOf, rootOf, type DocumentPage, type Page } from '#app/page.ts';
import { must } from '#base/assert.ts';
import { createColumnsTranslate } from '#base/columns-messages.ts';
import { createDocumentTranslate } from '#base/document-messages.ts';
import { createTranslate } from '#base/messages.ts';
import { standingOf } from '#model/sourcing.ts';
import type { Records } from '#model/records.ts';
import type { Story } from '#model/story.ts';
import type { Tour } from '#model/tour.ts';
import type { Addresses } from '#site/addresses.ts';
import { CARD, cardPath } from '#site/card-path.ts';
import { contentSecurityPolicy } from '#site/headers.ts';
import { jsonLdOf, jsonLdText } from '#site/jsonld.ts';
import { isEvent, nameOfSubject, type Subject } from '#site/subject.ts';
import { wordsOf } from '#time/words.ts';

/** What a page's head needs beside the page. */
export type HeadParts = {
  readonly addresses: Addresses;
  /** The data file of this build, below the root, and the hash of its bytes. */
  readonly dataFile: string;
  readonly integrity: string;
  readonly records: Records;
};

/**
 * The head of a page: policy, title, addresses, what link previews, search engines and hosts of frames read, and the data file.
 * oEmbed stands near the top, as hosts read only the first part of a page. What must be an absolute address is left out where the site's is
 * not known: it would lead astray.
 * @param at where the file stands, if not at the page's own address: links in it are relative to that
 */
export function headOf(
  story: Story,
  page: Page,
  { addresses, dataFile, integrity, records }: HeadParts,
  at = pathOf(page),
): string {
  if (page.kind === 'columns') return columnsHead(story, page, records, addresses);
  const path = pathOf(page);
  const { data } = story;
  const event = page.kind === 'event' ? must(story.byId.get(page.id), `unknown event: ${page.id}`) : undefined;
  const tour = page.kind === 'tour' ? tourOf(records, page.id) : undefined;
  const about: Subject = event ?? tour;
  const isDead = !isAppPage(page) && page.kind !== 'tour';
  const words = isDead ? documentWords(story, page, records) : wordsFor(story, about);
  const { title, description } = words;
  const hasCard = page.kind === 'story' || about !== undefined;
  return [
    meta('http-equiv', 'Content-Security-Policy', contentSecurityPolicy('meta', addresses.origin)),
    `<title>${escape(title)}</title>`,
    meta('name', 'description', description),
    // Relative where the site's address is not known: valid in HTML, and true wherever the files are put.
    `<link rel="canonical" href="${escape(canonicalOf(page, records, addresses))}" />`,
    ...(hasCard ? oembedLinks(about, title, addresses) : []),
    `<link rel="license" href="${escape(data.licence.url)}" />`,
    ...previewOf(story, about, path, words, addresses),
    ...(['feed.xml', 'corrections.xml'] as const).map((file) => {
      const name = createDocumentTranslate(data.language)(file === 'feed.xml' ? 'feed.changes' : 'feed.corrections', {
        title: data.title,
      });
      return `<link rel="alternate" type="application/atom+xml" href="${rootOf(at)}${file}" title="${escape(name)}" />`;
    }),
    ...(isDead ? [] : [storyLink(rootOf(path), dataFile, integrity)]),
    ...(hasCard
      ? [`<script type="application/ld+json">${jsonLdText(jsonLdOf(story, about, addresses))}</script>`]
      : []),
  ].join('\n    ');
}

/** The one address of what a page shows: a revision is another form of its event, and what was merged is where it went. */
function canonicalOf(page: Page, records: Records, { absolute }: Addresses): string {
  const path = pathOf(page);
  const other = page.kind === 'revision' ? `e/${page.id}/` : movedTo(page, records);
  if (other === undefined) return absolute(path) ?? './';
  return absolute(other) ?? `${rootOf(path)}${other}`;
}

/** The page of what took the place of an event or a tour that was retired, where something did. */
function movedTo(page: Page, { retired }: Records): string | undefined {
  if (page.kind !== 'retired' && page.kind !== 'retiredTour') return undefined;
  const [kind, folder] = page.kind === 'retired' ? (['event', 'e'] as const) : (['tour', 't'] as const);
  const to = retired.find((one) => one.kind === kind && one.id === page.id)?.to;
  return to && `${folder}/${to}/`;
}

function tourOf({ tours }: Records, id: string): Tour {
  return must(
    tours.find((tour) => tour.id === id),
    `unknown tour: ${id}`,
  );
}

/** The page of any file of many events is nothing by itself: it has no place in search. That of a file of the site has the card of the story. */
function columnsHead(
  story: Story,
  page: Page & { readonly kind: 'columns' },
  { many }: Records,
  addresses: Addresses,
): string {
  const { data } = story;
  const t = createColumnsTranslate(data.language);
  const own = many.find(({ name }) => name === page.name)?.many.header;
  const path = pathOf(page);
  const name = own?.title ?? t('columns.title');
  const said = own && (own.summary || own.subtitle || t('columns.source', { title: own.source.title }));
  const words = { name, title: `${name} · ${data.title}`, description: said ?? t('columns.lead') };
  return [
    meta('http-equiv', 'Content-Security-Policy', contentSecurityPolicy('meta', addresses.origin)),
    `<title>${escape(words.title)}</title>`,
    meta('name', 'description', words.description),
    ...(own
      ? [
          `<link rel="canonical" href="${escape(addresses.absolute(path) ?? './')}" />`,
          ...(own.licence ? [`<link rel="license" href="${escape(own.licence.url)}" />`] : []),
          ...previewOf(story, undefined, path, words, addresses),
        ]
      : [meta('name', 'robots', 'noindex')]),
  ].join('\n    ');
}

/** `name`: the title without that of the story. */
type Words = { readonly name: string; readonly title: string; readonly description: string };

function wordsFor({ data }: Story, about: Subject): Words {
  if (!about) return { name: data.title, title: data.title, description: data.subtitle };
  const description = isEvent(about) ? about.claims[0].text : about.summary;
  return { name: about.title, title: `${about.title} · ${data.title}`, description };
}

function documentWords({ data }: Story, page: DocumentPage, records: Records): Words {
  const t = createDocumentTranslate(data.language);
  if (page.kind === 'revision') {
    const frozen = must(
      records.history.get(page.id)?.find(({ n }) => n === page.n),
      `unknown revision: ${page.id} ${page.n}`,
    );
    const name = t('revision.title', { title: frozen.event.title, n: page.n });
    return { name, title: `${name} · ${data.title}`, description: frozen.event.claims[0].text };
  }
  const words = page.kind === 'retiredTour' ? 'retired.tour' : page.kind;
  const isMoved = movedTo(page, records) !== undefined && (words === 'retired' || words === 'retired.tour');
  const name = t(isMoved ? `${words}.title.moved` : `${words}.title`);
  return { name, title: `${name} · ${data.title}`, description: t(`${words}.lead`) };
}

/** Where hosts find what to show for a pasted address; they do not resolve relative ones. */
function oembedLinks(about: Subject, title: string, { absolute }: Addresses): readonly string[] {
  return (['json', 'xml'] as const).flatMap((form) => {
    const href = absolute(`oembed/${nameOfSubject(about)}.${form}`);
    const type = form === 'json' ? 'application/json+oembed' : 'text/xml+oembed';
    return href === undefined
      ? []
      : [`<link rel="alternate" type="${type}" href="${escape(href)}" title="${escape(title)}" />`];
  });
}

/** Open Graph and Twitter's card. @see https://ogp.me/ */
function previewOf(
  { data }: Story,
  about: Subject,
  path: string,
  { name, description }: Words,
  { absolute }: Addresses,
): readonly string[] {
  const property = (name: string, content: string): string => meta('property', name, content);
  const event = isEvent(about) ? about : undefined;
  const url = absolute(path);
  const image = absolute(cardPath(about));
  return [
    property('og:title', name),
    property('og:description', description),
    property('og:type', about ? 'article' : 'website'),
    property('og:site_name', data.title),
    ...(url === undefined ? [] : [property('og:url', url)]),
    ...(image === undefined
      ? []
      : [
          property('og:image', image),
          property('og:image:type', 'image/png'),
          property('og:image:width', String(CARD.width)),
          property('og:image:height', String(CARD.height)),
          property('og:image:alt', cardAlt(data, about)),
        ]),
    ...(event
      ? [
          property('article:published_time', event.revisions[0].date),
          property('article:modified_time', (event.revisions.at(-1) ?? event.revisions[0]).date),
        ]
      : []),
    meta('name', 'twitter:card', 'summary_large_image'),
  ];
}

/** What the card shows, in words. */
function cardAlt({ language, title, subtitle }: Story['data'], about: Subject): string {
  if (!isEvent(about)) return about ? `${about.title}. ${about.summary}` : `${title}. ${subtitle}`;
  const t = createTranslate(language);
  const standing = t(`standing.${standingOf(about)}`);
  return `${wordsOf(about.when, { t, locale: language }).full}: ${about.title}. ${standing}.`;
}

function meta(kind: 'http-equiv' | 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escape(content)}" />`;
}

/**
 * The story as data. The hash is for the script: browsers refuse the attribute `integrity` on what is fetched ahead, as this is on pages once their
 * first frame is drawn; frames fetch it when they need it.
 * @param root path from the page to the root
 */
export function storyLink(root: string, dataFile: string, integrity: string): string {
  return `<link rel="alternate" type="application/json" href="${root}${dataFile}" data-integrity="${integrity}" />`;
}

/** Text for markup, inside elements and attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
