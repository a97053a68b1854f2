import { expect, test } from 'vitest';
import { daysOf, eventOf } from '#testing/story.ts';
import { instant } from '#time/instant.ts';
import { eventMonths } from './event-months.ts';

test('eventMonths(events) puts neighbours of one month under one heading', () => {
  const events = [
    eventOf('a', { when: daysOf('2031-03-03') }),
    eventOf('b', { when: daysOf('2031-03-30', '2031-04-02') }),
    eventOf('c', { when: daysOf('2031-04-02') }),
  ];
  expect(eventMonths(events).map(({ year, month, events }) => [year, month, events.map(({ id }) => id)])).toEqual([
    [2031, 3, ['a', 'b']],
    [2031, 4, ['c']],
  ]);
});

test('eventMonths(events) goes by the clock of the event, not by UTC', () => {
  const when = { ...daysOf('2031-04-01'), zone: 'Asia/Jerusalem', earliestStart: instant(Date.UTC(2031, 2, 31, 21)) };
  expect(eventMonths([eventOf('a', { when })])[0]?.month).toBe(4);
});

test('eventMonths(events) claims no month for what is known to the year, and no year for an open start', () => {
  const year = { ...daysOf('2031-01-01', '2031-12-31'), precision: 'year' as const };
  const open = { ...daysOf('2031-01-01'), earliestStart: instant(-Infinity) };
  const groups = eventMonths([eventOf('open', { when: open }), eventOf('year', { when: year })]);
  expect(groups.map(({ year, month }) => [year, month])).toEqual([
    [undefined, undefined],
    [2031, undefined],
  ]);
});

test('eventMonths(events) gives each group a key of its own, also when a month comes twice', () => {
  const year = { ...daysOf('2031-01-01', '2031-12-31'), precision: 'year' as const };
  const events = [
    eventOf('a', { when: daysOf('2031-01-01') }),
    eventOf('b', { when: year }),
    eventOf('c', { when: daysOf('2031-01-02') }),
  ];
  const keys = eventMonths(events).map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});
