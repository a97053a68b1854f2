import { must } from '#base/assert.ts';
import type { Translate } from '#base/messages.ts';
import type { ToolKey } from '#base/tools-messages.ts';
import { chainSentence } from '#model/sourcing.ts';
import type { Story } from '#model/story.ts';
import type { Citation, StoryEvent } from '#model/types.ts';

/**
 * The exact words with everybody they came through, not only the outlet they were read in, and where they stand here.
 * @param url address of the claim that rests on them
 */
export function quoteText(
  story: Story,
  event: StoryEvent,
  citation: Citation,
  url: string,
  t: Translate<ToolKey>,
): string {
  const source = must(story.sources.get(citation.source), `unknown source: ${citation.source}`);
  const { title, issued } = source.csl;
  const read = [
    source.publisher,
    ...(title === undefined ? [] : [`“${title}”`]),
    ...(issued === undefined ? [] : [issued]),
  ];
  const revision = event.revisions.at(-1) ?? event.revisions[0];
  return [
    `“${citation.quote}”`,
    ...(citation.translation ? [`${t('citation.translation')}: “${citation.translation.text}”`] : []),
    `— ${chainSentence(citation, story.sources, t).text} (${read.join(', ')})`,
    `${t('take.quoted', { title: event.title, n: revision.n })} ${url}`,
  ].join('\n');
}
