import { describe, expect, test } from 'vitest';
import type { Mark } from '#layout/scene.ts';
import type { EventId } from '#model/types.ts';
import { markDrawing, type MarkParts } from '#views/mark-drawing.ts';

const mark: Mark = {
  row: 7,
  band: 0,
  lane: 1,
  at: 100,
  from: 100,
  to: 160,
  label: { side: 0, at: 100, width: 90 },
};
const parts: MarkParts = {
  id: 'pager-blasts' as EventId,
  standing: 'reported',
  title: 'A title',
  label: 'A label',
  labelPx: 50,
  later: false,
  y: 40,
  pieces: [
    { kind: 'out', from: 140, to: 160 },
    { kind: 'solid', from: 100, to: 140 },
  ],
  tips: [],
  selected: false,
  active: false,
  second: null,
};
const tags = (drawn: ReturnType<typeof markDrawing>): (string | undefined)[] | undefined =>
  drawn.children?.map(({ tag }) => tag);

describe('markDrawing(mark, parts)', () => {
  test('draws glyph, label and bar around the place of the mark', () => {
    const drawn = markDrawing(mark, parts);
    expect(drawn).toMatchObject({ key: 7, at: { x: 100, y: 40 }, attributes: { class: 'mark', 'data-row': 7 } });
    expect(tags(drawn)).toEqual(['rect', 'use', 'text', 'rect', 'rect']);
    const [, glyph, label, fade, solid] = drawn.children ?? [];
    expect(glyph?.attributes).toMatchObject({ href: '#standing-reported' });
    expect(label).toMatchObject({
      text: 'A label',
      attributes: { 'text-anchor': 'start', 'data-label': 'pager-blasts' },
    });
    expect(fade?.attributes).toMatchObject({ class: 'out', x: 40, width: 20, fill: 'url(#fade-out-reported)' });
    expect(solid?.attributes).toMatchObject({ class: 'solid', x: 0, width: 40, fill: undefined });
  });

  test('a label before its mark ends there', () => {
    const drawn = markDrawing({ ...mark, label: { side: 1, at: 100, width: 90 } }, parts);
    expect(drawn.children?.[2]?.attributes).toMatchObject({ x: -6, 'text-anchor': 'end' });
    expect(drawn.children?.[0]?.attributes).toMatchObject({ x: -64, width: 82 });
  });

  test('without a label it says its title to a pointer that rests on it', () => {
    const drawn = markDrawing({ ...mark, label: null }, parts);
    expect(drawn.children?.[2]).toMatchObject({ tag: 'title', text: 'A title' });
  });

  test('tells what is selected, reached, open-ended and told later', () => {
    const drawn = markDrawing(mark, {
      ...parts,
      selected: true,
      active: true,
      later: true,
      tips: [80, 200],
      second: { text: '2 sources', x: 28 },
    });
    expect(drawn.attributes['class']).toBe('mark selected active');
    expect(tags(drawn)).toEqual(['rect', 'use', 'text', 'rect', 'rect', 'path', 'path', 'path', 'text']);
    const [left, right, clock, second] = drawn.children?.slice(5) ?? [];
    expect(left?.attributes['d']).toBe('M-16 15L-20 20L-16 25');
    expect(right?.attributes['d']).toBe('M96 15L100 20L96 25');
    expect(clock?.attributes['class']).toBe('later');
    expect(second).toMatchObject({ text: '2 sources', attributes: { x: 28, y: 20 } });
  });
});
