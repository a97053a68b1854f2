import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clampSpan, instantAt, panBy, pxOf, spanOf, zoomAbout, zoomOf, type Limits } from '#layout/viewport.ts';
import { instant, type Span } from '#time/instant.ts';

const limits: Limits = { full: { start: instant(0), end: instant(5.7e11) }, shortest: 600_000 };
const spans: fc.Arbitrary<Span> = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([where, depth]) => {
    const length = 5.7e11 * (600_000 / 5.7e11) ** depth;
    const start = where * (5.7e11 - length);
    return { start: instant(start), end: instant(start + length) };
  });
const lengths = fc.integer({ min: 200, max: 4000 });

test('instantAt(viewport, pxOf(viewport, t)) gives t back', () => {
  fc.assert(
    fc.property(spans, lengths, fc.double({ min: 0, max: 1, noNaN: true }), (span, length, where) => {
      const at = span.start + where * (span.end - span.start);
      const back = instantAt({ span, length }, pxOf({ span, length }, at));
      expect(Math.abs(back - at)).toBeLessThan(1e-3 * Math.max(1, (span.end - span.start) / length));
    }),
  );
});

test('spanOf(zoomOf(span)) gives the span back, to a thousandth of a px', () => {
  fc.assert(
    fc.property(spans, lengths, (span, length) => {
      const back = spanOf(zoomOf(span, limits.full, length), limits.full, length);
      const px = (span.end - span.start) / length;
      expect(Math.abs(back.start - span.start)).toBeLessThan(1e-3 * px);
      expect(Math.abs(back.end - span.end)).toBeLessThan(1e-3 * px);
    }),
  );
});

test('zoomAbout(viewport, factor, px, limits) keeps the instant under px, unless an end of the world is met', () => {
  fc.assert(
    fc.property(
      spans,
      lengths,
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (span, length, factor, where) => {
        const before = { span, length };
        const after = { span: zoomAbout(before, factor, where * length, limits), length };
        const touches = after.span.start <= limits.full.start || after.span.end >= limits.full.end;
        if (!touches) {
          const moved = pxOf(after, instantAt(before, where * length)) - where * length;
          expect(Math.abs(moved)).toBeLessThan(0.5);
        }
      },
    ),
  );
});

test('ten thousand gestures leave no drift, no NaN and no window outside the limits', () => {
  let span: Span = { start: instant(1e11), end: instant(1.1e11) };
  const length = 1000;
  let seed = 7;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let i = 0; i < 10_000; i += 1) {
    const viewport = { span, length };
    span =
      random() < 0.5
        ? zoomAbout(viewport, 0.5 + random() * 1.6, random() * length, limits)
        : panBy(viewport, (random() - 0.5) * 800, limits);
    expect(span.start).toBeGreaterThanOrEqual(limits.full.start);
    expect(span.end).toBeLessThanOrEqual(limits.full.end + 1e-3);
    expect(span.end - span.start).toBeGreaterThanOrEqual(limits.shortest - 1e-3);
  }
  span = { start: instant(2e11), end: instant(2.1e11) };
  const there = zoomAbout({ span, length }, 2, 300, limits);
  const back = zoomAbout({ span: there, length }, 0.5, 300, limits);
  expect(Math.abs(back.start - span.start)).toBeLessThan(1);
});

test('clampSpan(span, limits) moves a window inside and never inverts it', () => {
  expect(clampSpan({ start: -100, end: 700_000 }, limits)).toEqual({ start: 0, end: 700_100 });
  expect(clampSpan({ start: 50, end: 50 }, limits).end).toBe(600_000);
  expect(clampSpan({ start: -1e15, end: 1e15 }, limits)).toEqual(limits.full);
});
