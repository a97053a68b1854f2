import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keep } from '#layout/prepared.ts';
import { BEFORE, levelOfScale, NEVER } from '#layout/ranges.ts';
import { sceneOf, type Mark, type Scene } from '#layout/scene.ts';
import { panBy, pxOf, scaleOf } from '#layout/viewport.ts';
import { arbitraryRows, layoutFrom, windowIn } from '#testing/columns.ts';
import { instant, type Span } from '#time/instant.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const LENGTH = 1000;

/** What a labelled mark takes of its lane on screen: label and bar together. */
function extent({ label, from, to, at }: Mark): [number, number] {
  if (!label) return [from, to];
  return label.side === BEFORE
    ? [Math.min(from, at - label.width), to]
    : [Math.min(from, label.at), Math.max(to, label.at + label.width)];
}

function overlaps(scene: Scene): string[] {
  const found: string[] = [];
  const labelled = scene.marks.filter(({ label }) => label);
  for (const a of labelled)
    for (const b of labelled) {
      if (a.row >= b.row || a.band !== b.band || a.lane !== b.lane) continue;
      const [fromA, toA] = extent(a);
      const [fromB, toB] = extent(b);
      if (fromA < toB - 0.01 && fromB < toA - 0.01) found.push(`${a.row} and ${b.row}`);
    }
  return found;
}

