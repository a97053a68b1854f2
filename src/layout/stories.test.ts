import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedSpan, foldedTime, gapsOf, unfolded, unfoldedSpan, type FoldedTime } from '#layout/folds.ts';
import { foldedColumns, horizontalLayout, LEAD, limitsOf, ROW, verticalLayout, type Layout } from '#layout/layout.ts';
import { keep } from '#layout/prepared.ts';
import { BEFORE } from '#layout/ranges.ts';
import { sceneOf, type Mark, type Scene } from '#layout/scene.ts';
import { clampSpan, instantAt, panBy, pxOf, spanOf, zoomAbout, zoomOf } from '#layout/viewport.ts';
import { arbitraryRows, columnsFrom, manyRows, windowIn, type Row } from '#testing/columns.ts';
import { instant, type Span } from '#time/instant.ts';

const DAY = 86_400_000;
const OPENS: Span = { start: instant(0), end: instant(25 * DAY) };

type Shown = {
  readonly rows: readonly Row[];
  readonly folded: boolean;
  readonly down: boolean;
  readonly length: number;
};
/** Thousands of stories, each across or down, with its gaps folded or not, on screens of several lengths. */
const stories: fc.Arbitrary<Shown> = fc.record({
  rows: arbitraryRows.map((rows) => rows.slice(0, 20)),
  folded: fc.boolean(),
  down: fc.boolean(),
  length: fc.constantFrom(400, 640, 1000, 1440),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

type Made = { readonly layout: Layout; readonly time: FoldedTime; readonly show: (span: Span) => Scene };
function made({ rows, folded, down, length }: Shown): Made {
  const columns = columnsFrom(rows);
  const limits = limitsOf(rows.map(({ start, length: ms }) => ({ start, end: start + ms })));
  const told = { start: instant(columns.start[0] ?? 0), end: instant(Math.max(...columns.end)) };
  const time = folded ? foldedTime(gapsOf(columns), told, limits) : unfolded(limits);
  const of = foldedColumns(columns, time);
  const layout = down
    ? verticalLayout(of, time.reach, foldedSpan(time, OPENS), length)
    : horizontalLayout(of, 3, time.reach, foldedSpan(time, OPENS), length, 560);
  const kept = keep(layout.prepared, null);
  return { layout, time, show: (span) => sceneOf(layout.prepared, kept, { span, length }) };
}

/** What a labelled mark takes of its lane, px. */
function taken({ label, from, to, at }: Mark, down: boolean): readonly [number, number] {
  if (!label) return [from, to];
  if (down) return label.side === BEFORE ? [at - ROW, at] : [at - LEAD, at - LEAD + ROW];
  return label.side === BEFORE
    ? [Math.min(from, at - label.width), to]
    : [Math.min(from, label.at), Math.max(to, label.at + label.width)];
}

test('property: in thousands of stories labels never overlap, counts add up, and no extent is narrower than its bounds', () => {
  fc.assert(
    fc.property(stories, fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 3 }), (story, windows) => {
      const { layout, time, show } = made(story);
      const { columns } = layout.prepared;
      for (const [where, depth] of windows) {
        const viewport = { span: windowIn(time.reach, where, depth), length: story.length };
        const { marks, counts } = show(viewport.span);
        expect(counts.visible + counts.clustered + counts.filtered + counts.outside).toBe(story.rows.length);
        const lanes = new Map<string, (readonly [number, number])[]>();
        for (const mark of marks) {
          const start = Math.max(0, pxOf(viewport, columns.start[mark.row] ?? NaN));
          const end = Math.min(story.length, pxOf(viewport, columns.end[mark.row] ?? NaN));
          expect(mark.from).toBeLessThanOrEqual(start + 0.01);
          expect(mark.to).toBeGreaterThanOrEqual(end - 0.01);
          if (mark.label) {
            const lane = `${story.down ? 0 : mark.band} ${mark.lane}`;
            lanes.set(lane, [...(lanes.get(lane) ?? []), taken(mark, story.down)]);
          }
        }
        for (const spans of lanes.values()) {
          const sorted = spans.sort(([a], [b]) => a - b);
          sorted.slice(1).forEach(([from], i) => expect(from).toBeGreaterThan((sorted[i]?.[1] ?? NaN) - 0.01));
        }
      }
    }),
    { numRuns: 2500 },
  );
});

