/**
 * Many texts, one after another in UTF-8. A million strings would be a million objects, copied one by one from thread to thread;
 * these are two arrays, handed over whole.
 */
export type Texts = {
  readonly bytes: Uint8Array;
  /** Where each text begins, and at last where the last one ends. */
  readonly offsets: Uint32Array;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function textsOf(texts: readonly string[]): Texts {
  const joined = texts.join('');
  const bytes = encoder.encode(joined);
  const plain = bytes.length === joined.length; // ASCII alone: a letter is a byte
  const offsets = new Uint32Array(texts.length + 1);
  for (let i = 0; i < texts.length; i += 1) {
    const text = texts[i] as string;
    offsets[i + 1] = (offsets[i] as number) + (plain ? text.length : byteLength(text));
  }
  return { bytes, offsets };
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // Half of a pair counts two, so a whole one counts four; a half alone is written as U+FFFD, three bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : isHalfOfPair(text, i) ? 2 : 3;
  }
  return bytes;
}

function isHalfOfPair(text: string, i: number): boolean {
  const high = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
  const low = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return (high(i) && low(i + 1)) || (low(i) && high(i - 1));
}

/** The text of a row; the empty one outside. */
export function textAt({ bytes, offsets }: Texts, row: number): string {
  return decoder.decode(bytes.subarray(offsets[row] ?? 0, offsets[row + 1] ?? 0));
}

/** The first row with exactly this text, or -1. */
export function rowOfText({ bytes, offsets }: Texts, text: string): number {
  const wanted = encoder.encode(text);
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    const from = offsets[row] as number;
    if ((offsets[row + 1] as number) - from !== wanted.length) continue;
    let i = 0;
    while (i < wanted.length && bytes[from + i] === wanted[i]) i += 1;
    if (i === wanted.length) return row;
  }
  return -1;
}

/**
 * Marks the texts that hold every word of a query, letters of ASCII in either case: 1 for those, 0 for the others. No words: all.
 * Bytes are compared, so a million titles take some tens of milliseconds and become no strings.
 */
export function findWords({ bytes, offsets }: Texts, query: string): Uint8Array<ArrayBuffer> {
  const mask = new Uint8Array(offsets.length - 1).fill(1);
  for (const word of query.split(/\s+/).filter(Boolean)) {
    const wanted = encoder.encode(word).map(lower);
    const [first = 0] = wanted;
    for (let row = 0; row < mask.length; row += 1) {
      if (mask[row] === 0) continue;
      const last = (offsets[row + 1] as number) - wanted.length;
      let found = 0;
      for (let at = offsets[row] as number; at <= last; at += 1) {
        if (lower(bytes[at] as number) !== first) continue;
        let i = 1;
        while (i < wanted.length && lower(bytes[at + i] as number) === wanted[i]) i += 1;
        if (i < wanted.length) continue;
        found = 1;
        break;
      }
      mask[row] = found;
    }
  }
  return mask;
}

const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);
