import { must } from '#base/assert.ts';
import { bibtex, cslJson, ris } from '#model/cite-records.ts';
import { apa, chicago, mla, plain } from '#model/cite-styles.ts';
import { claimItem, eventItem, sourceItem, storyItem, type CiteItem } from '#model/cite.ts';
import type { Story } from '#model/story.ts';
import type { StoryEvent } from '#model/types.ts';
import type { Addresses } from '#site/addresses.ts';

/**
 * Citations of an event's page, of each of its claims and of each source behind them, in that order, under `/cite/`. A file has no reader,
 * so there is no date of access in it; the page gives one.
 * @param event undefined for the story as a whole
 */
export function citeFiles(
  story: Story,
  event: StoryEvent | undefined,
  { absolute }: Addresses,
): readonly (readonly [ending: string, text: () => string])[] {
  const items = (): readonly CiteItem[] => {
    if (!event) return [storyItem(story, { url: absolute('') })];
    const from = { url: absolute(`e/${event.id}/`) };
    const sources = [...story.citationNumbers(event).keys()];
    return [
      eventItem(story, event, from),
      ...event.claims.map((claim) => claimItem(story, event, claim, from)),
      ...sources.map((id) => sourceItem(must(story.sources.get(id), `unknown source: ${id}`))),
    ];
  };
  const styles = { APA: apa, MLA: mla, Chicago: chicago, Plain: plain };
  return [
    ['bib', () => items().map(bibtex).join('\n')],
    ['ris', () => items().map(ris).join('\r\n')],
    ['json', () => JSON.stringify(items().map(cslJson), null, 1)],
    [
      'txt',
      () => {
        const all = items();
        return Object.entries(styles)
          .map(([name, style]) => `${name}\n\n${all.map(style).join('\n')}\n`)
          .join('\n');
      },
    ],
  ];
}