test('property: in thousands of stories zooming in hides no label and moves none across, and panning changes nothing', () => {
  fc.assert(
    fc.property(stories, share, share, share, (story, where, from, by) => {
      const { layout, time, show } = made(story);
      const { reach } = time;
      const { start } = layout.prepared.columns;
      const { length } = story;
      let span = windowIn(reach, where, from);
      let before = new Map<number, Mark>();
      const check = (next: Span): void => {
        const after = new Map(show(next).marks.map((mark) => [mark.row, mark]));
        for (const [row, mark] of before) {
          const at = start[row] ?? NaN;
          if (!mark.label || at <= next.start || at >= next.end) continue;
          expect(after.get(row)?.label?.side).toBe(mark.label.side);
          expect(after.get(row)?.lane).toBe(mark.lane);
        }
        before = after;
        span = next;
      };
      check(span);
      for (let i = 0; i < 3; i += 1) check(zoomAbout({ span, length }, 1 + 6 * by, where * length, reach));
      const labels = (of: Map<number, Mark>, there: Span, here: Span): string =>
        [...of.values()]
          .filter(({ row }) => (start[row] ?? NaN) > Math.max(there.start, here.start))
          .filter(({ row, label }) => label && (start[row] ?? NaN) < Math.min(there.end, here.end))
          .map(({ row, lane, label }) => `${row} ${lane} ${label?.side}`)
          .join();
      const [here, there] = [span, panBy({ span, length }, (by - 0.5) * length, reach)];
      const still = labels(before, there, here);
      check(there);
      expect(labels(before, there, here)).toBe(still);
    }),
    { numRuns: 1500 },
  );
});

test('ten thousand random gestures leave no drift and no NaN, and the same window shows the same picture from any path', () => {
  const rows = manyRows(60);
  let seed = 11;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (const folded of [false, true])
    for (const down of [false, true]) {
      const shown = { rows, folded, down, length: 1000 };
      const { time, show } = made(shown);
      const { reach } = time;
      const window = windowIn(reach, 0.4, 0.3);
      const first = show(window);
      let span = window;
      for (let i = 0; i < 2500; i += 1) {
        const viewport = { span, length: 1000 };
        const px = random() * 1000;
        const under = instantAt(viewport, px);
        const kind = random();
        if (kind < 0.5) {
          span = zoomAbout(viewport, 2 ** (4 * random() - 2), px, reach);
          const isFree = span.start > reach.full.start + 1 && span.end < reach.full.end - 1;
          if (isFree) expect(Math.abs(pxOf({ span, length: 1000 }, under) - px)).toBeLessThan(0.5);
        } else if (kind < 0.9) span = panBy(viewport, (random() - 0.5) * 800, reach);
        // As the zoom behaviour keeps it, and as a link does.
        else span = unfoldedSpan(time, clampSpan(spanOf(zoomOf(span, reach.full, 1000), reach.full, 1000), reach));
        if (kind >= 0.9) span = clampSpan(foldedSpan(time, span), reach);
        if (!(span.end - span.start >= reach.shortest * 0.999)) throw new Error(`no window after ${i} gestures`);
        if (i % 50 === 0) {
          const places = show(span).marks.flatMap(({ at, from, to, label }) => [at, from, to, label?.at ?? 0]);
          expect(places.every(Number.isFinite)).toBe(true);
        }
      }
      expect(show(window)).toEqual(first);
      expect(made({ ...shown, rows: [...rows].reverse() }).show(window).counts).toEqual(first.counts);
    }
});
