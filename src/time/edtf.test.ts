// @ts-expect-error the package has no types
import edtf from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#base/assert.ts';
import { clockOf, DAY, YEAR } from '#time/civil.ts';
import { parseEdtf, whenOf } from '#time/edtf.ts';
import { dateTexts, dayTexts, edtfTexts, timeTexts, years, yearTexts, ZONES } from '#time/edtfTexts.testing.ts';
import { PARTS, type Part, type When } from '#time/when.ts';

function read(text: string, zone = 'UTC', part?: Part): When {
  const result = whenOf({ edtf: text, zone, ...(part && { part }) });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
const bounds = (when: When) => [when.earliestStart, when.latestStart, when.earliestEnd, when.latestEnd];
const utc = (...fields: [number, number, number?, number?, number?]) => Date.UTC(...fields);
const errorOf = (text: string, zone = 'UTC', part?: Part) => {
  const result = whenOf({ edtf: text, zone, ...(part && { part }) });
  return result.ok ? null : result.error;
};

test('whenOf({ edtf, zone }) gives the dates of the story in their zones', () => {
  const [start, end] = [utc(2006, 7, 11, 4), utc(2006, 7, 12, 4)];
  expect(bounds(read('2006-08-11', 'America/New_York'))).toEqual([start, end, start, end]);
  expect(bounds(read('2024-10-26', 'Asia/Tehran'))[0]).toBe(utc(2024, 9, 25, 20, 30));
  const fire = read('2024-11-27T04:00:00+02:00', 'Asia/Beirut');
  expect(fire).toMatchObject({
    earliestStart: utc(2024, 10, 27, 2),
    precision: 'second',
    approximate: false,
    uncertain: false,
  });
  const safieddine = read('[2024-10-03,2024-10-04,2024-10-05]', 'Asia/Beirut');
  expect(bounds(safieddine)).toEqual([
    utc(2024, 9, 2, 21),
    utc(2024, 9, 5, 21),
    utc(2024, 9, 2, 21),
    utc(2024, 9, 5, 21),
  ]);
  expect(safieddine).toMatchObject({
    set: 'one of',
    members: [{ start: utc(2024, 9, 2, 21), end: utc(2024, 9, 3, 21) }, {}, {}],
  });
});

test('whenOf({ edtf, zone }) puts the start of an interval into its first date, the end into its last', () => {
  expect(bounds(read('2024-09-20/2024-09-28'))).toEqual([
    utc(2024, 8, 20),
    utc(2024, 8, 21),
    utc(2024, 8, 28),
    utc(2024, 8, 29),
  ]);
  expect(bounds(read('2024-10-08/2024-10-08'))).toEqual(bounds(read('2024-10-08')));
  expect(bounds(read('2024-10-05/2024-10'))).toEqual([
    utc(2024, 9, 5),
    utc(2024, 9, 6),
    utc(2024, 9, 5),
    utc(2024, 10, 1),
  ]);
  expect(bounds(read('2024-10/2024-10-05'))).toEqual([
    utc(2024, 9, 1),
    utc(2024, 9, 6),
    utc(2024, 9, 5),
    utc(2024, 9, 6),
  ]);
  expect(read('2024-09-17T15:30+03:00/2024-09-17T16:30+03:00', 'Asia/Beirut')).toMatchObject({
    earliestStart: utc(2024, 8, 17, 12, 30),
    latestEnd: utc(2024, 8, 17, 13, 31),
  });
  expect(bounds(read('1984~/2004-06'))).toEqual([utc(1983, 0), utc(1986, 0), utc(2004, 5), utc(2004, 6)]);
});

test('whenOf({ edtf, zone }) tells an end that is open from one that is not known', () => {
  expect(bounds(read('2024-09-20/..'))).toEqual([utc(2024, 8, 20), utc(2024, 8, 21), Infinity, Infinity]);
  expect(bounds(read('2024-09-20/'))).toEqual([utc(2024, 8, 20), utc(2024, 8, 21), utc(2024, 8, 20), Infinity]);
  expect(bounds(read('../2024-09-20'))).toEqual([-Infinity, -Infinity, utc(2024, 8, 20), utc(2024, 8, 21)]);
  expect(bounds(read('/2024-09-20'))).toEqual([-Infinity, utc(2024, 8, 21), utc(2024, 8, 20), utc(2024, 8, 21)]);
});

test('whenOf({ edtf, zone }) reads sets with ranges and open sides', () => {
  const years = read('[1667,1670..1672,1668]');
  expect(years.members).toEqual([
    { start: utc(1667, 0), end: utc(1668, 0) },
    { start: utc(1668, 0), end: utc(1669, 0) },
    { start: utc(1670, 0), end: utc(1673, 0) },
  ]);
  expect(bounds(read('{1960,1961-12}'))).toEqual([utc(1960, 0), utc(1961, 0), utc(1961, 11), utc(1962, 0)]);
  expect(bounds(read('[..1984]'))).toEqual([-Infinity, utc(1985, 0), -Infinity, utc(1985, 0)]);
  expect(bounds(read('[1984..]'))).toEqual([utc(1984, 0), Infinity, utc(1984, 0), Infinity]);
  expect(read('[2024-10-03?,2024-10-04~]')).toMatchObject({
    approximate: true,
    uncertain: true,
    latestEnd: utc(2024, 9, 6),
  });
});

test('whenOf({ edtf, zone, part }) narrows a day; night also lies between two days', () => {
  const night = [utc(2024, 8, 16, 17), utc(2024, 8, 17, 3), utc(2024, 8, 16, 17), utc(2024, 8, 17, 3)];
  expect(bounds(read('2024-09-16/2024-09-17', 'Asia/Jerusalem', 'night'))).toEqual(night);
  expect(bounds(read('2024-09-16', 'Asia/Jerusalem', 'night'))).toEqual(night);
  expect(bounds(read('2024-09-30/2024-10-01', 'Asia/Beirut', 'night'))[0]).toBe(utc(2024, 8, 30, 17));
  expect(read('2024-09-16/2024-09-17', 'Asia/Jerusalem', 'night').part).toBe('night');
  for (const text of [
    '2024-09-16/2024-09-18',
    '2024-09',
    '[2024-09-16,2024-09-17]',
    '2024-09-16/..',
    '2024-09-16T20:00',
  ])
    expect(errorOf(text, 'UTC', 'night')).toMatch(/expected a single day/);
  expect(errorOf('2024-09-16/2024-09-17', 'UTC', 'evening')).toMatch(/two days in a row with "night"/);
});

test('whenOf({ edtf, zone }) has no NaN in deep time', () => {
  expect(bounds(read('Y-13800000000', 'Asia/Beirut'))[0]).toBe(clockOf(-13_800_000_000));
  expect(read('Y170000002').latestEnd - read('Y170000002').earliestStart).toBeCloseTo(YEAR, -9);
});

test('whenOf({ edtf, zone }) tells the editor what was expected', () => {
  expect(errorOf('2024-9-8')).toBe(
    'expected the end of the date, or - and a month of two digits, got "2024-9-8" (character 5); did you mean 2024-09-08?',
  );
  expect(errorOf('2024-10-08', 'Asia/Nowhere')).toBe(
    'expected an IANA time zone such as Asia/Beirut, got "Asia/Nowhere"',
  );
  expect(errorOf('2024-03-29T02:30', 'Asia/Jerusalem')).toBe(
    'expected a time that exists in Asia/Jerusalem, whose clocks jumped over this one, got "2024-03-29T02:30"',
  );
  expect(errorOf('2024-10-08T10:00Z/2024-10-08T09:00', 'UTC')).toMatch(/an end that is not before the start/);
});

test.each<[string, RegExp, number]>([
  ['2024-10-05/2024-10-01', /an end that is not before the start/, 11],
  ['2024-10-05/2024-13', /a month from 01/, 16],
  ['/', /a date on at least one side/, 0],
  ['../', /a date on at least one side/, 0],
  ['2024/2025/2026', /end of the date/, 9],
  ['[2024', /\] at the end of the set/, 5],
  ['{2024]', /\} at the end of the set/, 6],
  ['[]', /a year of four digits/, 1],
  ['[2024,]', /a year of four digits/, 6],
  ['[2024,2025-13]', /a month from 01/, 11],
  ['[2025..2024]', /last date is not before its first/, 1],
  ['[..]', /a date before or after/, 1],
  ['..', /a year of four digits/, 0],
])('parseEdtf(%j) expects %s at %i', (text, message, at) => {
  const result = parseEdtf(text);
  expect(result.ok ? null : result.error).toMatchObject({ message: expect.stringMatching(message), at });
});

