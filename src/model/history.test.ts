import { expect, test } from 'vitest';
import { eventChanges } from '#model/history.ts';
import { citationOf, claimOf, daysOf, disputeOf, eventOf } from '#testing/story.ts';

const stop = claimOf('ferry.stop', { text: 'It stopped for 90 minutes.' });
const before = eventOf('ferry', {
  claims: [stop, claimOf('ferry.old')],
  disputes: [disputeOf('length', ['ferry.stop', 'ferry.old'])],
});

test('eventChanges(before, after) says what readers see changed', () => {
  const citations = [citationOf('port'), citationOf('radio')] as const;
  const after = eventOf('ferry', {
    title: 'Event ferries',
    when: daysOf('2031-03-04'),
    claims: [{ ...stop, text: 'It stopped for 40 minutes.', standing: 'denied', citations }, claimOf('ferry.new')],
  });
  expect(eventChanges(before, after)).toEqual([
    {
      kind: 'title',
      words: [
        { kind: 'same', text: 'Event ' },
        { kind: 'gone', text: 'ferry' },
        { kind: 'new', text: 'ferries' },
      ],
    },
    { kind: 'when', was: before.when, now: after.when },
    {
      kind: 'claim',
      claim: after.claims[0],
      words: [
        { kind: 'same', text: 'It stopped for ' },
        { kind: 'gone', text: '90 ' },
        { kind: 'new', text: '40 ' },
        { kind: 'same', text: 'minutes.' },
      ],
      was: 'reported',
      added: 2,
      removed: 1,
    },
    { kind: 'claim added', claim: after.claims[1] },
    { kind: 'claim removed', claim: before.claims[1] },
    { kind: 'dispute removed', dispute: before.disputes[0] },
  ]);
});

test('eventChanges(event, event) is empty, and so it is where only the place of a mark changed', () => {
  expect(eventChanges(before, { ...before, label: 'Other', importance: 5 })).toEqual([]);
});
