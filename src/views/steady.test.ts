import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keep } from '#layout/prepared.ts';
import { sceneOf } from '#layout/scene.ts';
import { clampSpan, panBy, zoomAbout, type Viewport } from '#layout/viewport.ts';
import { arbitraryRows, layoutFrom } from '#testing/columns.ts';
import { instant } from '#time/instant.ts';
import { steadied, type Steady } from '#views/steady.ts';

const LENGTH = 1000;

describe('steadied(previous, scene, viewport)', () => {
  test('property: on any way it draws the scene to a twentieth of a px', () => {
    const step = fc.oneof(
      fc.record({ pan: fc.integer({ min: -400, max: 400 }) }),
      fc.record({ zoom: fc.constantFrom(2, 0.5, 1.2) }),
    );
    fc.assert(
      fc.property(arbitraryRows, fc.array(step, { minLength: 1, maxLength: 12 }), (rows, steps) => {
        const { layout, limits } = layoutFrom(rows, LENGTH);
        const kept = keep(layout.prepared, null);
        let viewport: Viewport = { span: clampSpan(limits.full, limits), length: LENGTH };
        let drawn: Steady | null = null;
        for (const one of steps) {
          const span = 'pan' in one ? panBy(viewport, one.pan, limits) : zoomAbout(viewport, one.zoom, 300, limits);
          viewport = { span, length: LENGTH };
          const scene = sceneOf(layout.prepared, kept, viewport);
          drawn = steadied(drawn, scene, viewport);
          const { offset } = drawn;
          expect(drawn.marks.map(({ row }) => row)).toEqual(scene.marks.map(({ row }) => row));
          drawn.marks.forEach((mark, i) => {
            const wanted = scene.marks[i];
            expect(Math.abs(mark.at + offset - (wanted?.at ?? NaN))).toBeLessThan(0.051);
            expect(Math.abs(mark.from + offset - (wanted?.from ?? NaN))).toBeLessThan(0.051);
            expect(Math.abs(mark.to + offset - (wanted?.to ?? NaN))).toBeLessThan(0.051);
            expect(mark.lane).toBe(wanted?.lane);
          });
          expect(drawn.clusters.map(({ key, count }) => ({ key, count }))).toEqual(
            scene.clusters.map(({ key, count }) => ({ key, count })),
          );
          drawn.clusters.forEach((cluster, i) => {
            expect(Math.abs(cluster.at + offset - (scene.clusters[i]?.at ?? NaN))).toBeLessThan(0.051);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('keeps what a pan does not change', () => {
    const rows = [0, 1, 2, 3].map((i) => ({ start: i * 1e9, length: 0, band: 0, weight: 1, label: 60 }));
    const { layout, limits } = layoutFrom(rows, LENGTH);
    const kept = keep(layout.prepared, null);
    const { start, end } = limits.full;
    const first: Viewport = { span: clampSpan({ start, end: start + (end - start) * 0.9 }, limits), length: LENGTH };
    const next: Viewport = { span: panBy(first, 20, limits), length: LENGTH };
    const before = steadied(null, sceneOf(layout.prepared, kept, first), first);
    const after = steadied(before, sceneOf(layout.prepared, kept, next), next);
    expect(after.offset).toBeCloseTo(-20, 3);
    expect(after.marks.filter((mark) => before.marks.includes(mark)).length).toBeGreaterThanOrEqual(3);
  });

  test('keeps the shape of a crowd as long as a pan brings nothing new into it', () => {
    const rows = Array.from({ length: 4000 }, (_, i) => ({ start: i * 1e7, length: 0, band: 0, weight: 1, label: 60 }));
    const { layout, limits } = layoutFrom(rows, LENGTH);
    const kept = keep(layout.prepared, null);
    const first: Viewport = { span: clampSpan({ start: instant(1e10), end: instant(2e10) }, limits), length: LENGTH };
    const sceneAt = (viewport: Viewport) => sceneOf(layout.prepared, kept, viewport);
    const panned = (px: number): Viewport => ({ span: panBy(first, px, limits), length: LENGTH });
    const before = steadied(null, sceneAt(first), first);
    expect(before.crowds).toHaveLength(1);
    const after = steadied(before, sceneAt(panned(3)), panned(3));
    expect(after.crowds[0]).toBe(before.crowds[0]);
    const [crowd] = before.crowds;
    const far = steadied(before, sceneAt(panned(300)), panned(300));
    expect(far.crowds[0]).not.toBe(crowd);
    expect((far.crowds[0]?.from ?? NaN) + far.offset).toBeCloseTo(sceneAt(panned(300)).crowds[0]?.from ?? NaN, 3);
  });
});
