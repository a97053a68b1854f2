import type { Story } from '#model/story.ts';
import type { Claim, Source, StoryEvent } from '#model/types.ts';

/** A day, a month or a year as far as it is known. */
export type CiteDate = { readonly year: number; readonly month?: number; readonly day?: number };
export type CiteName = { readonly family: string; readonly given?: string } | { readonly literal: string };

/** A date as ISO 8601 writes it, as far as it is known. */
export function isoDate({ year, month, day }: CiteDate): string {
  const parts = [month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]));
  return [String(year).padStart(4, '0'), ...parts].join('-');
}

/** A name with the family before the given one, as lists are sorted. */
export function turned(name: CiteName): string {
  return 'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', ');
}

/** What a citation says of a thing, before any style: close to CSL-JSON, with dates that can be computed with. */
export type CiteItem = {
  readonly id: string;
  /** A type of CSL. */
  readonly type: string;
  readonly title?: string;
  readonly container?: string;
  readonly publisher?: string;
  readonly authors: readonly CiteName[];
  readonly issued?: CiteDate;
  readonly accessed?: CiteDate;
  readonly url?: string;
  readonly language?: string;
  /** Of a page of ours. */
  readonly revision?: number;
};

/** Where and when a reader cites from: the page's address, and their day as YYYY-MM-DD; files written by the build have no such day. */
export type CiteFrom = { readonly url?: string | undefined; readonly today?: string | undefined };

/** The story as a whole, as of its last change. */
export function storyItem({ data }: Story, { url, today }: CiteFrom): CiteItem {
  return {
    id: data.id,
    type: 'webpage',
    title: data.title,
    publisher: data.publisher.name,
    authors: [{ literal: data.publisher.name }],
    ...dates(data.updated, today),
    ...(url !== undefined && { url }),
    language: data.language,
  };
}

/** Our page of an event, at its present revision. */
export function eventItem(story: Story, event: StoryEvent, from: CiteFrom): CiteItem {
  return { ...pageItem(story, event, from), title: event.title, container: story.data.title };
}

/** One claim of an event: its sentence, in the page that holds it. */
export function claimItem(story: Story, event: StoryEvent, claim: Claim, { url, today }: CiteFrom): CiteItem {
  const own = url === undefined ? undefined : `${url}#${claim.id}`;
  return {
    ...pageItem(story, event, { url: own, today }),
    id: claim.id.replaceAll('.', '-'),
    title: claim.text,
    container: `${event.title} (${story.data.title})`,
  };
}

function pageItem({ data }: Story, event: StoryEvent, { url, today }: CiteFrom): Omit<CiteItem, 'title' | 'container'> {
  const { n, date } = event.revisions.at(-1) ?? event.revisions[0];
  return {
    id: `${data.id}-${event.id}`,
    type: 'webpage',
    publisher: data.publisher.name,
    authors: [{ literal: data.publisher.name }],
    ...dates(date, today),
    ...(url !== undefined && { url }),
    language: data.language,
    revision: n,
  };
}

/** A source as its own record says; an address that is withheld is not given, and nobody is said to have looked at one that is not there. */
export function sourceItem({ csl, publisher, linkChecked }: Source, { today }: Pick<CiteFrom, 'today'> = {}): CiteItem {
  const url = linkChecked ? csl.URL : undefined;
  const authors = (csl.author ?? []).flatMap(({ family, given, literal }): CiteName[] => {
    if (family !== undefined) return [{ family, ...(given !== undefined && { given }) }];
    return literal === undefined ? [] : [{ literal }];
  });
  const { title, language } = csl;
  const container = csl['container-title'];
  return {
    id: csl.id,
    type: csl.type,
    ...(title !== undefined && { title }),
    ...(container !== undefined && { container }),
    publisher: csl.publisher ?? publisher,
    authors,
    ...dates(csl.issued, url === undefined ? undefined : (csl.accessed ?? today)),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
  };
}

function dates(issued: string | undefined, accessed: string | undefined): Pick<CiteItem, 'issued' | 'accessed'> {
  const [one, two] = [citeDate(issued), citeDate(accessed)];
  return { ...(one && { issued: one }), ...(two && { accessed: two }) };
}

/** The first date of an EDTF text, as far as citations can hold it: years of four digits, months, days; qualifiers are dropped. */
function citeDate(text: string | undefined): CiteDate | undefined {
  const [, year, month, day] = /^\[?(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?/.exec(text ?? '') ?? [];
  if (year === undefined) return undefined;
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}