test('parseEdtf(text) suggests only what can be read', () => {
  const suggestion = (text: string) => {
    const result = parseEdtf(text);
    return result.ok ? null : result.error.suggestion;
  };
  expect(suggestion('2024-9-8')).toBe('2024-09-08');
  expect(suggestion('2024-9-31')).toBeUndefined();
  expect(suggestion('8 October 2024')).toBeUndefined();
});

test('whenOf({ edtf, zone }): property: reads every form, with ordered bounds and named dates', () => {
  fc.assert(
    fc.property(edtfTexts, fc.constantFrom(...ZONES), (text, zone) => {
      const result = whenOf({ edtf: text, zone });
      fc.pre(result.ok || !result.error.includes('jumped over'));
      const when = must(result.ok ? result.value : null, `${text}: ${result.ok ? '' : result.error}`);
      const [earliestStart, latestStart, earliestEnd, latestEnd] = [
        when.earliestStart,
        when.latestStart,
        when.earliestEnd,
        when.latestEnd,
      ];
      expect(bounds(when).some(Number.isNaN)).toBe(false);
      expect(earliestStart).toBeLessThanOrEqual(latestStart);
      expect(earliestEnd).toBeLessThanOrEqual(latestEnd);
      expect(earliestStart).toBeLessThanOrEqual(earliestEnd);
      expect(latestStart).toBeLessThanOrEqual(latestEnd);
      expect(earliestStart).toBeLessThan(latestEnd);
      expect(when.dates?.every(({ from, to }) => from < to)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

const within = (inner: When, outer: When) =>
  inner.earliestStart >= outer.earliestStart && inner.latestEnd <= outer.latestEnd;

test('whenOf({ edtf, zone }): property: a narrower text lies within a wider one', () => {
  fc.assert(
    fc.property(dayTexts, fc.constantFrom(...ZONES), (day, zone) => {
      const wider = [
        day,
        `${day.slice(0, -1)}X`,
        day.slice(0, -3),
        `${day.slice(0, -4)}X`,
        day.slice(0, -6),
        `${day.slice(0, -7)}X`,
        `${day.slice(0, -8)}XX`,
      ];
      const whens = wider
        .map((text) => whenOf({ edtf: text, zone }))
        .flatMap((result) => (result.ok ? [result.value] : []));
      for (const [i, when] of whens.entries())
        expect(i === 0 || within(whens[i - 1] ?? when, when), wider[i]).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('whenOf({ edtf, zone }): property: `?` changes no bound, `~` and an interval to itself only widen', () => {
  fc.assert(
    fc.property(fc.oneof(dayTexts, timeTexts, yearTexts), fc.constantFrom(...ZONES), (text, zone) => {
      fc.pre(whenOf({ edtf: text, zone }).ok);
      const plain = read(text, zone);
      expect(bounds(read(`${text}?`, zone))).toEqual(bounds(plain));
      expect(bounds(read(`${text}/${text}`, zone))).toEqual(bounds(plain));
      expect(within(plain, read(`${text}~`, zone))).toBe(true);
      expect(read(`${text}~`, zone).earliestStart).toBeLessThan(plain.earliestStart);
    }),
    { numRuns: 500 },
  );
});

test('whenOf({ edtf, zone, part }): property: a part lies within its day, or the night after it', () => {
  fc.assert(
    fc.property(dayTexts, fc.constantFrom(...ZONES), fc.constantFrom(...PARTS), (day, zone, part) => {
      const result = whenOf({ edtf: day, zone, part });
      fc.pre(result.ok);
      const whole = read(day, zone);
      expect(result.value.earliestStart).toBeGreaterThanOrEqual(whole.earliestStart);
      expect(result.value.latestEnd).toBeLessThanOrEqual(whole.latestEnd + DAY / 3);
    }),
    { numRuns: 500 },
  );
});

test('whenOf({ edtf, zone }): property: a set lies where its members do', () => {
  fc.assert(
    fc.property(fc.array(dateTexts, { minLength: 1, maxLength: 4 }), (texts) => {
      const whens = texts.map((text) => read(text));
      const set = read(`[${texts.join(',')}]`);
      expect(set.earliestStart).toBe(Math.min(...whens.map((when) => when.earliestStart)));
      expect(set.latestEnd).toBe(Math.max(...whens.map((when) => when.latestEnd)));
    }),
    { numRuns: 300 },
  );
});

/** The period that the `edtf` package reads, half-open; null where it cannot. */
function oracle(text: string): [number, number] | null {
  try {
    const { min, max } = edtf(text) as { min: number; max: number };
    return [min, max + 1];
  } catch {
    return null;
  }
}

test('parseEdtf(text): property: agrees with the edtf package on which dates exist and where they lie', () => {
  const digits = fc.integer({ min: 0, max: 39 }).map((n) => String(n).padStart(2, '0'));
  const maybe = fc
    .tuple(years, digits, digits)
    .map(([year, month, day]) => `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${month}-${day}`);
  fc.assert(
    fc.property(
      fc.oneof(
        dayTexts,
        maybe,
        yearTexts,
        yearTexts.map((year) => `${year}-02`),
        yearTexts.map((year) => `${year.slice(0, -1)}X`),
      ),
      (text) => {
        // The package takes -0000 and 29 February in any year, and turns negative decades around.
        fc.pre(!/^-0000|^-.*X$|-02-29$/.test(text));
        const result = whenOf({ edtf: text, zone: 'UTC' });
        expect(result.ok ? [result.value.earliestStart, result.value.latestEnd] : null).toEqual(oracle(text));
      },
    ),
    { numRuns: 1000 },
  );
});

test('parseEdtf(text): property: an interval from a day to the same day is that day', () => {
  fc.assert(
    fc.property(dayTexts, (day) => {
      const [alone, both] = [day, `${day}/${day}`].map((edtf) => whenOf({ edtf, zone: 'UTC' }));
      if (!alone?.ok || !both?.ok) throw new Error(`not read: ${day}`);
      const { earliestStart, latestEnd } = alone.value;
      expect(both.value).toMatchObject({ earliestStart, latestEnd });
    }),
  );
});

test('parseEdtf(text): property: agrees with the edtf package on closed intervals and times', () => {
  // The package takes an interval from a day to the same day for a mistake.
  const interval = fc
    .tuple(dayTexts, dayTexts)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => `${a}/${b}`);
  fc.assert(
    fc.property(interval, (text) => {
      const result = whenOf({ edtf: text, zone: 'UTC' });
      fc.pre(result.ok);
      expect([result.value.earliestStart, result.value.latestEnd]).toEqual(oracle(text));
    }),
  );
});

test('parseEdtf(text): property: never throws, whatever the text', () => {
  const near = fc.array(
    fc.constantFrom(
      '2024',
      '-',
      '10',
      '08',
      'X',
      'T',
      '06',
      ':',
      '30',
      'Z',
      '+03:00',
      '/',
      '..',
      '[',
      ']',
      '{',
      '}',
      ',',
      '~',
      '?',
      '%',
      'Y',
      'E',
      'S',
      '9',
    ),
    { maxLength: 12 },
  );
  const texts = fc.oneof(
    near.map((parts) => parts.join('')),
    fc.string({ maxLength: 10_000, unit: 'binary' }),
    fc.string({ maxLength: 100 }),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(undefined, ...PARTS), (text, part) => {
      const parsed = parseEdtf(text);
      if (!parsed.ok) {
        expect(parsed.error.message).toMatch(/^expected /);
        expect(parsed.error.at).toBeLessThanOrEqual(text.length);
      }
      const result = whenOf({ edtf: text, zone: 'Asia/Beirut', ...(part && { part }) });
      if (!result.ok) expect(result.error).toMatch(/^expected /);
    }),
    { numRuns: 1500 },
  );
});

test('parseEdtf(text) reads 100 KB of anything to its end: backtracking would take hours', () => {
  const long = [
    '[',
    'X',
    '9',
    '-',
    '..',
    '/',
    '2024-',
    'Y1',
    '2024-10-08,',
    '[2024..',
    '~',
    'T06:30',
    '\u2028',
    'XXX1-02-29,',
  ];
  for (const piece of long) {
    const text = piece.repeat(Math.ceil(1e5 / piece.length));
    for (const whole of [text, `[${text}]`, `Y${text}`]) expect(parseEdtf(whole).ok).toBe(false);
  }
});
