/** Advance widths of Inter at weight 600 for U+0020 to U+007E, thousandths of an em, as measured from the font file that the page ships. */
const INTER_600 = [
  252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623, 636, 666, 612, 640,
  576, 640, 640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605, 588, 749, 746, 277, 580, 703, 565, 922,
  759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720, 713, 652, 373, 379, 373, 481, 469, 351, 574, 624, 583, 624,
  591, 389, 625, 612, 262, 262, 569, 262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 455,
  359, 455, 673,
];
/** The same for other scripts, rounded up to what their letters seldom exceed. */
const WIDE = 1000;
const OTHER = 680;

/**
 * The width of a label, px, from a table instead of the browser: the layout is then the same before the font has loaded, on the server and
 * in tests. East Asian and pictographic characters count as one em, letters of other scripts as 0.68 em, combining marks as nothing.
 * @param fontPx size of the text
 */
export function textWidth(text: string, fontPx: number): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) thousandths += INTER_600[code - 0x20] ?? OTHER;
    else if (/\p{Mn}|\p{Cf}/u.test(character)) continue;
    else if (code === 0x2018 || code === 0x2019) thousandths += 294;
    else if (code >= 0x2e80) thousandths += WIDE;
    else thousandths += OTHER;
  }
  return (thousandths * fontPx) / 1000;
}

/**
 * The same for bytes of UTF-8 in [from, to), without making a text of them.
 * @returns -1 where one of them is not a plain letter of ASCII
 */
export function asciiWidth(bytes: Uint8Array, from: number, to: number, fontPx: number): number {
  let thousandths = 0;
  for (let i = from; i < to; i += 1) {
    const width = INTER_600[(bytes[i] as number) - 0x20];
    if (width === undefined) return -1;
    thousandths += width;
  }
  return (thousandths * fontPx) / 1000;
}

/** Shortens a text to a width, px: at its end, with an ellipsis; whole when it fits. */
export function fitText(text: string, fontPx: number, px: number): string {
  if (textWidth(text, fontPx) <= px) return text;
  const letters = [...text];
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}…`, fontPx) > px) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
