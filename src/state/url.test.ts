import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACETS, NO_FILTER, withFacet, type Facet } from '#model/filter.ts';
import { PHASES, STANDINGS, type ClaimId, type EventId } from '#model/types.ts';
import { cleanQuery, EMPTY, parseState, printState, spanOfText, textOfSpan, type LinkState } from '#state/url.ts';
import { VIEW_NAMES } from '#state/view-names.ts';
import { instant } from '#time/instant.ts';

const encodeWell = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
const ZONE = 'Asia/Jerusalem';
const ids = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,3}$/).map((id) => id as EventId);
// Windows at the precision that a link keeps: whole seconds when they are shorter than half a day, whole minutes else.
const spans = fc
  .tuple(
    fc.integer({ min: -1e9, max: 2e9 }),
    fc.oneof(
      fc.integer({ min: 600, max: 43_199 }),
      fc.integer({ min: 720, max: 1e7 }).map((m) => m * 60),
    ),
  )
  .map(([start, seconds]) => {
    const unit = seconds < 43_200 ? 1 : 60;
    const from = Math.round(start / unit) * unit + 0; // no negative zero
    return { start: instant(from * 1000), end: instant((from + seconds) * 1000) };
  });
const texts = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('תה״ל', 'a,b&c=d', '%2C'),
);
const states: fc.Arbitrary<LinkState> = fc.record(
  {
    span: fc.option(spans),
    selectedId: fc.option(ids),
    claimId: fc.option(fc.tuple(ids, ids).map((parts) => parts.join('.') as ClaimId)),
    view: fc.option(fc.constantFrom(...VIEW_NAMES)),
    known: fc.option(fc.integer({ min: -4e5, max: 1e5 }).map((day) => instant(day * 86_400_000 + 0))),
    filter: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...FACETS), fc.array(texts, { maxLength: 4 })), { maxLength: 5 })
      .map((facets) =>
        facets.reduce((filter, [facet, values]) => withFacet(filter, facet, values.map(valueOf(facet))), NO_FILTER),
      ),
    query: texts.map(cleanQuery),
    folded: fc.boolean(),
    zoneChoice: fc.option(fc.constantFrom('local', 'UTC', 'Asia/Beirut', 'America/Argentina/Buenos_Aires')),
  },
  { noNullPrototype: true },
);
/** A sound value of a facet, from any text. */
function valueOf(facet: Facet): (text: string) => string {
  const CLOSED: Partial<Record<Facet, readonly string[]>> = {
    dispute: ['no', 'yes'],
    phase: PHASES,
    standing: STANDINGS,
  };
  const closed = CLOSED[facet];
  if (closed) return (text) => closed[text.length % closed.length] ?? '';
  if (facet === 'band' || facet === 'source') return (text) => `id-${text.length}`;
  return (text) => cleanQuery(text).replace(/\p{Cc}/gu, '') || 'Lake, the';
}

// With the next property a hundred thousand links; compared without `expect`, which would take most of the time.
test('property: parseState(printState(state)) gives the state back, and equal states give equal links', () => {
  fc.assert(
    fc.property(states, fc.constantFrom(ZONE, 'America/New_York', 'Etc/UTC'), (state, zone) => {
      const link = printState(state, zone);
      const read = parseState(link, zone);
      return isDeepStrictEqual(read, state) && printState(read, zone) === link;
    }),
    { numRuns: 20_000 },
  );
});

test('property: any text is read without a throw, and what is read can be written again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 300 }),
        fc.string({ maxLength: 200 }).map((text) => `#v1&${text}`),
        fc
          .array(
            fc.tuple(
              fc.constantFrom(...FACETS, 'c', 'e', 'known', 'q', 't', 'view', '__proto__', 'constructor'),
              fc.oneof(fc.string({ unit: 'binary', maxLength: 90 }), fc.string().map(encodeWell)),
            ),
          )
          .map((parts) => `#v1&${parts.map((part) => part.join('=')).join('&')}`),
        fc.constant(`#v1&t=${'9'.repeat(100_000)}`),
      ),
      (text) => {
        const state = parseState(text, ZONE);
        return isDeepStrictEqual(parseState(printState(state, ZONE), ZONE), state);
      },
    ),
    { numRuns: 80_000 },
  );
});

test('parseState(hash) reads a link with everything in it, and printState writes it with its keys sorted', () => {
  const link =
    '#v1&actor=Hezbollah,Israel&band=ground&c=a-b.c1&dispute=yes&e=a-b&known=2024-10-09&phase=in&publisher=Haaretz%2C%20Tel%20Aviv&q=cease-fire&source=ap-1&standing=claimed,denied&t=2024-09-15..2024-10-10&view=list';
  const state = parseState(link, ZONE);
  expect(state.known).toBe(Date.UTC(2024, 9, 9));
  expect(state.filter.publisher).toEqual(['Haaretz, Tel Aviv']);
  expect(state.filter.standing).toEqual(['claimed', 'denied']);
  expect(printState(state, ZONE)).toBe(link);
});

test('a value of a filter that its list does not know is dropped, the others stay; a day must be a day', () => {
  const state = parseState('#v1&standing=denied,proven&phase=&dispute=maybe&band=A_B&known=2024-10', ZONE);
  expect(state).toEqual({ ...EMPTY, filter: { standing: ['denied'] } });
});

test('the anchor of a claim is a link to it', () => {
  expect(parseState('#a-b.c-1', ZONE)).toEqual({ ...EMPTY, claimId: 'a-b.c-1' });
  expect(printState(parseState('#a-b.c-1', ZONE), ZONE)).toBe('#v1&c=a-b.c-1');
  for (const hash of ['#a-b', '#a.b.c', '#A.b', '#a.b&e=c']) expect(parseState(hash, ZONE)).toEqual(EMPTY);
});

test('100 kB are refused at once', () => {
  for (const part of ['actor=', 'q=', '__proto__=', '&', '%E0', ','])
    expect(parseState(`#v1&${part.repeat(100_000 / part.length)}`, ZONE)).toEqual(EMPTY);
});

test('parseState(hash) keeps what it can read and drops the rest', () => {
  expect(parseState('#v1&e=pager-explosions&t=nonsense&view=globe&x=1', ZONE)).toEqual({
    ...EMPTY,
    selectedId: 'pager-explosions',
  });
  for (const hash of ['', '#', '#v2&e=a', '#?secret=abc', '#v1&e=%E0%A4%A&e=', '#v1&__proto__=x', '#v1&e=A_b'])
    expect(parseState(hash, ZONE)).toEqual(EMPTY);
});

test('a window of whole days is written as days of the zone, both included', () => {
  const span = spanOfText('2024-09-15..2024-10-10', ZONE);
  expect(span && [new Date(span.start).toISOString(), new Date(span.end).toISOString()]).toEqual([
    '2024-09-14T21:00:00.000Z',
    '2024-10-10T21:00:00.000Z',
  ]);
  expect(span && textOfSpan(span, ZONE)).toBe('2024-09-15..2024-10-10');
  expect(spanOfText('2024-10-27..2024-10-27', ZONE)).toEqual({
    start: Date.UTC(2024, 9, 26, 21),
    end: Date.UTC(2024, 9, 27, 22),
  }); // 25 hours
});

test('a window that ends before it starts, or has three ends, is no window', () => {
  for (const text of [
    '2024-10-10..2024-09-15',
    '2024-10-08T18:00Z..2024-10-08T18:00Z',
    '2024..2025..2026',
    '..',
    '2024-02-30..2024-03-01',
  ])
    expect(spanOfText(text, ZONE)).toBeNull();
});
