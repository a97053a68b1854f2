import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { addressesOf } from '#site/addresses.ts';
import { calendarOf, foldedLine } from '#site/calendar.ts';
import { eventOf, storyOf } from '#testing/story.ts';
import { whenOf } from '#time/edtf.ts';
import type { When } from '#time/when.ts';

const when = (edtf: string, zone = 'Asia/Beirut'): When => {
  const read = whenOf({ edtf, zone });
  return must(read.ok ? read.value : null, edtf);
};
const calendar = (edtf: string): string =>
  calendarOf(storyOf({ events: [eventOf('ferry', { when: when(edtf) })] }), addressesOf('https://lake.example/'));

test.each([
  ['2031-03-03', '20310303', '20310304', 'CONFIRMED'],
  ['2031-03-03T23:30:00+02:00', '20310303', '20310304', 'CONFIRMED'],
  ['2031-03-03/2031-03-05', '20310303', '20310306', 'CONFIRMED'],
  ['2031-03', '20310301', '20310401', 'TENTATIVE'],
  ['2031-03-03?', '20310303', '20310304', 'TENTATIVE'],
  ['2031-03-03/..', '20310303', '20310304', 'TENTATIVE'],
  ['../2031-03-03', '20310303', '20310304', 'TENTATIVE'],
  ['[2031-03-03,2031-03-04]', '20310303', '20310305', 'TENTATIVE'],
])('calendarOf(): %s is entered from %s until before %s, %s', (edtf, start, end, status) => {
  const text = calendar(edtf);
  expect(text).toContain(`DTSTART;VALUE=DATE:${start}\r\n`);
  expect(text).toContain(`DTEND;VALUE=DATE:${end}\r\n`);
  expect(text).toContain(`STATUS:${status}\r\n`);
});

test('calendarOf() leaves out what no calendar can hold', () => {
  expect(calendar('-0043-03-15')).not.toContain('VEVENT');
  expect(calendar('Y-13800000000')).not.toContain('VEVENT');
});

test('calendarOf() dates an event by its revision and names it for ever', () => {
  const revisions = [
    { n: 1, date: '2031-03-04', note: 'First.' },
    { n: 2, date: '2031-03-06', note: 'More.' },
  ] as const;
  const text = calendarOf(
    storyOf({ events: [eventOf('ferry', { revisions, title: 'Stops; again, \\ and\nagain' })] }),
    addressesOf('https://lake.example/'),
  );
  expect(text).toContain('UID:ferry.lake@lake.example\r\n');
  expect(text).toContain('DTSTAMP:20310306T000000Z\r\n');
  expect(text).toContain('SEQUENCE:1\r\n');
  expect(text).toContain('SUMMARY:Stops\\; again\\, \\\\ and\\nagain\r\n');
  expect(text).toContain('URL:https://lake.example/e/ferry/\r\n');
});

test('foldedLine(line): property: no piece is over 75 octets, no character is cut, all of it is there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (line) => {
      const folded = foldedLine(line);
      for (const piece of folded.split('\r\n')) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
      expect(folded.replaceAll('\r\n ', '')).toBe(line);
    }),
  );
});
