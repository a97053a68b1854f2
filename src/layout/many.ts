import type { Columns } from '#layout/columns.ts';
import { GLYPH, LABEL_FONT, limitsOf } from '#layout/layout.ts';
import { asciiWidth, textWidth } from '#layout/text-width.ts';
import type { Limits } from '#layout/viewport.ts';
import type { ManyEvents } from '#model/columns.ts';
import { LABEL_LETTERS, labelOf } from '#model/many.ts';
import { textAt, type Texts } from '#model/texts.ts';

/** The ends of the world of a story of many events. */
export function limitsOfMany({ start, end, count }: ManyEvents): Limits {
  let last = -Infinity;
  for (let row = 0; row < count; row += 1) last = Math.max(last, end[row] as number);
  return limitsOf([{ start: start[0] ?? 0, end: last }]);
}

/** The columns of the layout: those of the story, and the widths of the labels. */
export function columnsOfMany({ count, start, end, band, weight, title }: ManyEvents): Columns {
  const label = new Float32Array(count);
  for (let row = 0; row < count; row += 1) label[row] = Math.ceil(GLYPH + labelWidth(title, row));
  return { count, start, end, band, weight, label };
}

/** The width of a label, px: from its bytes where each is a letter that needs no look-up, as it mostly is. */
function labelWidth(title: Texts, row: number): number {
  const from = title.offsets[row] as number;
  const to = title.offsets[row + 1] as number;
  const width = to - from <= LABEL_LETTERS ? asciiWidth(title.bytes, from, to, LABEL_FONT) : -1;
  return width >= 0 ? width : textWidth(labelOf(textAt(title, row)), LABEL_FONT);
}
