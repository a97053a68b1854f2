import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexById } from '#base/index-by-id.ts';
import { createTranslate } from '#base/messages.ts';
import {
  chainSentence,
  eventOrigins,
  independentOrigins,
  knownFrom,
  standingOf,
  verification,
} from '#model/sourcing.ts';
import { NAMINGS, STANCES, type Citation, type Hop, type Source } from '#model/types.ts';
import { citationOf, claimOf, eventOf, hopOf, sourceOf } from '#testing/story.ts';

const t = createTranslate();
const sourcesOf = (...sources: Source[]) => indexById(sources);
const text = { file: 'a.txt', sha256: '0'.repeat(64), codePoints: 9, norm: 'norm-1', checked: '2031-03-04' } as const;

describe('chainSentence(citation, sources, t)', () => {
  const relayed = (agent: string, hop: Partial<Hop> = {}) => hopOf(agent, { role: 'relayed', ...hop });
  const cases: [string, string, Hop[], string][] = [
    ['a primary source', 'Pentagon', [], 'Pentagon'],
    ['a named origin', 'Gazette', [hopOf('Port Authority')], 'Port Authority → Gazette'],
    [
      'an unnamed origin',
      'Gazette',
      [hopOf('senior official', { naming: 'unnamed' })],
      'Senior official, unnamed → Gazette',
    ],
    ['an unknown origin', 'Gazette', [hopOf('reports', { naming: 'unknown' })], 'Reports, origin not known → Gazette'],
    ['a relay', 'Gazette', [relayed('N12'), hopOf('Port Authority')], 'Port Authority → N12 → Gazette'],
    [
      'two relays',
      'Gazette',
      [relayed('Reuters'), relayed('N12'), hopOf('a minister')],
      'A minister → N12 → Reuters → Gazette',
    ],
    [
      'an unnamed relay',
      'Gazette',
      [relayed('a local paper', { naming: 'unnamed' }), hopOf('x', { naming: 'unknown' })],
      'X, origin not known → a local paper, unnamed → Gazette',
    ],
    ['another script', 'הארץ', [hopOf('דובר צה״ל')], 'דובר צה״ל → הארץ'],
  ];
  test.each(cases)('tells %s', (_, agent, behind, expected) => {
    const [self, ...rest] = citationOf('s', {}, behind).chain;
    const citation = citationOf('s', { chain: [{ ...self, agent }, ...rest] });
    expect(chainSentence(citation, sourcesOf(sourceOf('s')), t).text).toBe(expected);
  });

  test('calls the article the article, and gives parts from the origin to what we read', () => {
    const official = hopOf('senior Israeli official', { naming: 'unnamed' });
    const citation = citationOf('paper', {}, [hopOf('N12', { role: 'relayed' }), official]);
    const sentence = chainSentence(citation, sourcesOf(sourceOf('paper', { kind: 'article' })), t);
    expect(sentence.text).toBe('Senior Israeli official, unnamed → N12 → the article');
    expect(sentence.parts.map(({ role, naming, seen }) => [role, naming, seen])).toEqual([
      ['origin', 'unnamed', false],
      ['relayed', 'named', false],
      ['published', 'named', true],
    ]);
  });

  test('keeps a Latin name from reordering words written from right to left', () => {
    const citation = citationOf('s', {}, [hopOf('Reuters')]);
    const sentence = chainSentence(citation, sourcesOf(sourceOf('s')), createTranslate('he'));
    expect(sentence.text).toBe('\u2068Reuters\u2069 → \u2068s\u2069');
  });
});

describe('independentOrigins(citations)', () => {
  const through = (outlet: string, origin: string, hop: Partial<Hop> = {}) =>
    citationOf(outlet, {}, [hopOf(origin, hop)]);

  test('counts five outlets that relay one official as one', () => {
    const outlets = ['a', 'b', 'c', 'd', 'e'].map((outlet) => through(outlet, 'an official', { naming: 'unnamed' }));
    expect(independentOrigins(outlets)).toBe(1);
    expect(independentOrigins([...outlets, citationOf('ministry')])).toBe(2);
  });

  test('counts unknown origins together, and a name in other letters once', () => {
    const unknown = ['x', 'y'].map((agent) => through('a', agent, { naming: 'unknown' }));
    expect(independentOrigins(unknown)).toBe(1);
    expect(independentOrigins([through('a', 'Port  Authority'), through('b', 'port authority ')])).toBe(1);
  });

  test('leaves out what denies or only mentions', () => {
    expect(independentOrigins([citationOf('a', { stance: 'denies' }), citationOf('b', { stance: 'mentions' })])).toBe(
      0,
    );
  });

  const citations: fc.Arbitrary<Citation[]> = fc.array(
    fc
      .record({
        outlet: fc.constantFrom('a', 'b', 'c', 'd'),
        origin: fc.constantFrom('p', 'q', 'r'),
        naming: fc.constantFrom(...NAMINGS),
        stance: fc.constantFrom(...STANCES),
      })
      .map(({ outlet, origin, naming, stance }) => citationOf(outlet, { stance }, [hopOf(origin, { naming })])),
  );

  test('property: neither the order nor the outlets matter, and saying it again adds nothing', () => {
    fc.assert(
      fc.property(citations, fc.constantFrom('a', 'z'), (list, outlet) => {
        const count = independentOrigins(list);
        const elsewhere = list.map((one): Citation => ({ ...one, source: sourceOf(outlet).id }));
        expect(independentOrigins([...list].reverse())).toBe(count);
        expect(independentOrigins([...list, ...elsewhere])).toBe(count);
      }),
    );
  });

  test('property: is at least one when anything supports, and never more than the supporting citations', () => {
    fc.assert(
      fc.property(citations, (list) => {
        const supporting = list.filter(({ stance }) => stance === 'supports').length;
        expect(independentOrigins(list)).toBeLessThanOrEqual(supporting);
        expect(independentOrigins(list) > 0).toBe(supporting > 0);
      }),
    );
  });
});

test('eventOrigins(event) counts an origin once over all claims', () => {
  const claims = [claimOf('e.c1'), claimOf('e.c2'), claimOf('e.c3', { citations: [citationOf('other')] })] as const;
  expect(eventOrigins(eventOf('e', { claims }))).toBe(2);
});

test('verification(citation, source) is checked only with a position in a text that is held', () => {
  const citation = citationOf('s', { position: { start: 0, end: 3, prefix: '', suffix: '' } });
  expect(verification(citation, sourceOf('s', { seen: 'full text', text }))).toBe('checked');
  expect(verification(citation, sourceOf('s'))).toBe('excerpt');
  expect(verification(citationOf('s'), sourceOf('s', { text }))).toBe('excerpt');
  expect(verification(citation, sourceOf('s', { seen: 'not seen', text }))).toBe('not seen');
});

test('knownFrom(claim, sources) is the first publication, null when no source is dated', () => {
  const sources = sourcesOf(
    sourceOf('late', { published: 20 }),
    sourceOf('early', { published: 10 }),
    sourceOf('undated', { published: undefined }),
  );
  const claim = (...ids: [string, ...string[]]) =>
    claimOf('e.c1', { citations: ids.map((id) => citationOf(id)) as [Citation] });
  expect(knownFrom(claim('late', 'undated', 'early'), sources)).toBe(10);
  expect(knownFrom(claim('undated'), sources)).toBeNull();
});

test('standingOf(event) is that of the lead claim', () => {
  const claims = [claimOf('e.c1', { standing: 'disputed' }), claimOf('e.c2', { standing: 'confirmed' })] as const;
  expect(standingOf(eventOf('e', { claims }))).toBe('disputed');
});
