import { EMBED_HEIGHTS, oembedCode } from '#model/embedCode.ts';
import type { Story } from '#model/story.ts';
import type { Addresses } from '#site/addresses.ts';
import { CARD, cardPath } from '#site/card-path.ts';
import { isEvent, nameOfSubject, pathOfSubject, type Subject } from '#site/subject.ts';
import { document, element } from '#site/xml.ts';

/** What a host gets for a pasted address. Files cannot obey `maxwidth`, so the frame is as wide as there is room. */
const SIZE = { width: 600, height: EMBED_HEIGHTS.usual } as const;
const DAY_S = 86_400;

/** The answer for a page, as JSON has it and in its order. @see https://oembed.com/ */
export type OEmbed = Readonly<Record<string, string | number>>;

export function oembedOf({ data }: Story, about: Subject, { absolute, link }: Addresses): OEmbed {
  const file = `oembed/${nameOfSubject(about)}.json`;
  const path = pathOfSubject(about);
  const title = about?.title ?? data.title;
  const text = isEvent(about) ? about.claims[0].text : (about?.summary ?? data.subtitle);
  const frame = {
    src: link(file, `embed/${path}`),
    page: link(file, path),
    frameTitle: title,
    linkText: title,
    height: SIZE.height,
  };
  const image = absolute(cardPath(about));
  const root = absolute('');
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: data.publisher.name,
    ...(data.publisher.url !== undefined && { author_url: data.publisher.url }),
    provider_name: data.title,
    ...(root !== undefined && { provider_url: root }),
    cache_age: DAY_S,
    ...(image !== undefined && { thumbnail_url: image, thumbnail_width: CARD.width, thumbnail_height: CARD.height }),
    ...SIZE,
    html: oembedCode(frame, text),
  };
}

export function oembedXml(answer: OEmbed): string {
  const fields = Object.entries(answer).map(([name, value]) => element(name, {}, String(value)));
  return document(element('oembed', {}, fields));
}
