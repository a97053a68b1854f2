import { isHit, termsOf, wordsOf, type Word } from '#model/folding.ts';
import type { Story } from '#model/story.ts';
import type { Claim, EventId, StoryEvent } from '#model/types.ts';

/** One thing that was found: an event, or a claim in it. */
export type Hit = {
  readonly event: StoryEvent;
  /** Null where the event's own title, actors or places hold all the words. */
  readonly claim: Claim | null;
  /** What holds words that the claim's sentence (or the event's title) does not: a quotation, a source, an actor. */
  readonly beside: { readonly kind: 'quotation' | 'source' | 'note' | 'about'; readonly text: string } | null;
};

export type Found = {
  /** The words, folded. */
  readonly terms: readonly string[];
  /** In the order of the story; within an event itself first, then its claims. */
  readonly hits: readonly Hit[];
  readonly events: ReadonlySet<EventId>;
};

/** Finds what holds all the words of a query. */
export type Find = (story: Story, query: string) => Found;

type Field = { readonly kind: 'text' | NonNullable<Hit['beside']>['kind']; readonly text: string };

/**
 * Makes a search over titles, actors, places, claims, quotations and sources. A claim is found when its sentence, its evidence and the head
 * of its event hold all the words between them, and at least one is its own; an event when its head alone does.
 * Texts are taken apart once, so the story as it was known on other days costs nothing more.
 */
export function createFind(): Find {
  const taken = new Map<string, readonly Word[]>();
  const words = (text: string): readonly Word[] => {
    const known = taken.get(text);
    if (known) return known;
    const found = wordsOf(text);
    taken.set(text, found);
    return found;
  };
  const holds = (field: Field, term: string): boolean => words(field.text).some((word) => isHit(word.text, term));

  return (story, query) => {
    const terms = termsOf(query);
    const hits = terms.length === 0 ? [] : story.data.events.flatMap((event) => hitsIn(event, story, terms, holds));
    return { terms, hits, events: new Set(hits.map(({ event }) => event.id)) };
  };
}

function hitsIn(
  event: StoryEvent,
  story: Story,
  terms: readonly string[],
  holds: (field: Field, term: string) => boolean,
): Hit[] {
  const head = headOf(event);
  const inHead = new Set(terms.filter((term) => head.some((field) => holds(field, term))));
  const own: Hit[] = inHead.size === terms.length ? [{ event, claim: null, beside: besideOf(head, terms, holds) }] : [];
  const claims = event.claims.flatMap((claim): Hit[] => {
    const fields = fieldsOf(claim, story);
    const inClaim = terms.filter((term) => fields.some((field) => holds(field, term)));
    if (inClaim.length === 0 || !terms.every((term) => inHead.has(term) || inClaim.includes(term))) return [];
    return [{ event, claim, beside: besideOf(fields, inClaim, holds) }];
  });
  return [...own, ...claims];
}

/** The field that holds most of the words that the first one, which is shown anyhow, does not. */
function besideOf(
  [shown, ...others]: readonly Field[],
  terms: readonly string[],
  holds: (field: Field, term: string) => boolean,
): Hit['beside'] {
  const missing = terms.filter((term) => !shown || !holds(shown, term));
  const counted = others.map((field) => ({ field, n: missing.filter((term) => holds(field, term)).length }));
  const best = counted.reduce<(typeof counted)[number] | null>((a, b) => (b.n > (a?.n ?? 0) ? b : a), null);
  return best && best.field.kind !== 'text' ? { kind: best.field.kind, text: best.field.text } : null;
}

function headOf({ title, label, actors, places, disputes }: StoryEvent): Field[] {
  return [
    { kind: 'text', text: title },
    ...[label, ...actors, ...places, ...disputes.map(({ question }) => question)].map((text): Field => ({
      kind: 'about',
      text,
    })),
  ];
}

function fieldsOf({ text, note, citations }: Claim, story: Story): Field[] {
  return [
    { kind: 'text', text },
    ...citations.flatMap(({ source, quote, translation, chain }): Field[] => {
      const { publisher = '', csl } = story.sources.get(source) ?? {};
      const authors = (csl?.author ?? []).map(
        ({ literal, given, family }) => literal ?? `${given ?? ''} ${family ?? ''}`,
      );
      return [
        { kind: 'quotation', text: quote },
        ...(translation ? [{ kind: 'quotation' as const, text: translation.text }] : []),
        { kind: 'source', text: [publisher, csl?.title, ...authors].filter(Boolean).join(', ') },
        ...chain.map(({ agent }): Field => ({ kind: 'source', text: agent })),
      ];
    }),
    ...(note ? [{ kind: 'note' as const, text: note }] : []),
  ];
}
