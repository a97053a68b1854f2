import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#time/instant.ts';
import { barPieces } from '#views/bar-pieces.ts';

const span = (start: number, end: number) => ({ start: instant(start), end: instant(end) });
const closed = { openStart: false, openEnd: false };
const same = (at: number): number => at;

test('an interval fades in, is solid, and fades out', () => {
  const extent = { solid: span(20, 60), fades: [span(0, 20), span(60, 100)], ...closed };
  expect(barPieces(extent, { from: 0, to: 100 }, same)).toEqual([
    { kind: 'in', from: 0, to: 20 },
    { kind: 'out', from: 60, to: 100 },
    { kind: 'solid', from: 20, to: 60 },
  ]);
});

test('the members of a set are pieces of their own, with nothing between them', () => {
  const one = { solid: null, fades: [span(0, 10), span(40, 50)], ...closed };
  expect(barPieces(one, { from: 0, to: 50 }, same).map(({ from, to }) => [from, to])).toEqual([
    [0, 10],
    [40, 50],
  ]);
  const all = { solid: span(0, 10), alsoSolid: [span(40, 50)], fades: [], ...closed };
  expect(barPieces(all, { from: 0, to: 50 }, same).map(({ kind }) => kind)).toEqual(['solid', 'solid']);
});

test('property: pieces never leave the bar, and together reach from its start to its end when the time has no gaps', () => {
  const ends = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(ends, fc.boolean(), ([a = 0, b = 0, c = 0], open) => {
      const extent = {
        solid: span(a, b),
        fades: [span(b, open ? Infinity : c + 600)],
        openStart: false,
        openEnd: open,
      };
      const bar = { from: a, to: c + 600 };
      const pieces = barPieces(extent, bar, same);
      expect(Math.min(...pieces.map(({ from }) => from))).toBe(bar.from);
      expect(Math.max(...pieces.map(({ to }) => to))).toBe(bar.to);
    }),
  );
});
