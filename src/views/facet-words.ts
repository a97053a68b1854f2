import type { Translate } from '#base/messages.ts';
import type { ToolKey } from '#base/tools-messages.ts';
import type { Facet } from '#model/filter.ts';
import type { Story } from '#model/story.ts';
import type { Phase, SourceId, Standing } from '#model/types.ts';

/** What a reader is shown for a value of a facet. */
export function facetValueWords(facet: Facet, value: string, { data, sources }: Story, t: Translate<ToolKey>): string {
  switch (facet) {
    case 'actor':
    case 'publisher':
      return value;
    case 'band':
      return data.bands.find(({ id }) => id === value)?.title ?? value;
    case 'dispute':
      return t(value === 'no' ? 'facet.dispute.no' : 'facet.dispute.yes');
    case 'phase':
      return t(`phase.${value as Phase}`);
    case 'standing':
      return t(`standing.${value as Standing}`);
    case 'source': {
      const source = sources.get(value as SourceId);
      return source ? [source.publisher, source.csl.title].filter(Boolean).join(', ') : value;
    }
  }
}
