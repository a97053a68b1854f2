/**
 * A set of whole numbers below `size` with neighbours in a handful of steps: bits in words of 32, and over them words that say which words
 * are not empty, and so on up (a van Emde Boas tree with a fixed branching of 32).
 */
export class BitTree {
  readonly #levels: Uint32Array[] = [];

  constructor(size: number) {
    let words = Math.max(1, size);
    do {
      words = Math.ceil(words / 32);
      this.#levels.push(new Uint32Array(words));
    } while (words > 1);
  }

  add(value: number): void {
    let at = value;
    for (const level of this.#levels) {
      const word = at >>> 5;
      level[word] = (level[word] ?? 0) | (1 << (at & 31));
      at = word;
    }
  }

  /** The greatest member below `value`, or -1. */
  before(value: number): number {
    let at = value;
    for (let depth = 0; depth < this.#levels.length; depth += 1) {
      const below = (this.#levels[depth]?.[at >>> 5] ?? 0) & ((1 << (at & 31)) - 1);
      if (below !== 0) return this.#descend(depth, ((at >>> 5) << 5) + 31 - Math.clz32(below), true);
      at >>>= 5;
    }
    return -1;
  }

  /** The least member above `value`, or -1. */
  after(value: number): number {
    let at = value;
    for (let depth = 0; depth < this.#levels.length; depth += 1) {
      const bit = at & 31;
      const above = bit === 31 ? 0 : (this.#levels[depth]?.[at >>> 5] ?? 0) & (-1 << (bit + 1));
      if (above !== 0) return this.#descend(depth, ((at >>> 5) << 5) + 31 - Math.clz32(above & -above), false);
      at >>>= 5;
    }
    return -1;
  }

  #descend(depth: number, found: number, last: boolean): number {
    let at = found;
    for (let level = depth - 1; level >= 0; level -= 1) {
      const word = this.#levels[level]?.[at] ?? 0;
      at = at * 32 + 31 - Math.clz32(last ? word : word & -word);
    }
    return at;
  }
}
