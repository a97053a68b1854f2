/** A mistake in the files of a story, at its place. An author sees all of them at once. */
export class Fault {
  /** As an author would type it: `data/events/x.yaml`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** `expected …, got …`, with a suggestion where one is near. */
  readonly message: string;

  constructor(file: string, line: number, column: number, message: string) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.message = message;
  }

  /** `data/events/x.yaml:12:5: expected …, got …`: a form that terminals and editors turn into a link. */
  toString(): string {
    return `${this.file}:${this.line}:${this.column}: ${this.message}`;
  }
}

/** Faults by file, line, column and message, each once. */
export function sortedFaults(faults: readonly Fault[]): Fault[] {
  const unique = new Map(faults.map((fault) => [String(fault), fault]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
}

/** By UTF-16 units: the same on every machine, unlike the order of a locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value as a message shows it: text in quotes and cut short, everything else by what it is. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return `the ${typeof value} ${String(value)}`;
  const points = [...value];
  return `"${points.length > 60 ? `${points.slice(0, 59).join('')}…` : value}"`;
}

/** `expected <what>, got "<word>" (did you mean "<near>"?)` */
export function unknownWord(what: string, word: string, known: Iterable<string>): string {
  return `expected ${what}, got ${shown(word)}${didYouMean(word, known)}`;
}

/** ` (did you mean "…"?)` with a leading space, or nothing when no known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}

/**
 * The known word nearest to a mistyped one: at most a third of its letters changed, at least one.
 * @returns the first in order where several are as near, so that messages do not change from run to run
 */
function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of [...known].sort(compareText)) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/**
 * Letters to add, drop, change or swap with their neighbour to make one text the other (optimal string alignment).
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
