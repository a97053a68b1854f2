import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { directionOf } from '#base/messages.ts';
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

/** How a whole text is set, and with it each of its lines, whatever these begin with. */
export type Setting = {
  readonly rtl: boolean;
  /** It has Hebrew or Arabic letters, and so is set in the face that has them. */
  readonly other: boolean;
};

const OTHER = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** A text runs from right to left where its first strong letter does, or where its language does and it has any such letter. */
export function settingOf(text: string, language = 'en'): Setting {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  const other = OTHER.test(text);
  return { rtl: other && (OTHER.test(first) || directionOf(language) === 'rtl'), other };
}

export type TextStyle = { readonly face: Face; readonly size: number; readonly fill: string };
/** `start`: `x` is the left edge of the text, whichever way it runs; `end`: the right edge. */
type Place = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };

const FIRST_ISOLATE = { ltr: '\u2066', rtl: '\u2067' } as const;
/** Pictures: none of the faces has them, and an empty box says less than nothing. */
const PICTURES =
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)[\p{Emoji_Modifier}\uFE0F]*(?:\u200D\p{Extended_Pictographic}\uFE0F?)*\s?/gu;

/** A text as the faces can show it, without control characters and pictures. */
function drawable(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(PICTURES, '')
    .trim();
}

/**
 * A line of text as SVG. Where Hebrew or Arabic is in it, it stands between isolates, the only way in which the drawing program puts "07:00" and
 * Latin words in their right order (its `direction` is ignored, and each line would take that of its first letter).
 * @see https://github.com/linebender/resvg/issues/475
 */
export function textMarkup(
  text: string,
  { face, size, fill }: TextStyle,
  { x, y, anchor }: Place,
  { rtl, other } = settingOf(text),
): string {
  const { family, weight } = FACES[face];
  const shown = other ? `${FIRST_ISOLATE[rtl ? 'rtl' : 'ltr']}${text}\u2069` : text;
  return (
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="${other ? OTHER_FAMILY : family}" font-weight="${weight}" ` +
    `font-size="${size}" fill="${fill}" xml:space="preserve">${escape(shown)}</text>`
  );
}

const MEASURE_AT = 100;
const widths = new Map<string, number>();

/**
 * px by which a text moves on what follows it; each text is measured once, as a drawing takes some milliseconds.
 * @param setting of the whole that it is part of
 */
export function textWidth(text: string, face: Face, size: number, setting = settingOf(text)): number {
  const key = `${face} ${setting.rtl} ${setting.other} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const boxed = (inner: string): number => {
      const style = { face, size: MEASURE_AT, fill: '#000' };
      const markup = textMarkup(inner, style, { x: 0, y: MEASURE_AT, anchor: 'start' }, setting);
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

export type Fitted = { readonly size: number; readonly lines: readonly string[]; readonly setting: Setting };

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
  language?: string,
): Fitted {
  const setting = settingOf(text, language);
  let last: Fitted = { size: 0, lines: [], setting };
  for (const [size, most] of sizes) {
    const measure = (part: string): number => textWidth(part, face, size, setting);
    const lines = wrapped(drawable(text), width, setting, measure);
    if (lines.length <= most) return { size, lines, setting };
    const kept = lines.slice(0, most);
    last = {
      size,
      lines: [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', width, measure)],
      setting,
    };
  }
  return last;
}

function shortened(line: string, width: number, measure: (text: string) => number): string {
  const letters = graphemes(line);
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/**
 * Where a text may be broken: at spaces, but where Hebrew or Arabic is in it at none within brackets. Each line is put in order by itself, and a
 * bracket without its fellow goes to the wrong side of "8–9".
 */
const BREAKS = { plain: /\s+/u, other: /\s+(?![^()]*\))/u } as const;

/** Lines of a text, broken at spaces; a word wider than a line is broken between letters. */
function wrapped(
  text: string,
  width: number,
  { other }: Setting,
  measure: (text: string) => number,
): readonly string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text
    .trim()
    .split(BREAKS[other ? 'other' : 'plain'])
    .flatMap((one) => (measure(one) <= width ? [one] : one.split(BREAKS.plain)))
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
