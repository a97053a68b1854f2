import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventId } from '#model/types.ts';
import { EMPTY, parseState, printState, spanOfText, textOfSpan, type LinkState } from '#state/url.ts';
import { VIEW_NAMES } from '#state/view-names.ts';
import { instant } from '#time/instant.ts';

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
const states: fc.Arbitrary<LinkState> = fc.record({
  span: fc.option(spans),
  selectedId: fc.option(ids),
  view: fc.option(fc.constantFrom(...VIEW_NAMES)),
});

test('property: parseState(printState(state)) gives the state back, and equal states give equal links', () => {
  fc.assert(
    fc.property(states, fc.constantFrom(ZONE, 'America/New_York', 'Etc/UTC'), (state, zone) => {
      const link = printState(state, zone);
      expect(parseState(link, zone)).toEqual(state);
      expect(printState(parseState(link, zone), zone)).toBe(link);
    }),
    { numRuns: 3000 },
  );
});

test('property: any text is read without a throw, and what is read can be written again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 300 }),
        fc.string({ maxLength: 200 }).map((text) => `#v1&${text}`),
        fc.constant(`#v1&t=${'9'.repeat(100_000)}`),
      ),
      (text) => {
        const state = parseState(text, ZONE);
        expect(parseState(printState(state, ZONE), ZONE)).toEqual(state);
      },
    ),
    { numRuns: 3000 },
  );
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
