import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTranslate } from '#base/messages.ts';
import { clockOf, DAY, HOUR, YEAR } from '#time/civil.ts';
import { whenOf } from '#time/edtf.ts';
import { edtfTexts, ZONES } from '#time/edtfTexts.testing.ts';
import { instant, span } from '#time/instant.ts';
import type { Part, When } from '#time/when.ts';
import { dayWords, durationWords, shortWordsOf, spanWords, wordsOf, zoneWords } from '#time/words.ts';

const t = createTranslate();
const english = { t, locale: 'en' };

function read(edtf: string, zone = 'Asia/Beirut', part?: Part, note?: string): When {
  const result = whenOf({ edtf, zone, ...(part && { part }), ...(note && { note }) });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

test('wordsOf(when) gives the pieces and the line', () => {
  expect(wordsOf(read('2024-10-08', 'Asia/Jerusalem', 'night', 'hour not given'), english)).toEqual({
    date: 'Tuesday 8 October 2024, night',
    zone: 'Israel time',
    note: 'hour not given',
    full: 'Tuesday 8 October 2024, night · Israel time · hour not given',
  });
  expect(wordsOf(read('2006'), english)).toEqual({ date: '2006', zone: 'Lebanon time', full: '2006' });
});

test.each<[string, string, string]>([
  ['2006-08-11', 'Friday 11 August 2006', '11 Aug 2006'],
  ['2024-10', 'October 2024', 'Oct 2024'],
  ['2024', '2024', '2024'],
  ['2024-09-20/2024-09-28', '20 to 28 September 2024', '20–28 Sep 2024'],
  ['2024-09-23/2024-10-01', '23 September to 1 October 2024', '23 Sep – 1 Oct 2024'],
  ['2023-12-30/2024-01-02', '30 December 2023 to 2 January 2024', '30 Dec 2023 – 2 Jan 2024'],
  ['2024-09/2024-10', 'September to October 2024', 'Sep – Oct 2024'],
  ['2024-09-20/2024-10', '20 September 2024 to October 2024', '20 Sep 2024 – Oct 2024'],
  ['2001/2004', '2001 to 2004', '2001 – 2004'],
  ['2024-10-08/2024-10-08', '8 October 2024', '8 Oct 2024'],
  ['[2024-10-03,2024-10-04,2024-10-05]', '3, 4 or 5 October 2024', '3, 4 or 5 Oct 2024'],
  ['{2024-10-03,2024-10-05}', '3 and 5 October 2024', '3 and 5 Oct 2024'],
  ['[2024-09-30,2024-10-01]', '30 September 2024 or 1 October 2024', '30 Sep 2024 or 1 Oct 2024'],
  ['[1667,1668,1670..1672]', '1667, 1668 or 1670 to 1672', '1667, 1668 or 1670 – 1672'],
  ['[1984]', '1984', '1984'],
  ['[..1984]', '1984 or earlier', '1984 or earlier'],
  ['[1984-12..]', 'December 1984 or later', 'Dec 1984 or later'],
  [
    '[2024-10-03~,2024-10-04?]',
    'about 3 October 2024 or 4 October 2024 (uncertain)',
    'about 3 Oct 2024 or 4 Oct 2024 (uncertain)',
  ],
  ['2024-09/..', 'since September 2024', 'since Sep 2024'],
  ['../2024-09-05', 'until 5 September 2024', 'until 5 Sep 2024'],
  ['2024-09/', 'from September 2024, end not known', 'from Sep 2024, end not known'],
  ['/2024', 'until 2024, start not known', 'until 2024, start not known'],
  ['2024-10-08~', 'about 8 October 2024', 'about 8 Oct 2024'],
  ['2024-10-08?', 'Tuesday 8 October 2024 (uncertain)', '8 Oct 2024 (uncertain)'],
  ['2024-10%', 'about October 2024 (uncertain)', 'about Oct 2024 (uncertain)'],
  ['1984~/2004-06', 'about 1984 to June 2004', 'about 1984 – Jun 2004'],
  ['199X', '1990s', '1990s'],
  ['200X', 'between 2000 and 2009', 'between 2000 and 2009'],
  ['18XX', '19th century', '19th century'],
  ['1XXX', '2nd millennium', '2nd millennium'],
  ['2024-22', 'summer 2024', 'summer 2024'],
  ['2024-24', 'winter 2024–2025', 'winter 2024–2025'],
  ['2024-33', 'between January and March 2024', 'between Jan and Mar 2024'],
  ['1985-04-XX', 'April 1985', 'Apr 1985'],
  ['2024-10-1X', 'between 10 and 19 October 2024', 'between 10 and 19 Oct 2024'],
  ['-0043', '44 BCE', '44 BCE'],
  ['-0043-03-15', '15 March 44 BCE', '15 Mar 44 BCE'],
  ['-004X', 'between 50 BCE and 41 BCE', 'between 50 BCE and 41 BCE'],
  ['Y-13800000000', '13.8 billion BCE', '13.8 billion BCE'],
  ['2024-11-27T04:00:00+02:00', '27 November 2024, 04:00', '27 Nov 2024, 04:00'],
  ['2024-09-17T15', '17 September 2024, between 15:00 and 16:00', '17 Sep 2024, between 15:00 and 16:00'],
  ['2024-09-17T15:30/2024-09-17T16:30', '17 September 2024, 15:30 to 16:30', '17 Sep 2024, 15:30–16:30'],
  [
    '2024-09-17T23:30/2024-09-18T01:00',
    '17 September 2024, 23:30 to 18 September 2024, 01:00',
    '17 Sep 2024, 23:30 – 18 Sep 2024, 01:00',
  ],
  ['2024-07-30T19:40+03:00~', 'about 30 July 2024, 19:40', 'about 30 Jul 2024, 19:40'],
])('wordsOf(%j) says %j, in short %j', (text, date, short) => {
  expect(wordsOf(read(text), english).date).toBe(date);
  expect(shortWordsOf(read(text), english)).toBe(short);
});

test('wordsOf(when) says the night between two days, and parts of approximate and uncertain days', () => {
  const night = read('2024-09-16/2024-09-17', 'Asia/Jerusalem', 'night');
  expect(wordsOf(night, english).full).toBe('night of 16 to 17 September 2024 · Israel time');
  expect(shortWordsOf(night, english)).toBe('16–17 Sep 2024');
  expect(wordsOf(read('2024-09-30/2024-10-01', 'Asia/Beirut', 'night'), english).date).toBe(
    'night of 30 September to 1 October 2024',
  );
  expect(wordsOf(read('2024-10-08~', 'Asia/Beirut', 'late afternoon'), english).date).toBe(
    'about 8 October 2024, late afternoon',
  );
  expect(wordsOf(read('2024-10-08?', 'Asia/Beirut', 'morning'), english).date).toBe(
    'Tuesday 8 October 2024, morning (uncertain)',
  );
});

test("wordsOf(when, { zone }) tells hours in the reader's zone, whole days in the event's", () => {
  const newYork = { ...english, zone: 'America/New_York' };
  expect(wordsOf(read('2024-11-27T04:00:00+02:00'), newYork).full).toBe('26 November 2024, 21:00 · New York time');
  expect(wordsOf(read('2024-10-26T02:00', 'Asia/Tehran'), { ...english, zone: 'Etc/UTC' }).full).toBe(
    '25 October 2024, 22:30 · UTC',
  );
  expect(wordsOf(read('2024-10-08', 'Asia/Jerusalem', 'night'), newYork).full).toBe(
    'Tuesday 8 October 2024, night · Israel time',
  );
  expect(wordsOf(read('2024-10-08/2024-10-09T04:00Z'), newYork).zone).toBe('Lebanon time');
});

test('wordsOf(when) asks no zone table for a whole day: it may differ between machines', () => {
  const day = read('2024-10-08', 'Asia/Gaza');
  expect(wordsOf({ ...day, zone: 'Mars/Olympus_Mons' }, english).full).toBe(
    'Tuesday 8 October 2024 · Olympus Mons time',
  );
});

test('zoneWords(zone) has a message for the zones of the story, the city for others', () => {
  expect(
    ['Asia/Gaza', 'Etc/UTC', 'UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires', 'constructor'].map((zone) =>
      zoneWords(zone, t),
    ),
  ).toEqual(['Gaza time', 'UTC', 'UTC', 'Paris time', 'Buenos Aires time', 'constructor time']);
});

test('wordsOf(when) in other languages takes their names of months and their order from the messages', () => {
  expect(wordsOf(read('2024-10-08'), { t, locale: 'he' }).date).toBe('יום שלישי 8 באוקטובר 2024');
  expect(wordsOf(read('2024-10-08'), { t, locale: 'ar' }).date).toBe('الثلاثاء 8 أكتوبر 2024');
});

/** The same time as a hand-made `When` has it, without what the editor's text named. */
function bare(when: When): When {
  const copy: { -readonly [Key in keyof When]: When[Key] } = { ...when };
  delete copy.dates;
  return copy;
}

test('wordsOf(when) finds the dates in the four instants where a `When` is made by hand', () => {
  for (const text of [
    '2024-10-08',
    '2024-03-31',
    '2024-10',
    '2024',
    '199X',
    '2024-21',
    '2024-09-20/2024-09-28',
    '2024-10-08~',
    '2024~',
    '2024-09/..',
    '2024-09/',
    '/2024',
    '../2024',
    '[2024-10-03,2024-10-05]',
    '[..1984]',
    '2024-11-27T04:00+02:00',
    '2024-11-27T04:00+02:00~',
    '-0043',
  ])
    expect(wordsOf(bare(read(text)), english), text).toEqual(wordsOf(read(text), english));
  expect(wordsOf(bare(read('2024-10-08', 'Asia/Jerusalem', 'night')), english).date).toBe(
    'Tuesday 8 October 2024, night',
  );
});

test('wordsOf(when), shortWordsOf(when): property: have words for every time', () => {
  fc.assert(
    fc.property(edtfTexts, fc.constantFrom(...ZONES), fc.constantFrom(undefined, ...ZONES), (text, zone, reader) => {
      const result = whenOf({ edtf: text, zone });
      fc.pre(result.ok);
      for (const when of [result.value, bare(result.value)]) {
        const options = { ...english, ...(reader && { zone: reader }) };
        const words = `${wordsOf(when, options).full} ${shortWordsOf(when, options)}`;
        expect(words).not.toMatch(/NaN|undefined|Infinity|null|\{|\}|[\u00a0\u202f]/);
      }
    }),
    { numRuns: 1000 },
  );
});

test('dayWords(at, zone, locale) is the day of the zone', () => {
  expect(dayWords(instant(Date.UTC(2024, 9, 8, 22)), 'Asia/Jerusalem', 'en')).toBe('9 October 2024');
  expect(dayWords(instant(Date.UTC(2024, 9, 8, 22)), 'UTC', 'he')).toBe('8 באוקטובר 2024');
});

test('spanWords(span) includes the last day, and is finer for short spans', () => {
  const israel = { ...english, zone: 'Asia/Jerusalem' };
  const start = Date.UTC(2024, 8, 14, 21);
  expect(spanWords(span(start, start + 26 * DAY), israel)).toBe('15 September to 10 October 2024');
  expect(spanWords(span(start, start + 6 * HOUR), israel)).toBe('15 September 2024, 00:00 to 06:00');
  expect(spanWords(span(start, start), israel)).toBe('15 September 2024, 00:00');
  expect(spanWords(span(Date.UTC(1950, 0), Date.UTC(2025, 0)), english)).toBe('1950 to 2024');
  expect(spanWords(span(clockOf(-13_800_000_000), Date.UTC(2025, 0)), english)).toBe('13.8 billion BCE to 2024');
  expect(spanWords(span(-Infinity, Date.UTC(2025, 0)), english)).toBe('until 31 December 2024');
  expect(spanWords(span(start, Infinity), english)).toBe('since 14 September 2024');
  expect(spanWords(span(-Infinity, Infinity), english)).toBe('all time');
});

test.each([
  [0, '0 seconds'],
  [1000, '1 second'],
  [45 * 60_000, '45 minutes'],
  [3 * HOUR, '3 hours'],
  [DAY, '24 hours'],
  [26 * DAY, '26 days'],
  [100 * DAY, '3 months'],
  [1.5 * YEAR, '18 months'],
  [18.3 * YEAR, '18 years'],
  [12_345 * YEAR, '12,345 years'],
  [13.8e9 * YEAR, '13.8 billion years'],
  [Infinity, 'all time'],
])('durationWords(%d) is %j', (ms, words) => expect(durationWords(ms, t)).toBe(words));
