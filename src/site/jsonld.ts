import { createTranslate } from '#base/messages.ts';
import { chainSentence } from '#model/sourcing.ts';
import type { Story } from '#model/story.ts';
import type { Citation, Claim, Correction, Source, SourceId, StoryData, StoryEvent, TourLine } from '#model/types.ts';
import type { Addresses } from '#site/addresses.ts';
import { cardPath } from '#site/card-path.ts';
import { isEvent, pathOfSubject, type Subject } from '#site/subject.ts';
import { firstPublished } from '#site/tags.ts';
import { machineDate } from '#views/machine-date.ts';
import { datesOf } from '#time/namedDates.ts';
import type { When } from '#time/when.ts';

/** A node of JSON-LD; keys that are undefined are left out when it is written. */
type Node = Readonly<Record<string, unknown>>;

/**
 * Says in the words of schema.org what a page is: a `WebPage` about an `Event`, with its claims, the quotations they rest on, the sources of
 * those, and corrections. Nothing is rated, so there is no ClaimReview.
 * @param about undefined for the front page, which lists the pages of all events
 * @see https://schema.org/Claim
 * @see https://github.com/schemaorg/schemaorg/issues/1950 (CorrectionComment)
 */
export function jsonLdOf(story: Story, about: Subject, addresses: Addresses): Node {
  const graph = isEvent(about)
    ? eventNodes(story, about, addresses)
    : [about ? tourNode(story, about, addresses) : frontNode(story, addresses)];
  return { '@context': 'https://schema.org', '@graph': graph };
}

/** As data in a page: no `<` that could end the script element or begin a comment. */
export function jsonLdText(node: Node): string {
  return JSON.stringify(node).replaceAll('<', '\\u003c');
}

function common({ publisher, licence, language }: StoryData): Node {
  return {
    inLanguage: language,
    license: licence.url,
    publisher: { '@type': 'Organization', name: publisher.name, url: publisher.url },
  };
}

/** @see https://schema.org/LearningResource */
function tourNode({ data }: Story, tour: TourLine, { link, absolute }: Addresses): Node {
  const path = pathOfSubject(tour);
  return {
    '@type': 'LearningResource',
    '@id': link(path, path),
    url: link(path, path),
    name: tour.title,
    description: tour.summary,
    ...common(data),
    image: absolute(cardPath(tour)),
    isPartOf: { '@type': 'WebPage', '@id': link(path, ''), name: data.title },
  };
}

function frontNode({ data }: Story, { link, absolute }: Addresses): Node {
  return {
    '@type': 'WebPage',
    '@id': link('', ''),
    url: link('', ''),
    name: data.title,
    description: data.subtitle,
    abstract: data.summary,
    ...common(data),
    datePublished: firstPublished(data),
    dateModified: data.updated,
    image: absolute(cardPath(undefined)),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: data.events.length,
      itemListElement: data.events.map(({ id, title }, i) => ({
        '@type': 'ListItem',
        position: i + 1,
        url: link('', `e/${id}/`),
        name: title,
      })),
    },
  };
}

function eventNodes(story: Story, event: StoryEvent, { link, absolute }: Addresses): readonly Node[] {
  const { data } = story;
  const page = `e/${event.id}/`;
  const own = (fragment = ''): string => link(page, page) + fragment;
  const numbers = story.citationNumbers(event);
  const revision = event.revisions.at(-1) ?? event.revisions[0];
  const sourceId = (source: SourceId): string => link(page, `sources/#${source}`);
  const targets = new Set<string>([event.id, ...event.claims.map(({ id }) => id)]);
  return [
    {
      '@type': 'WebPage',
      '@id': own(),
      url: own(),
      name: event.title,
      description: event.claims[0].text,
      ...common(data),
      datePublished: event.revisions[0].date,
      dateModified: revision.date,
      version: revision.n,
      image: absolute(cardPath(event)),
      isPartOf: { '@type': 'WebSite', name: data.title, url: link(page, '') },
      about: { '@id': own('#event') },
      hasPart: event.claims.map(({ id }) => ({ '@id': own(`#${id}`) })),
      citation: [...numbers.keys()].map((id) => ({ '@id': sourceId(id) })),
      correction: data.corrections.filter((one) => one.targets.some((id) => targets.has(id))).map(correctionNode),
    },
    {
      '@type': 'Event',
      '@id': own('#event'),
      name: event.title,
      description: event.claims[0].text,
      ...datesIn(event.when),
      location: event.places.map((name) => ({ '@type': 'Place', name })),
      mainEntityOfPage: { '@id': own() },
    },
    ...event.claims.map((claim) => claimNode(story, claim, own(`#${claim.id}`), sourceId)),
    ...[...numbers.keys()].map((id) => sourceNode(story.sources.get(id), sourceId(id))),
  ];
}

/** No finer than the dates are known, and none where an end is open. */
function datesIn(when: When): Node {
  const dates = datesOf(when);
  const last = dates.at(-1);
  const isInterval = dates.length > 1 && when.set === undefined;
  const end =
    isInterval && last && Number.isFinite(when.latestEnd) ? machineDate({ ...when, dates: [last] }) : undefined;
  return {
    startDate: Number.isFinite(when.earliestStart) && when.set !== 'one of' ? machineDate(when) : undefined,
    endDate: end,
  };
}

function claimNode(story: Story, { text, citations }: Claim, id: string, sourceId: (id: SourceId) => string): Node {
  return {
    '@type': 'Claim',
    '@id': id,
    text,
    inLanguage: story.data.language,
    appearance: [...new Set(citations.filter(({ stance }) => stance === 'supports').map(({ source }) => source))].map(
      (source) => ({ '@id': sourceId(source) }),
    ),
    citation: citations.map((citation) => quotationNode(story, citation, sourceId(citation.source))),
  };
}

function quotationNode({ data, sources }: Story, citation: Citation, source: string): Node {
  return {
    '@type': 'Quotation',
    text: citation.quote,
    inLanguage: citation.language ?? data.language,
    creditText: chainSentence(citation, sources, createTranslate(data.language)).text,
    isPartOf: { '@id': source },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'NewsArticle',
  'article-magazine': 'Article',
  article: 'Article',
  webpage: 'WebPage',
  report: 'Report',
  'post-weblog': 'BlogPosting',
  'entry-encyclopedia': 'Article',
};

function sourceNode(source: Source | undefined, id: string): Node {
  return {
    '@type': TYPES[source?.csl.type ?? ''] ?? 'CreativeWork',
    '@id': id,
    name: source?.csl.title,
    url: source?.linkChecked ? source.csl.URL : undefined,
    archivedAt: source?.archives.map(({ url }) => url),
    datePublished: source?.csl.issued,
    inLanguage: source?.csl.language,
    publisher: { '@type': 'Organization', name: source?.publisher },
  };
}

function correctionNode({ date, was, now, why }: Correction): Node {
  return { '@type': 'CorrectionComment', datePublished: date, text: `${why} ${was} → ${now}` };
}
