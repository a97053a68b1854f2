import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containing, intervalIndex } from '#layout/interval-index.ts';

const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 200 })), {
  maxLength: 900,
});

test('property: containing(index, at) finds what a full scan finds, in order', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: -5, max: 720 }), (pairs, at) => {
      const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
      const start = Float64Array.from(sorted, ([from]) => from);
      const end = Float64Array.from(sorted, ([from, length]) => from + length);
      const rows = Int32Array.from(sorted, (_, row) => row);
      const expected = sorted.flatMap(([from, length], row) => (from < at && from + length > at ? [row] : []));
      const index = intervalIndex(rows, start, end);
      expect(containing(index, at)).toEqual(expected);
      expect(containing(index, at, 2)).toEqual(expected.slice(0, 2));
    }),
  );
});
