import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '#base/result.ts';
import type { RawCitation, RawSource } from '#model/schema.ts';
import { withoutMarkup } from '#site/markup.ts';

/** Soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte order mark. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/**
 * Brings a text to the form in which quotations are found and counted. The rules never change; better ones get another name.
 *
 * `norm-1`: for HTML, tags stripped and entities decoded; U+00AD, U+200B–200D, U+2060 and U+FEFF dropped; Unicode NFC; every run of
 * whitespace one space; trimmed. In this order, so that doing it twice changes nothing.
 */
export function normalise(text: string, _rules: 'norm-1', format: 'text' | 'html' = 'text'): string {
  const plain = format === 'html' ? withoutMarkup(text) : text;
  return plain
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}

/** A normalised full text, ready for look-ups by code point. */
export type HeldText = { readonly points: readonly string[]; readonly sha256: string };

/** @param file its name: `.html` and `.htm` are HTML, everything else plain text */
export function heldTextOf(raw: string, file: string, rules: 'norm-1'): HeldText {
  const text = normalise(raw, rules, /\.html?$/i.test(file) ? 'html' : 'text');
  return { points: [...text], sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** Whether a text is the one that a source was entered with. */
export function verifyText({ points, sha256 }: HeldText, text: NonNullable<RawSource['text']>): Result<void> {
  if (sha256 !== text.sha256) return fail(`expected a text with the SHA-256 ${text.sha256}, got ${sha256}`);
  return points.length === text.codePoints
    ? ok(undefined)
    : fail(`expected ${text.codePoints} code points, got ${points.length}`);
}

type Position = NonNullable<RawCitation['position']>;

/**
 * Whether the words of a citation stand where it says: the quote from `start` to `end`, the prefix before it, the suffix after it, each
 * code point the same. Nothing near is accepted: another letter, another normal form, another kind of quotation mark all fail.
 * @returns else what was expected and the nearest place
 */
export function verifyQuotation({ points }: HeldText, quote: string, position: Position): Result<void> {
  const { start, end, prefix, suffix } = position;
  const there = points.slice(start, end).join('');
  if (there !== quote)
    return fail(`expected the quotation at ${start}–${end}, got "${there}"; ${nearestPlace(points, quote)}`);
  const before = points.slice(Math.max(0, start - [...prefix].length), start).join('');
  if (before !== prefix) return fail(`expected the prefix "${prefix}" before ${start}, got "${before}"`);
  const after = points.slice(end, end + [...suffix].length).join('');
  return after === suffix ? ok(undefined) : fail(`expected the suffix "${suffix}" after ${end}, got "${after}"`);
}

/** Says where in a text the words stand, or those most like them. */
function nearestPlace(points: readonly string[], quote: string): string {
  const composed = quote.normalize('NFC');
  if (composed !== quote) {
    const { start, end, changes } = bestMatch(points, [...composed]);
    if (changes === 0) return `at ${start}–${end} they stand in Unicode NFC: write them so`;
  }
  const { start, end, changes } = bestMatch(points, [...quote]);
  const place = `${start}–${end}`;
  if (changes === 0) return `the words stand at ${place}`;
  const near = points.slice(start, end).join('');
  if (changes > [...quote].length / 2) return 'nothing like it is in the text';
  return `nearest at ${place}, ${changes} ${changes === 1 ? 'code point' : 'code points'} different: "${near}"`;
}

/**
 * The stretch of a text that becomes the pattern with the fewest changes: approximate matching by dynamic programming, the match free to
 * start anywhere. Time is text × pattern.
 * @see Peter H. Sellers, The Theory and Computation of Evolutionary Distances: Pattern Recognition, 1980
 */
function bestMatch(
  text: readonly string[],
  pattern: readonly string[],
): { start: number; end: number; changes: number } {
  let costs = Array.from({ length: pattern.length + 1 }, (_, j) => j);
  let starts = costs.map(() => 0);
  let best = { start: 0, end: 0, changes: pattern.length };
  for (let i = 1; i <= text.length; i += 1) {
    const [row, from]: [number[], number[]] = [[0], [i]];
    for (let j = 1; j <= pattern.length; j += 1) {
      const changed = (costs[j - 1] ?? 0) + (text[i - 1] === pattern[j - 1] ? 0 : 1);
      const added = (costs[j] ?? 0) + 1;
      const dropped = (row[j - 1] ?? 0) + 1;
      const least = Math.min(changed, added, dropped);
      row.push(least);
      from.push((least === changed ? starts[j - 1] : least === added ? starts[j] : from[j - 1]) ?? 0);
    }
    const changes = row[pattern.length] ?? Infinity;
    if (changes < best.changes) best = { start: from[pattern.length] ?? 0, end: i, changes };
    [costs, starts] = [row, from];
  }
  return best;
}
