import { expect, test } from 'vitest';
import { indexById } from '#base/index-by-id.ts';
import { laterDay, laterDays } from '#model/told-later.ts';
import { instant } from '#time/instant.ts';
import { citationOf, claimOf, daysOf, eventOf, sourceOf } from '#testing/story.ts';

const DAY = 86_400_000;
const END = Date.UTC(2031, 2, 4); // the event is on 3 March
const sources = indexById([
  sourceOf('same', { published: END - DAY }),
  sourceOf('nearly', { published: END + 13 * DAY }),
  sourceOf('later', { published: END + 14 * DAY }),
  sourceOf('last', { published: END + 54 * DAY }),
  sourceOf('undated', { published: undefined }),
]);
const claim = (id: string, first: string, ...more: string[]) =>
  claimOf(`e.${id}`, { citations: [citationOf(first), ...more.map((one) => citationOf(one))] });

test('laterDay(claim, event, sources) is the first day, from two weeks after the event on', () => {
  const event = eventOf('e');
  expect(laterDay(claim('a', 'last', 'later'), event, sources)).toBe(END + 14 * DAY);
  expect(laterDay(claim('b', 'nearly', 'last'), event, sources)).toBeNull();
  expect(laterDay(claim('c', 'same'), event, sources)).toBeNull();
});

test('laterDay(claim, event, sources) guesses nothing: a source without a date may have told it before', () => {
  expect(laterDay(claim('a', 'last', 'undated'), eventOf('e'), sources)).toBeNull();
  expect(laterDay(claim('b', 'undated'), eventOf('e'), sources)).toBeNull();
  expect(laterDay(claim('c', 'nowhere'), eventOf('e'), sources)).toBeNull();
});

test('laterDay(claim, event, sources) knows no later for an event that has not ended', () => {
  const when = { ...daysOf('2031-03-03'), latestEnd: instant(Infinity) };
  expect(laterDay(claim('a', 'last'), eventOf('e', { when }), sources)).toBeNull();
});

test('laterDays(event, sources) gives the days in order', () => {
  const claims = [claim('a', 'last'), claim('b', 'same'), claim('c', 'later')] as const;
  expect(laterDays(eventOf('e', { claims }), sources)).toEqual([END + 14 * DAY, END + 54 * DAY]);
});
