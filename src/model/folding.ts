/** A word as it is searched, and where it stands in the text it comes from. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/** Letters that are written otherwise, or at the end of a word otherwise, and are the same to somebody who searches. */
const SAME: Readonly<Record<string, string>> = {
  // Hebrew final letters
  ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' },
  // Arabic: forms of alef, ya and ta marbuta that lose no mark when taken apart; Persian letters typed for Arabic ones; hamza and tatweel are left out
  ...{ ٱ: 'ا', ى: 'ي', ة: 'ه', ی: 'ي', ک: 'ك', ہ: 'ه', ء: '', ـ: '' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ς: 'σ' },
};
/** Left out inside a word, where writers use or leave them: quotation marks of every kind (צה״ל, Israel’s), invisible joiners. */
const SILENT = /['’‘"“”״׳\u00AD\u200B-\u200D\u2060]/u;
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;
const HYPHEN = /[-\u2010\u2011־]/u;

/**
 * One letter without case, accents, niqqud, tashkil and the like. Nothing is left of a mark that stands by itself.
 * @param letter one code point
 */
function folded(letter: string): string {
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  // Taken apart, some bring what is no letter: lower case a mark (İ), a number in a ring its ring.
  return [...bare]
    .filter((one) => LETTER.test(one))
    .map((one) => SAME[one] ?? one)
    .join('');
}

/**
 * The words of a text, folded, in order. A word with hyphens gives its parts and itself in one piece: "cease-fire" is "cease", "fire" and
 * "ceasefire". Thousands keep together: "3,000" is "3000".
 */
export function wordsOf(text: string): readonly Word[] {
  const letters = [...text];
  const words: Word[] = [];
  let at = 0;
  /** Parts of the hyphened word under way. */
  let parts: Word[] = [];
  let word: { text: string; start: number; end: number } | null = null;
  const endPart = (): void => {
    if (word?.text) parts.push(word);
    word = null;
  };
  const endWord = (): void => {
    endPart();
    words.push(...parts);
    const [first, last] = [parts[0], parts.at(-1)];
    if (first && last && parts.length > 1)
      words.push({ text: parts.map((part) => part.text).join(''), start: first.start, end: last.end });
    parts = [];
  };
  letters.forEach((letter, i) => {
    const [before = '', after = ''] = [letters[i - 1], letters[i + 1]];
    const end = at + letter.length;
    if (LETTER.test(letter)) {
      word ??= { text: '', start: at, end };
      word = { text: word.text + folded(letter), start: word.start, end };
    } else if (MARK.test(letter) && word) word = { ...word, end };
    else if (HYPHEN.test(letter) && LETTER.test(after)) endPart();
    else if (!(word && SILENT.test(letter)) && !(letter === ',' && DIGIT.test(before) && DIGIT.test(after))) endWord();
    at = end;
  });
  endWord();
  return words;
}

/** What is searched for: the words of a query, those with hyphens in one piece only; each once. */
export function termsOf(query: string): readonly string[] {
  const words = wordsOf(query);
  const joined = words.filter(({ start, end }) =>
    words.every((other) => other.start > start || other.end < end || (other.start === start && other.end === end)),
  );
  return [...new Set(joined.map(({ text }) => text))];
}

/** Hebrew and Arabic set articles and prepositions before a word without a space. */
const PREFIXED = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Whether a word is, or begins with, what is searched for; a Hebrew or Arabic one may hold it anywhere. */
export function isHit(word: string, term: string): boolean {
  return PREFIXED.test(term) && term.length > 1 ? word.includes(term) : word.startsWith(term);
}

/** A text in pieces: those that are words searched for, and what is between them. Together they are the text. */
export function piecesOf(
  text: string,
  terms: readonly string[],
): readonly { readonly text: string; readonly hit: boolean }[] {
  const hits = wordsOf(text)
    .filter((word) => terms.some((term) => isHit(word.text, term)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start < at) continue; // a part of a hyphened word that is one piece already
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}