test('property: labels and bars of one lane never overlap, at any zoom', () => {
  fc.assert(
    fc.property(arbitraryRows, share, share, (rows, where, depth) => {
      const { layout, limits } = layoutFrom(rows);
      const scene = sceneOf(layout.prepared, keep(layout.prepared, null), {
        span: windowIn(limits, where, depth),
        length: LENGTH,
      });
      expect(overlaps(scene)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('property: visible + clustered + filtered + outside = total, with any filter', () => {
  fc.assert(
    fc.property(
      arbitraryRows,
      share,
      share,
      fc.infiniteStream(fc.boolean()),
      fc.boolean(),
      (rows, where, depth, bits, all) => {
        const { layout, limits } = layoutFrom(rows);
        const mask = all ? null : Uint8Array.from(rows, () => (bits.next().value ? 1 : 0));
        const scene = sceneOf(layout.prepared, keep(layout.prepared, mask), {
          span: windowIn(limits, where, depth),
          length: LENGTH,
        });
        const { visible, clustered, filtered, outside, total } = scene.counts;
        expect(visible + clustered + filtered + outside).toBe(total);
        expect(total).toBe(rows.length);
        expect(visible).toBe(scene.marks.length);
        expect(clustered).toBe(scene.clusters.reduce((sum, { count }) => sum + count, 0));
        expect(new Set(scene.marks.map(({ row }) => row)).size).toBe(scene.marks.length);
      },
    ),
    { numRuns: 400 },
  );
});

test('property: zooming in never hides a label, nor moves it to another lane or side', () => {
  fc.assert(
    fc.property(arbitraryRows, share, share, share, (rows, where, coarse, finer) => {
      const { layout, limits } = layoutFrom(rows);
      const kept = keep(layout.prepared, null);
      const depths = [coarse, coarse + (1 - coarse) * finer];
      const [wide, near] = depths.map((depth) =>
        sceneOf(layout.prepared, kept, { span: windowIn(limits, where, depth), length: LENGTH }),
      );
      const nearMarks = new Map(near?.marks.map((mark) => [mark.row, mark]));
      for (const mark of wide?.marks ?? []) {
        const later = nearMarks.get(mark.row);
        if (!mark.label || !later) continue; // not in the nearer window
        expect(later.label?.side).toBe(mark.label.side);
        expect(later.lane).toBe(mark.lane);
      }
    }),
    { numRuns: 400 },
  );
});

test('property: a pan moves every label with its mark, flips none and shows or hides none', () => {
  fc.assert(
    fc.property(arbitraryRows, share, share, fc.integer({ min: -500, max: 500 }), (rows, where, depth, px) => {
      const { layout, limits, columns } = layoutFrom(rows);
      const kept = keep(layout.prepared, null);
      const span = windowIn(limits, where, depth);
      const there: Span = panBy({ span, length: LENGTH }, px, limits);
      const before = sceneOf(layout.prepared, kept, { span, length: LENGTH });
      const after = sceneOf(layout.prepared, kept, { span: there, length: LENGTH });
      const moved = pxOf({ span: there, length: LENGTH }, span.start);
      const marks = new Map(after.marks.map((mark) => [mark.row, mark]));
      for (const mark of before.marks) {
        const same = marks.get(mark.row);
        const start = columns.start[mark.row] ?? 0;
        const inBoth = start > Math.max(span.start, there.start) && start < Math.min(span.end, there.end);
        if (!inBoth || mark.lane < 0) continue;
        expect(same?.lane).toBe(mark.lane);
        expect(same?.label?.side).toBe(mark.label?.side);
        expect(Math.abs((same?.label?.at ?? NaN) - ((mark.label?.at ?? NaN) + moved))).toBeLessThan(0.01);
      }
    }),
    { numRuns: 400 },
  );
});

test('property: nothing is drawn narrower than it is known', () => {
  fc.assert(
    fc.property(arbitraryRows, share, share, (rows, where, depth) => {
      const { layout, limits, columns } = layoutFrom(rows);
      const viewport = { span: windowIn(limits, where, depth), length: LENGTH };
      for (const { row, from, to } of sceneOf(layout.prepared, keep(layout.prepared, null), viewport).marks) {
        const start = Math.max(0, pxOf(viewport, columns.start[row] ?? 0));
        const end = Math.min(LENGTH, pxOf(viewport, columns.end[row] ?? 0));
        expect(from).toBeLessThanOrEqual(start + 0.01);
        expect(to).toBeGreaterThanOrEqual(end - 0.01);
      }
    }),
  );
});

test('property: every event without a label is drawn in the strip or counted in a cluster of its band', () => {
  fc.assert(
    fc.property(arbitraryRows, share, share, (rows, where, depth) => {
      const { layout, limits, columns } = layoutFrom(rows);
      const viewport = { span: windowIn(limits, where, depth), length: LENGTH };
      const { ranges } = layout.prepared;
      const level = levelOfScale(scaleOf(viewport), ranges.options.base);
      const scene = sceneOf(layout.prepared, keep(layout.prepared, null), viewport);
      for (let band = 0; band < 3; band += 1) {
        let expected = 0;
        for (let row = 0; row < columns.count; row += 1) {
          const start = columns.start[row] as number;
          const end = columns.end[row] as number;
          const over =
            end < viewport.span.start || (end === viewport.span.start && start < end) || start >= viewport.span.end;
          if (
            columns.band[row] === band &&
            !over &&
            (ranges.level[row] === NEVER || (ranges.level[row] as number) > level)
          )
            expected += 1;
        }
        const singles = scene.marks.filter((mark) => mark.band === band && mark.lane < 0).length;
        const crowded = scene.clusters
          .filter((cluster) => cluster.band === band)
          .reduce((sum, { count }) => sum + count, 0);
        expect(singles + crowded).toBe(expected);
      }
    }),
    { numRuns: 300 },
  );
});

test('property: what stands in the strip of a band keeps 24 px apart and on screen', () => {
  fc.assert(
    fc.property(arbitraryRows, share, share, (rows, where, depth) => {
      const { layout, limits } = layoutFrom(rows);
      const scene = sceneOf(layout.prepared, keep(layout.prepared, null), {
        span: windowIn(limits, where, depth),
        length: LENGTH,
      });
      for (let band = 0; band < 3; band += 1) {
        const places = [...scene.marks.filter(({ lane }) => lane < 0), ...scene.clusters]
          .filter((one) => one.band === band)
          .map(({ at }) => at)
          .sort((a, b) => a - b);
        expect(places.every((at) => at >= 12 - 1e-6 && at <= LENGTH - 12 + 1e-6)).toBe(true);
        places.slice(1).forEach((at, i) => expect(at - (places[i] ?? 0)).toBeGreaterThan(23.9));
      }
    }),
    { numRuns: 400 },
  );
});

test('on a high screen all labelled events under way are drawn, however many lanes there are', () => {
  const DAY = 86_400_000;
  const rows = Array.from({ length: 18 }, (_, i) => ({
    start: i * 30 * DAY,
    length: 1000 * DAY,
    band: i % 3,
    weight: 1,
    label: 60,
  }));
  const { layout } = layoutFrom(rows, LENGTH, 1600);
  const span = { start: instant(600 * DAY), end: instant(900 * DAY) };
  const { marks, clusters } = sceneOf(layout.prepared, keep(layout.prepared, null), { span, length: LENGTH });
  expect(clusters).toEqual([]);
  expect(marks.map(({ row }) => row)).toEqual(rows.map((_, i) => i));
});

test('property: the same window gives the same picture from any path', () => {
  fc.assert(
    fc.property(arbitraryRows, share, share, fc.array(fc.tuple(share, share), { maxLength: 6 }), (rows, ...rest) => {
      const [where, depth, detours] = rest;
      const { layout, limits } = layoutFrom(rows);
      const kept = keep(layout.prepared, null);
      const at = (place: number, zoom: number): Scene =>
        sceneOf(layout.prepared, kept, { span: windowIn(limits, place, zoom), length: LENGTH });
      const first = at(where, depth);
      for (const [place, zoom] of detours) at(place, zoom);
      expect(at(where, depth)).toEqual(first);
      const again = layoutFrom([...rows].reverse());
      const anew = sceneOf(again.layout.prepared, keep(again.layout.prepared, null), {
        span: windowIn(again.limits, where, depth),
        length: LENGTH,
      });
      expect(anew.counts).toEqual(first.counts);
    }),
    { numRuns: 200 },
  );
});
