import type { Story } from '#model/story.ts';
import type { StoryData, StoryEvent } from '#model/types.ts';

/**
 * One event with everything it needs to be read alone: a story of one event, in the format of `data/story.json`. Relations to other events
 * are not in it, as those events are not; nothing else of the event is lost.
 */
export function eventData({ data, citationNumbers }: Story, event: StoryEvent): StoryData {
  const numbers = citationNumbers(event);
  const relations = data.relations.filter(({ from, to }) => [...from, ...to].every((id) => id === event.id));
  const needed = new Set([data.article, ...numbers.keys()]);
  const targets = new Set<string>([event.id, ...event.claims.map(({ id }) => id)]);
  return {
    ...data,
    events: [event],
    sources: data.sources.filter(({ id }) => needed.has(id)),
    relations,
    corrections: data.corrections.filter((one) => one.targets.some((id) => targets.has(id))),
    unverified: [],
  };
}

/** A line of the CSV file: what one citation says about one claim. */
const COLUMNS = [
  'event',
  'title',
  'band',
  'phase',
  'when',
  'zone',
  'claim',
  'kind',
  'standing',
  'text',
  'source',
  'publisher',
  'published',
  'stance',
  'quotation',
  'language',
  'chain',
  'url',
] as const;
export type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Every citation of every claim, in the order of the story. Disputes, relations, revisions and positions are in the JSON alone. */
export function rowsOf({ data, sources }: Story): readonly Row[] {
  return data.events.flatMap((event) =>
    event.claims.flatMap((claim) =>
      claim.citations.map((citation): Row => {
        const source = sources.get(citation.source);
        return {
          event: event.id,
          title: event.title,
          band: event.band,
          phase: event.phase,
          when: event.when.edtf,
          zone: event.when.zone,
          claim: claim.id,
          kind: claim.kind,
          standing: claim.standing,
          text: claim.text,
          source: citation.source,
          publisher: source?.publisher ?? '',
          published: source?.csl.issued ?? '',
          stance: citation.stance,
          quotation: citation.quote,
          language: citation.language ?? data.language,
          chain: citation.chain
            .map(({ agent, naming }) => (naming === 'named' ? agent : `${agent} (${naming})`))
            .join(' < '),
          url: (source?.linkChecked && source.csl.URL) || '',
        };
      }),
    ),
  );
}

/**
 * The rows as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that it stays text; that, and the
 * columns there are, is why exact data is in the JSON.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvOf(rows: readonly Row[]): string {
  const lines = [[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string): string {
  const safe = /^[\s\u{FEFF}]*[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
