import { GLYPH } from '#layout/layout.ts';
import type { Mark } from '#layout/scene.ts';
import type { EventId, Standing } from '#model/types.ts';
import type { Piece } from '#views/bar-pieces.ts';
import { fadeId } from '#views/fades.ts';
import { LATER, LATER_AT } from '#views/glyphs.ts';
import { rounded, type Drawing, type Shape } from '#views/painter.ts';

/** What is drawn of a mark on a horizontal axis. Places along the axis are px as those of the mark. */
export type MarkParts = {
  readonly id: EventId;
  readonly standing: Standing;
  readonly title: string;
  readonly label: string;
  /** px of the label. */
  readonly labelPx: number;
  /** Some of the event was told later. */
  readonly later: boolean;
  /** Middle of its lane, px. */
  readonly y: number;
  readonly pieces: readonly Piece[];
  /** Ends that are open: a tip there points on. */
  readonly tips: readonly number[];
  readonly selected: boolean;
  /** Reached by the keyboard. */
  readonly active: boolean;
  /** Words beside the bar, and where they begin, or end where the label stands before its mark; px from the mark. */
  readonly second: { readonly text: string; readonly x: number } | null;
};

/** Glyph, bar and label of a mark around the place where it stands; without a label its title, for a pointer that rests on it. */
export function markDrawing(mark: Mark, parts: MarkParts): Drawing {
  const { at, row, label } = mark;
  const { standing, labelPx } = parts;
  const isBefore = label?.side === 1;
  const bar = label ? { y: 17, height: 6 } : { y: 8, height: 4 };
  const anchor = isBefore ? 'end' : 'start';
  const card = label
    ? { x: isBefore ? -labelPx - 14 : -6, y: -15, width: labelPx + GLYPH + 14, height: 44, rx: 8 }
    : { x: -12, y: -12, width: 24, height: 24, rx: 12 };
  const glyphX = label ? 6 : 0;
  const children: Shape[] = [
    { tag: 'rect', attributes: { class: 'card', ...card } },
    { tag: 'use', attributes: { class: 'glyph', href: `#standing-${standing}`, x: glyphX } },
    label
      ? {
          tag: 'text',
          attributes: { class: 'label', 'data-label': parts.id, x: isBefore ? -6 : GLYPH, 'text-anchor': anchor },
          text: parts.label,
        }
      : { tag: 'title', attributes: {}, text: parts.title },
    ...parts.pieces.map(({ kind, from, to }) => ({
      tag: 'rect',
      attributes: {
        class: kind,
        fill: kind === 'solid' ? undefined : `url(#${fadeId(kind, standing)})`,
        x: rounded(from - at),
        y: bar.y,
        width: rounded(to - from),
        height: bar.height,
        rx: bar.height / 2,
      },
    })),
    ...parts.tips.map((tip) => ({
      tag: 'path',
      attributes: { class: 'tip', d: tipAt(rounded(tip - at), bar) },
    })),
  ];
  if (parts.later) {
    const place = `translate(${glyphX + LATER_AT.x} ${LATER_AT.y})`;
    children.push({ tag: 'path', attributes: { class: 'later', d: LATER, transform: place } });
  }
  if (parts.second) {
    const { text, x } = parts.second;
    children.push({ tag: 'text', attributes: { class: 'label second', x, y: 20, 'text-anchor': anchor }, text });
  }
  return {
    key: row,
    tag: 'g',
    attributes: {
      class: `mark${parts.selected ? ' selected' : ''}${parts.active ? ' active' : ''}`,
      'data-standing': standing,
      'data-event': parts.id,
      'data-row': row,
    },
    at: { x: rounded(at), y: parts.y },
    children,
  };
}

/** It points away from the mark. */
function tipAt(x: number, { y, height }: { readonly y: number; readonly height: number }): string {
  const back = x + (x < 0 ? 4 : -4);
  return `M${back} ${y - 2}L${x} ${y + height / 2}L${back} ${y + height + 2}`;
}
