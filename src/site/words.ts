/** Scripts written without spaces: there the words are found by dictionary. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Counts words as a reader would: what stands between spaces or dashes and has a letter or a digit, in any script.
 * "3:30 p.m." is two, "right-wing" one; marks and lone signs are none.
 */
export function countWords(text: string): number {
  const parts = text.split(/[\p{White_Space}—]+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.reduce((sum, part) => sum + (UNSPACED.test(part) ? countUnspaced(part) : 1), 0);
}

function countUnspaced(text: string): number {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen brig lt col maj capt sgt adm gov sen rep pres st no vs jan feb mar apr jun jul aug sep sept oct nov dec al etc approx'.split(
    ' ',
  ),
);

/**
 * Where a second sentence begins, as an index into the text, or -1. A rule of thumb on the safe side: a full stop after one letter or a
 * usual abbreviation ("U.S. officials", "Gen. Qaani") ends nothing, and neither does one before a small letter.
 */
export function secondSentence(text: string): number {
  for (const match of text.matchAll(
    /[.!?…؟。][\p{Pe}\p{Pf}"'”’]*\p{White_Space}+(?=[\p{Ps}\p{Pi}"'“‘]*[\p{Lu}\p{Lo}\p{Lt}\p{N}])/gu,
  )) {
    const before = /[\p{L}\p{M}]+$/u.exec(text.slice(0, match.index))?.[0] ?? '';
    const isAbbreviation =
      match[0].startsWith('.') && ([...before].length === 1 || ABBREVIATIONS.has(before.toLowerCase()));
    if (!isAbbreviation) return match.index + match[0].length;
  }
  return -1;
}

/** Whether a text closes as a sentence does, behind quotation marks or brackets too. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…؟。][\p{Pe}\p{Pf}"'”’]*$/u.test(text);
}
