import { must } from '#base/assert.ts';
import { indexById } from '#base/index-by-id.ts';
import { independentOrigins, verification } from '#model/sourcing.ts';
import type { Citation, Claim, Relation, Source, StoryData, StoryEvent } from '#model/types.ts';
import { PRECISIONS, type When } from '#time/when.ts';

/** What a figure of the trust report counts. */
type Item =
  | { readonly kind: 'claim'; readonly claim: Claim; readonly event: StoryEvent }
  | { readonly kind: 'event'; readonly event: StoryEvent }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'relation'; readonly relation: Relation };
export type TrustItem = Item;

/** The figures, in the order of the report; each has words `trust.<key>`. */
export const MEASURES = [
  'claims with a quotation',
  'quotations checked',
  'quotations in an excerpt',
  'claims with an archive',
  'claims with a second origin',
  'claims with a single origin',
  'claims with an unknown origin only',
  'claims disputed',
  'events with an estimated date',
  'events on the first of a month',
  'sources without a date',
  'sources without a link',
  'sources without an author',
  'sources with a link marked unfit',
  'sources not seen',
] as const;
export type MeasureName = (typeof MEASURES)[number];

export type Measure = {
  readonly name: MeasureName;
  readonly n: number;
  /** Out of how many. */
  readonly of: number;
  /** What is behind the figure: what was counted; for quotations, the claims and relations they stand with. */
  readonly items: readonly Item[];
  /** How many of them chance alone would give, where that says something. */
  readonly chance?: number;
};

/** One day in so many is the first of a month: 4800 months in 146 097 days of the Gregorian cycle. */
const FIRSTS_PER_DAY = 4800 / 146_097;

/**
 * Measures how well a story is sourced, good and bad alike, from its data alone; nothing here is typed by anybody.
 * @returns one measure for each name, in the order of `MEASURES`
 */
export function trustOf(data: StoryData): readonly Measure[] {
  const sources = indexById(data.sources);
  const sourceOf = (citation: Citation): Source =>
    must(sources.get(citation.source), `unknown source: ${citation.source}`);
  const claims = data.events.flatMap((event) =>
    event.claims.map((claim) => ({ kind: 'claim' as const, claim, event })),
  );
  const events = data.events.map((event) => ({ kind: 'event' as const, event }));
  const all = data.sources.map((source) => ({ kind: 'source' as const, source }));
  const dated = events.filter(({ event }) => firstDay(event.when) !== undefined);

  const ofClaims = (holds: (claim: Claim) => boolean) => counted(claims, ({ claim }) => holds(claim));
  const ofSources = (holds: (source: Source) => boolean) => counted(all, ({ source }) => holds(source));
  const relations = data.relations.map((relation) => ({ kind: 'relation' as const, relation }));
  const ofQuotations = (holds: (citation: Citation) => boolean) => {
    const items = [...claims, ...relations].map((item) => ({
      item,
      citations: item.kind === 'claim' ? item.claim.citations : item.relation.citations,
    }));
    const citations = items.flatMap((one) => one.citations);
    return {
      n: citations.filter(holds).length,
      of: citations.length,
      items: items.filter((one) => one.citations.some(holds)).map(({ item }) => item),
    };
  };
  const origins = ({ citations }: Claim): number => independentOrigins(citations);

  const figures: Record<MeasureName, Omit<Measure, 'name'>> = {
    'claims with a quotation': ofClaims(({ citations }) => citations.some(({ quote }) => quote.trim() !== '')),
    'quotations checked': ofQuotations((one) => verification(one, sourceOf(one)) === 'checked'),
    'quotations in an excerpt': ofQuotations((one) => verification(one, sourceOf(one)) === 'excerpt'),
    'claims with an archive': ofClaims(({ citations }) => citations.some((one) => sourceOf(one).archives.length > 0)),
    'claims with a second origin': ofClaims((claim) => origins(claim) > 1),
    'claims with a single origin': ofClaims((claim) => origins(claim) === 1),
    'claims with an unknown origin only': ofClaims(({ citations }) =>
      citations.every(({ chain }) => chain.at(-1)?.naming === 'unknown'),
    ),
    'claims disputed': ofClaims(({ standing }) => standing === 'disputed'),
    'events with an estimated date': counted(events, ({ event }) => isEstimated(event.when)),
    'events on the first of a month': {
      ...counted(dated, ({ event }) => firstDay(event.when) === 1),
      chance: dated.length * FIRSTS_PER_DAY,
    },
    'sources without a date': ofSources(({ csl }) => csl.issued === undefined),
    'sources without a link': ofSources(({ csl, linkWithheld }) => csl.URL === undefined && !linkWithheld),
    'sources without an author': ofSources(({ csl }) => (csl.author ?? []).length === 0),
    'sources with a link marked unfit': ofSources(({ linkWithheld = false }) => linkWithheld),
    'sources not seen': ofSources(({ seen }) => seen === 'not seen'),
  };
  return MEASURES.map((name) => ({ name, ...figures[name] }));
}

function counted<T extends Item>(all: readonly T[], holds: (item: T) => boolean): Omit<Measure, 'name'> {
  const items = all.filter(holds);
  return { n: items.length, of: all.length, items };
}

/** About, uncertain, one of several days, or known only to the month or coarser: not one day that somebody vouches for. */
function isEstimated({ approximate, uncertain, set, precision }: When): boolean {
  return approximate || uncertain || set === 'one of' || PRECISIONS.indexOf(precision) < PRECISIONS.indexOf('day');
}

/** The day of the month on which a time begins, as the editor wrote it; none where it does not begin with a day. */
function firstDay({ edtf }: When): number | undefined {
  const day = /^[[{]?-?\d{4}-\d{2}-(\d{2})/.exec(edtf)?.[1];
  return day === undefined ? undefined : Number(day);
}
