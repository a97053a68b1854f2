import { interpolateZoom } from 'd3-interpolate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoomPath } from '#views/zoom-path.ts';

// Beyond these d3's own form of the formula loses its digits.
const middle = fc.double({ min: -100, max: 100, noNaN: true });
const width = fc.double({ min: 1, max: 1e3, noNaN: true });

test('zoomPath(from, to): property: is d3’s path', () => {
  fc.assert(
    fc.property(middle, width, middle, width, fc.double({ min: 0, max: 1, noNaN: true }), (a, v, b, w, share) => {
      fc.pre(Math.abs(a - b) > 1 || a === b);
      const ours = zoomPath([a, 0, v], [b, 0, w]);
      const theirs = interpolateZoom([a, 0, v], [b, 0, w]);
      const scale = Math.abs(a) + Math.abs(b) + v + w;
      ours(share).forEach((value, i) => {
        expect(Math.abs(value - (theirs(share)[i] ?? NaN))).toBeLessThan(1e-5 * scale);
      });
      expect(Math.abs(ours.duration)).toBeCloseTo(Math.abs(theirs.duration), 1);
    }),
  );
});
