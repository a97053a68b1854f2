import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { escape } from '#site/head.ts';

/** The faces a card is set in. Rubik has Hebrew and Arabic, which the other two have not. */
const FACES = {
  serif: { family: 'Source Serif 4', weight: 600 },
  sans: { family: 'Inter', weight: 400 },
  bold: { family: 'Inter', weight: 600 },
} as const;
export type Face = keyof typeof FACES;
const OTHER_FAMILY = 'Rubik';

const require = createRequire(import.meta.url);
const fontFiles = [
  require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/rubik/400Regular/Rubik_400Regular.ttf'),
  require.resolve('@expo-google-fonts/rubik/600SemiBold/Rubik_600SemiBold.ttf'),
];

/** Scripts the faces have. For others the machine's own fonts are asked, so such a card may differ from machine to machine. */
const COVERED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** The program that draws SVG without a browser, with our fonts and, where they will do, no others. */
export function drawing(svg: string): Resvg {
  return new Resvg(svg, {
    font: { fontFiles, loadSystemFonts: !COVERED.test(svg), defaultFontFamily: OTHER_FAMILY },
  });
}

/** Whether a text runs from right to left: its first strong letter does. */
export function isRightToLeft(text: string): boolean {
  const strong = /[\p{Script=Hebrew}\p{Script=Arabic}\p{L}]/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(strong);
}

export type TextStyle = { readonly face: Face; readonly size: number; readonly fill: string };
/** `start`: `x` is the left edge of the text, whichever way it runs; `end`: the right edge. */
type Place = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };

/**
 * A line of text as SVG. One from right to left stands between U+2067 and U+2069, the only way in which the drawing program puts "07:00" and
 * Latin words in it in their right order (its `direction` is ignored).
 * @see https://github.com/linebender/resvg/issues/475
 */
export function textMarkup(
  text: string,
  { face, size, fill }: TextStyle,
  { x, y, anchor }: Place,
  rtl = isRightToLeft(text),
): string {
  const { family, weight } = FACES[face];
  const shown = rtl ? `\u2067${text}\u2069` : text;
  return (
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="${rtl ? OTHER_FAMILY : family}" font-weight="${weight}" ` +
    `font-size="${size}" fill="${fill}" xml:space="preserve">${escape(shown.replace(/\p{Cc}/gu, ' '))}</text>`
  );
}

const MEASURE_AT = 100;
const widths = new Map<string, number>();

/**
 * px by which a text moves on what follows it; each text is measured once, as a drawing takes some milliseconds.
 * @param rtl whether the line it is part of runs from right to left
 */
export function textWidth(text: string, face: Face, size: number, rtl = isRightToLeft(text)): number {
  const key = `${face} ${rtl} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const boxed = (inner: string): number => {
      const style = { face, size: MEASURE_AT, fill: '#000' };
      const markup = textMarkup(inner, style, { x: 0, y: MEASURE_AT, anchor: 'start' }, rtl);
      return (
        drawing(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${markup}</svg>`).getBBox()?.width ?? 0
      );
    };
    // Between two strokes, so that its spaces and the air around its letters count.
    width = boxed(`l${text}l`) - boxed('ll');
    widths.set(key, width);
  }
  return (width * size) / MEASURE_AT;
}

export type Fitted = { readonly size: number; readonly lines: readonly string[] };

/**
 * Breaks a text into lines no wider than `width`, at the first of the sizes at which they are few enough. Words too wide for a line are
 * broken. Where it does not fit even at the last size, it is cut with an ellipsis, so that nothing is ever clipped unsaid.
 * @param sizes largest first, each with the most lines there may be
 */
export function fitted(
  text: string,
  face: Face,
  width: number,
  sizes: readonly (readonly [px: number, lines: number])[],
): Fitted {
  let last: Fitted = { size: 0, lines: [] };
  const rtl = isRightToLeft(text);
  for (const [size, most] of sizes) {
    const lines = wrapped(text, width, (part) => textWidth(part, face, size, rtl));
    if (lines.length <= most) return { size, lines };
    const kept = lines.slice(0, most);
    last = {
      size,
      lines: [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', width, (part) => textWidth(part, face, size, rtl))],
    };
  }
  return last;
}

function shortened(line: string, width: number, measure: (text: string) => number): string {
  const letters = graphemes(line);
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Lines of a text, broken at spaces; a word wider than a line is broken between letters. */
function wrapped(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text
    .trim()
    .split(/\s+/u)
    .flatMap((one) => pieces(one, width, measure))) {
    const wide = measure(word);
    if (line !== '' && used + space + wide > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? wide : used + space + wide;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function pieces(word: string, width: number, measure: (text: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const out: string[] = [];
  let piece = '';
  for (const letter of graphemes(word)) {
    if (piece !== '' && measure(piece) + measure(letter) > width) {
      out.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...out, piece];
}

function graphemes(text: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}
