import { expect, test } from 'vitest';
import { GLYPH, LABEL_FONT } from '#layout/layout.ts';
import { columnsOfMany, limitsOfMany } from '#layout/many.ts';
import { textWidth } from '#layout/text-width.ts';
import { openColumns, readColumns } from '#model/columns-read.ts';
import { labelOf } from '#model/many.ts';

test('columnsOfMany(many) measures each label as the timeline writes it', () => {
  const title = [
    'Ferry sinks',
    'Παγκόσμιος',
    'A long title that nobody could ever write beside a mark on a screen',
    '',
  ];
  const many = readColumns(
    openColumns({
      format: 'sourceline-columns/1',
      title: 'T',
      source: { title: 'S' },
      columns: { title, start: title.map((_, i) => i) },
    }),
  );
  const widths = title.map((one) => Math.ceil(GLYPH + textWidth(labelOf(one), LABEL_FONT)));
  expect([...columnsOfMany(many).label]).toEqual(widths);
  expect(limitsOfMany(many).full.start).toBeLessThan(0);
});
