import { indexById } from '#base/index-by-id.ts';
import { independentOrigins, knownFrom, type Sources } from '#model/sourcing.ts';
import type { Citation, Claim, Dispute, OneOrMore, Source, Standing, StoryData, StoryEvent } from '#model/types.ts';
import type { Instant } from '#time/instant.ts';

/**
 * The story as it was known at the end of a day: what no dated source had published by then is left out, and all that follows from it.
 * A claim is there when one of its sources was published by that day, with the citations of such sources alone; a source without a date
 * counts as not known. A dispute needs two known answers, an event one known claim, a relation a known citation and an event on both sides.
 * Standings fall back to what they were before that which changed them.
 * @param day first instant (UTC) of the day
 */
export function knownBy(data: StoryData, day: Instant): StoryData {
  const sources = indexById(data.sources);
  const events = data.events.flatMap((event) => knownEvent(event, sources, day) ?? []);
  const there = new Set(events.map(({ id }) => id));
  const relations = data.relations.flatMap((relation) => {
    const citations = knownOf(relation.citations, sources, day);
    const isThere = [relation.from, relation.to].every((side) => side.some((id) => there.has(id)));
    return citations && isThere ? { ...relation, citations } : [];
  });
  return { ...data, events, relations };
}

function knownEvent(event: StoryEvent, sources: Sources, day: Instant): StoryEvent | null {
  const claims = nonEmpty(
    event.claims.flatMap((claim) => {
      const citations = knownOf(claim.citations, sources, day);
      return citations ? { ...claim, citations } : [];
    }),
  );
  if (!claims) return null;
  const there = new Set(claims.map(({ id }) => id));
  const disputes = event.disputes.flatMap((dispute) => knownDispute(dispute, there) ?? []);
  const standing = (claim: Claim): Standing => standingBy(claim, event, claims, disputes, sources);
  const [lead, ...others] = claims;
  return {
    ...event,
    claims: [
      { ...lead, standing: standing(lead) },
      ...others.map((claim) => ({ ...claim, standing: standing(claim) })),
    ],
    disputes,
    basis: nonEmpty(event.basis.filter((id) => there.has(id))) ?? [lead.id],
  };
}

function knownDispute(dispute: Dispute, there: ReadonlySet<string>): Dispute | null {
  const [first, second, ...more] = dispute.positions.filter((id) => there.has(id));
  if (!first || !second) return null;
  const { resolution, ...open } = dispute;
  const isSettled = resolution && there.has(resolution.claim);
  return {
    ...open,
    positions: [first, second, ...more],
    state: isSettled ? dispute.state : 'open',
    ...(isSettled && { resolution }),
  };
}

/** How a claim stood, from what was known of it; never better than it stands now. */
function standingBy(
  claim: Claim,
  event: StoryEvent,
  known: readonly Claim[],
  disputes: readonly Dispute[],
  sources: Sources,
): Standing {
  const isDenied = claim.citations.some(({ stance }) => stance === 'denies');
  const isAnswer = (among: readonly Dispute[]): boolean => among.some(({ positions }) => positions.includes(claim.id));
  const whole = event.claims.find(({ id }) => id === claim.id) ?? claim;
  switch (claim.standing) {
    case 'disputed':
      // What no dispute of the event holds is disputed by its own sources.
      return isAnswer(disputes) || isDenied || (!isAnswer(event.disputes) && !isShort(claim, whole))
        ? 'disputed'
        : asTold(claim, sources);
    case 'denied':
    case 'retracted':
      return isDenied || isAnswer(disputes) || !isShort(claim, whole) ? claim.standing : asTold(claim, sources);
    case 'superseded':
      return isOvertaken(claim, known, sources) ? 'superseded' : asTold(claim, sources);
    case 'confirmed':
      return isShort(claim, whole) && !isFirm(claim, sources) ? asTold(claim, sources) : 'confirmed';
    case 'reported':
    case 'claimed':
      return claim.standing;
  }
}

/** Whether some of its citations were not known yet. */
const isShort = (claim: Claim, whole: Claim): boolean => claim.citations.length < whole.citations.length;

/** A claim of the same kind came later than this one. */
function isOvertaken(claim: Claim, known: readonly Claim[], sources: Sources): boolean {
  const own = knownFrom(claim, sources) ?? Infinity;
  return known.some((one) => {
    if (one.id === claim.id || one.kind !== claim.kind || one.standing === 'superseded') return false;
    return (knownFrom(one, sources) ?? -Infinity) >= own;
  });
}

/** Told by a primary document, or by origins that do not depend on each other. */
function isFirm({ citations }: Claim, sources: Sources): boolean {
  return (
    citations.some((one) => one.stance === 'supports' && isPrimary(one, sources)) || independentOrigins(citations) > 1
  );
}

/** A party's own word, passed on with its name, is `claimed`; what a news source tells by itself or from an unnamed origin is `reported`. */
function asTold({ citations }: Claim, sources: Sources): 'claimed' | 'reported' {
  const telling = citations.filter(({ stance }) => stance === 'supports');
  const isOwnWord = (one: Citation): boolean =>
    one.chain.at(-1)?.naming === 'named' && (one.chain.length > 1 || isPrimary(one, sources));
  return telling.length > 0 && telling.every(isOwnWord) ? 'claimed' : 'reported';
}

/** A primary document, or a copy of one. */
const isPrimary = ({ source }: Citation, sources: Sources): boolean => /^primary/.test(sources.get(source)?.kind ?? '');

/** The citations whose source had a date, and that no later than the day; null when there are none. */
function knownOf(citations: readonly Citation[], sources: Sources, day: Instant): OneOrMore<Citation> | null {
  return nonEmpty(citations.filter(({ source }) => isOut(sources.get(source), day)));
}

const isOut = (source: Source | undefined, day: Instant): boolean =>
  source?.published !== undefined && source.published <= day;

function nonEmpty<Item>([first, ...more]: readonly Item[]): OneOrMore<Item> | null {
  return first === undefined ? null : [first, ...more];
}
