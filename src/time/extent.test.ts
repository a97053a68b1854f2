import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR } from '#time/civil.ts';
import { must } from '#base/assert.ts';
import { whenOf } from '#time/edtf.ts';
import { edtfTexts, ZONES } from '#time/edtfTexts.testing.ts';
import { extentOf } from '#time/extent.ts';
import type { Span } from '#time/instant.ts';
import type { Part, When } from '#time/when.ts';

function read(edtf: string, zone = 'UTC', part?: Part): When {
  const result = whenOf({ edtf, zone, ...(part && { part }) });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
const days = (...[year, month, from, to]: [number, number, number, number]) => ({
  start: Date.UTC(year, month - 1, from),
  end: Date.UTC(year, month - 1, to + 1),
});
const shut = { openStart: false, openEnd: false };

test('extentOf(when) is solid over a day, also of 25 hours, and over a finer time', () => {
  expect(extentOf(read('2024-10-08'))).toEqual({ solid: days(2024, 10, 8, 8), fades: [], ...shut });
  const { solid } = extentOf(read('2023-10-29', 'Asia/Jerusalem'));
  expect(must(solid, 'solid').end - must(solid, 'solid').start).toBe(25 * HOUR);
  expect(extentOf(read('2024-10-08T04:00Z')).fades).toEqual([]);
});

test('extentOf(when) fades over what is not known to the day', () => {
  for (const text of ['2024-10', '2024', '199X', '2024-21', '2024-10-1X', '2024-10-08~', '2024-10-08T04:00Z~']) {
    const { earliestStart, latestEnd } = read(text);
    expect(extentOf(read(text)), text).toEqual({
      solid: null,
      fades: [{ start: earliestStart, end: latestEnd }],
      ...shut,
    });
  }
  expect(extentOf(read('2024-10-08', 'UTC', 'night')).solid).toBeNull();
});

test('extentOf(when) of an interval is solid between its dates', () => {
  expect(extentOf(read('2024-09-20/2024-09-28'))).toEqual({
    solid: days(2024, 9, 21, 27),
    fades: [days(2024, 9, 20, 20), days(2024, 9, 28, 28)],
    ...shut,
  });
  expect(extentOf(read('2024-10-07/2024-10-08'))).toEqual({
    solid: null,
    fades: [days(2024, 10, 7, 7), days(2024, 10, 8, 8)],
    ...shut,
  });
  expect(extentOf(read('2024-10-05/2024-10'))).toEqual({ solid: null, fades: [days(2024, 10, 5, 31)], ...shut });
  expect(extentOf(read('2024-10-08/2024-10-08'))).toEqual({ solid: days(2024, 10, 8, 8), fades: [], ...shut });
});

test('extentOf(when) keeps open ends open: `..` solid, unknown fading', () => {
  expect(extentOf(read('2024-09-20/..'))).toMatchObject({
    solid: { end: Infinity },
    fades: [days(2024, 9, 20, 20)],
    openEnd: true,
  });
  expect(extentOf(read('2024-09-20/'))).toMatchObject({
    solid: null,
    fades: [{ end: Infinity }],
    openStart: false,
    openEnd: true,
  });
  expect(extentOf(read('../2024-09-20'))).toMatchObject({
    solid: { start: -Infinity },
    fades: [days(2024, 9, 20, 20)],
    openStart: true,
  });
  expect(extentOf(read('/2024-09-20'))).toMatchObject({
    solid: null,
    fades: [{ start: -Infinity }],
    openStart: true,
    openEnd: false,
  });
});

test('extentOf(when) of a set has a fade for each alternative, and is solid where all are meant', () => {
  const one = extentOf(read('[2024-10-03,2024-10-04,2024-10-07]'));
  expect(one).toEqual({
    solid: null,
    fades: [days(2024, 10, 3, 3), days(2024, 10, 4, 4), days(2024, 10, 7, 7)],
    ...shut,
  });
  expect(extentOf(read('[2024-10,2024-10-04]')).fades).toEqual([days(2024, 10, 1, 31)]);
  expect(extentOf(read('{2024-10-03,2024-10-04}'))).toEqual({ solid: days(2024, 10, 3, 4), fades: [], ...shut });
  expect(extentOf(read('{2024-10-03,2024-10-07}'))).toEqual({
    solid: days(2024, 10, 3, 3),
    fades: [],
    alsoSolid: [days(2024, 10, 7, 7)],
    ...shut,
  });
  expect(extentOf(read('{2024-10-03~,2024-10-17}')).solid).toBeNull();
});

/** The spans as disjoint stretches in order; joins those that touch. */
function stretches(spans: readonly Span[]): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

test('extentOf(when): property: covers exactly the time it may lie in, without overlap', () => {
  fc.assert(
    fc.property(edtfTexts, fc.constantFrom(...ZONES), (text, zone) => {
      const result = whenOf({ edtf: text, zone });
      fc.pre(result.ok);
      const when = result.value;
      const { solid, fades, alsoSolid = [], openStart, openEnd } = extentOf(when);
      const drawn = [...(solid ? [solid] : []), ...fades, ...alsoSolid].sort((a, b) => a.start - b.start);
      expect(stretches(drawn)).toEqual(stretches(when.members ?? [{ start: when.earliestStart, end: when.latestEnd }]));
      for (const [i, { start, end }] of drawn.entries()) {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual(drawn[i - 1]?.end ?? -Infinity);
      }
      expect([openStart, openEnd]).toEqual([when.earliestStart === -Infinity, when.latestEnd === Infinity]);
    }),
    { numRuns: 1000 },
  );
});
