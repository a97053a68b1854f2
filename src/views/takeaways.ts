import { must } from '#base/assert.ts';
import type { Translate } from '#base/messages.ts';
import type { ToolKey } from '#base/tools-messages.ts';
import { bibtex, cslJson, ris } from '#model/cite-records.ts';
import { apa, chicago, mla, plain } from '#model/cite-styles.ts';
import { claimItem, eventItem, sourceItem, storyItem, type CiteItem } from '#model/cite.ts';
import { quoteText } from '#model/quote-text.ts';
import type { Story } from '#model/story.ts';
import type { Source, StoryEvent } from '#model/types.ts';
import type { TakeawayKind } from '#views/takeaway-kinds.ts';

/** The forms of a citation: for reading, then for programs, then in no style at all. */
export const CITE_STYLES = {
  APA: apa,
  MLA: mla,
  Chicago: chicago,
  BibTeX: bibtex,
  RIS: ris,
  'CSL-JSON': (item: CiteItem) => JSON.stringify([cslJson(item)], null, 2),
  plain,
} as const;
export type CiteStyle = keyof typeof CITE_STYLES;
export const CITE_STYLE_NAMES = Object.keys(CITE_STYLES) as readonly CiteStyle[];

/** One thing to take along, as text; the style matters to citations only. */
export type Takeaway = { readonly key: string; readonly label: string; readonly text: (style: CiteStyle) => string };
/** Those without a label stand first: the page itself. */
export type TakeawayGroup = { readonly label: string | null; readonly takeaways: readonly Takeaway[] };

export type TakenFrom = {
  /** The permanent address of the page of the event, or of the story. */
  readonly url: string;
  /** The same with the window of time and the filters that are on screen. */
  readonly view: string;
  /** The reader's day as YYYY-MM-DD. */
  readonly today: string;
};

/**
 * All that may be taken along of one kind, from an event or, without one, from the story as a whole. Groups that would be empty are left out, so
 * a story without events has no quotations. The keys of claims are the same for links and citations.
 */
export function takeawaysOf(
  kind: TakeawayKind,
  story: Story,
  event: StoryEvent | undefined,
  from: TakenFrom,
  t: Translate<ToolKey>,
): readonly TakeawayGroup[] {
  const claims = event?.claims ?? [];
  const title = event?.title ?? story.data.title;
  const groups: Readonly<Record<TakeawayKind, () => readonly TakeawayGroup[]>> = {
    link: () => [
      {
        label: null,
        takeaways: [
          { key: 'page', label: title, text: () => from.url },
          { key: 'view', label: t('take.view'), text: () => from.view },
        ],
      },
      {
        label: t('take.claims'),
        takeaways: claims.map(({ id, text }) => ({ key: id, label: text, text: () => `${from.url}#${id}` })),
      },
    ],
    quote: () => [
      {
        label: t('take.quotations'),
        takeaways: (event ? [event] : []).flatMap((one) =>
          one.claims.flatMap((claim) =>
            claim.citations.map((citation, i) => ({
              key: `${claim.id} ${i}`,
              label: `“${citation.quote}”`,
              text: () => quoteText(story, one, citation, `${from.url}#${claim.id}`, t),
            })),
          ),
        ),
      },
    ],
    cite: () => [
      {
        label: null,
        takeaways: [cited('page', title, event ? eventItem(story, event, from) : storyItem(story, from))],
      },
      {
        label: t('take.claims'),
        takeaways: (event ? [event] : []).flatMap((one) =>
          one.claims.map((claim) => cited(claim.id, claim.text, claimItem(story, one, claim, from))),
        ),
      },
      {
        label: t('take.sources'),
        takeaways: sourcesOf(story, event).map(([name, source]) => cited(source.id, name, sourceItem(source, from))),
      },
    ],
  };
  return groups[kind]().filter(({ takeaways }) => takeaways.length > 0);
}

function cited(key: string, label: string, item: CiteItem): Takeaway {
  return { key, label, text: (style) => CITE_STYLES[style](item) };
}

/** The sources behind an event with the numbers they have on its page, or all of the story's. */
function sourcesOf(story: Story, event: StoryEvent | undefined): readonly (readonly [name: string, source: Source])[] {
  const nameOf = ({ publisher, csl }: Source): string => (csl.title ? `${publisher}, ${csl.title}` : publisher);
  if (!event) return story.data.sources.map((source) => [nameOf(source), source]);
  return [...story.citationNumbers(event)].map(([id, number]) => {
    const source = must(story.sources.get(id), `unknown source: ${id}`);
    return [`${number} ${nameOf(source)}`, source];
  });
}
