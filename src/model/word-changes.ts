/** A stretch of words that two texts share, or that only one of them has. */
export type WordChange = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/**
 * What became of a sentence, word by word: a longest common subsequence of words, the spaces between them kept with the word before.
 * What is gone stands before what is new in its place. Putting `same` and `gone` together gives the first text, `same` and `new` the second.
 * Time is words × words: for sentences, not for books.
 * @see https://en.wikipedia.org/wiki/Longest_common_subsequence
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [a, b] = [wordsIn(before), wordsIn(after)];
  const common = commonLengths(a, b);
  const at = (i: number, j: number): number => common[i * (b.length + 1) + j] ?? 0;
  const changes: { kind: WordChange['kind']; text: string }[] = [];
  const add = (kind: WordChange['kind'], text: string): void => {
    const last = changes.at(-1);
    if (last?.kind === kind) last.text += text;
    else changes.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (x !== undefined && x === y) {
      add('same', x);
      [i, j] = [i + 1, j + 1];
    } else if (x !== undefined && (y === undefined || at(i + 1, j) >= at(i, j + 1))) {
      add('gone', x);
      i += 1;
    } else {
      add('new', y ?? '');
      j += 1;
    }
  }
  return changes;
}

/** Words, each with the white space after it; all of the text is in one of them. */
function wordsIn(text: string): readonly string[] {
  return text.match(/^\s+|\S+\s*/g) ?? [];
}

/** Of every pair of ends `a[i…]`, `b[j…]`, how many words they have in common: row by row, `b.length + 1` to a row. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}
