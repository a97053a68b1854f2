/**
 * A set of whole numbers below `size` with neighbours in a handful of steps: bits in words of 32, and over them words that say which words
 * are not empty, and so on up (a van Emde Boas tree with a fixed branching of 32). All levels lie in one array, the finest first.
 */
export class BitTree {
  readonly #words: Uint32Array;
  /** Where each level begins. */
  readonly #from: number[] = [];

  constructor(size: number) {
    let words = Math.max(1, size);
    let total = 0;
    do {
      words = Math.ceil(words / 32);
      this.#from.push(total);
      total += words;
    } while (words > 1);
    this.#words = new Uint32Array(total);
  }

  add(value: number): void {
    let at = value;
    for (const from of this.#from) {
      const word = from + (at >>> 5);
      this.#words[word] = (this.#words[word] as number) | (1 << (at & 31));
      at >>>= 5;
    }
  }

  /** The greatest member below `value`, or -1. */
  before(value: number): number {
    const words = this.#words;
    let at = value;
    for (let depth = 0; depth < this.#from.length; depth += 1) {
      const below = (words[(this.#from[depth] as number) + (at >>> 5)] as number) & ((1 << (at & 31)) - 1);
      if (below !== 0) return this.#descend(depth, ((at >>> 5) << 5) + 31 - Math.clz32(below), true);
      at >>>= 5;
    }
    return -1;
  }

  /** The least member above `value`, or -1. */
  after(value: number): number {
    const words = this.#words;
    let at = value;
    for (let depth = 0; depth < this.#from.length; depth += 1) {
      const bit = at & 31;
      const above = bit === 31 ? 0 : (words[(this.#from[depth] as number) + (at >>> 5)] as number) & (-1 << (bit + 1));
      if (above !== 0) return this.#descend(depth, ((at >>> 5) << 5) + 31 - Math.clz32(above & -above), false);
      at >>>= 5;
    }
    return -1;
  }

  #descend(depth: number, found: number, last: boolean): number {
    let at = found;
    for (let level = depth - 1; level >= 0; level -= 1) {
      const word = this.#words[(this.#from[level] as number) + at] as number;
      at = at * 32 + 31 - Math.clz32(last ? word : word & -word);
    }
    return at;
  }
}
