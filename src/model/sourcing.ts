import type { MessageKey, Translate } from '#base/messages.ts';
import { must } from '#base/assert.ts';
import type { Citation, Claim, Hop, Naming, Source, SourceId, Standing, StoryEvent } from '#model/types.ts';
import type { Instant } from '#time/instant.ts';

/** What is shown about sourcing is computed here from chains and citations; nobody types it. Pure, for build and browser. */
export type Sources = ReadonlyMap<SourceId, Source>;

/** One station of a chain as readers see it. */
export type ChainPart = {
  readonly role: Hop['role'];
  readonly agent: string;
  readonly naming: Naming;
  /** Whether we read this station ourselves. Never shown as read when false. */
  readonly seen: boolean;
  /** The agent with what must be said of its name: "Senior Israeli official, unnamed". */
  readonly text: string;
};

export type ChainSentence = {
  /** Origin first, what we read last. */
  readonly parts: readonly ChainPart[];
  /** The parts in one line: "Senior Israeli official, unnamed → N12 → the article". */
  readonly text: string;
};

const HOP_KEYS = {
  named: 'sourcing.hop.named',
  unnamed: 'sourcing.hop.unnamed',
  unknown: 'sourcing.hop.unknown',
} as const satisfies Record<Naming, MessageKey>;

/**
 * Says through whom the words reached us, from the origin to what we read. The source that is the article is called so.
 * @throws when the citation's source is not among `sources`: `parseStory` and the build let no such citation through
 */
export function chainSentence(citation: Citation, sources: Sources, t: Translate): ChainSentence {
  const source = must(sources.get(citation.source), `unknown source: ${citation.source}`);
  const agents = citation.chain.map((hop, i) =>
    i === 0 && source.kind === 'article' ? { ...hop, agent: t('sourcing.article') } : hop,
  );
  const parts = agents.reverse().map(({ role, agent, naming, seen }, i): ChainPart => {
    const text = t(HOP_KEYS[naming], { agent: i === 0 ? capitalised(agent) : agent });
    return { role, agent, naming, seen, text };
  });
  return { parts, text: parts.map(({ text }) => text).join(t('sourcing.arrow')) };
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

/**
 * How many origins support a claim independently: the distinct last hops of its supporting citations, whatever outlets they came through.
 * Unknown origins could all be the same one, so together they count as one. Names are compared without case and spacing.
 */
export function independentOrigins(citations: readonly Citation[]): number {
  return new Set(citations.filter(({ stance }) => stance === 'supports').map(originKey)).size;
}

function originKey({ chain }: Citation): string {
  const origin = must(chain.at(-1), 'a chain without hops');
  if (origin.naming === 'unknown') return ''; // no agent has this name
  return origin.agent.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** The origins that support any claim of an event, counted as `independentOrigins` does. */
export function eventOrigins(event: StoryEvent): number {
  return independentOrigins(event.claims.flatMap(({ citations }) => citations));
}

export type Verification = 'checked' | 'excerpt' | 'not seen';

/** What the words of a citation were verified against: a full text that is held, the excerpt they were read in, or nothing. */
export function verification(citation: Citation, source: Source): Verification {
  if (source.seen === 'not seen') return 'not seen';
  return citation.position && source.text ? 'checked' : 'excerpt';
}

/**
 * When a claim became known: the first publication among its citations, whatever their stance (a denial, too, makes it known).
 * @returns null when no source of it has a date: unknown, never guessed
 */
export function knownFrom(claim: Claim, sources: Sources): Instant | null {
  const dates = claim.citations.flatMap(({ source }) => sources.get(source)?.published ?? []);
  return dates.length === 0 ? null : dates.reduce((first, date) => (date < first ? date : first));
}

/** How an event stands: as its lead claim does. */
export function standingOf(event: StoryEvent): Standing {
  return event.claims[0].standing;
}
