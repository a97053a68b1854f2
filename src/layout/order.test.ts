import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOf } from '#layout/order.ts';

/** Finite, without -0. */
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  fc.integer({ min: -9, max: 9 }),
);

test.each([0, 50, 5000])('property: orderOf(values) of %i and more sorts, equal values in their order', (least) => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (few) => {
      const values = Array.from({ length: Math.max(least, few.length) }, (_, i) => few[(i * 7) % few.length] ?? 0);
      const expected = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
      expect([...orderOf(Float64Array.from(values))]).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});
