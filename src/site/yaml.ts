import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import { Fault } from '#site/faults.ts';

/** Keys and list places from the root of a file to a value: `['claims', 0, 'text']`. */
export type Path = readonly (string | number)[];

/** A text file of a story folder. */
export type TextFile = {
  /** Inside the folder, with slashes: `events/x.yaml`. */
  readonly name: string;
  /** As faults name it: `data/events/x.yaml`. */
  readonly file: string;
  readonly text: string;
};

/** A YAML file, read, with the place of every value. */
export type YamlFile = {
  readonly name: string;
  readonly file: string;
  /** Plain data; undefined when the file cannot be read, null when it is empty. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** A fault at a value or at its key; where there is none, at the nearest thing around it. */
  readonly fault: (path: Path, message: string, part?: 'value' | 'key') => Fault;
};

/**
 * Controls, lone surrogates and marks that turn the direction of text: nobody can see them, and they can make a sentence read otherwise
 * than it is stored.
 * @see https://trojansource.codes/
 */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\uFEFF\uFFF9-\uFFFB]/u;

/** Reads YAML 1.2 without aliases: data stays what it says where it stands. Never throws. */
export function readYaml({ name, file, text }: TextFile): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, strict: true });
  const faultAt = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return new Fault(file, Math.max(1, line), Math.max(1, col), message);
  };
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos: [start, end] }) =>
    code === 'DUPLICATE_KEY'
      ? faultAt(start, `expected each key once, got ${keyIn(text, start, end)} again`)
      : faultAt(start, `expected valid YAML, got a fault: ${firstSentence(message)}`),
  );
  const broken = faults.length > 0;
  visit(document, {
    Alias: (_, node) => void faults.push(faultAt(node.range?.[0] ?? 0, 'expected the value itself, got an alias (*)')),
    Scalar: (_, node) => {
      if (typeof node.value !== 'string') return;
      const hidden = HIDDEN.exec(node.value.replaceAll('\n', ''))?.[0];
      if (hidden !== undefined)
        faults.push(
          faultAt(node.range?.[0] ?? 0, `expected text that can be seen, got the hidden character ${codeOf(hidden)}`),
        );
    },
  });
  return {
    name,
    file,
    value: broken || faults.some(({ message }) => message.includes('alias')) ? undefined : (document.toJS() as unknown),
    faults,
    fault: (path, message, part = 'value') => faultAt(offsetOf(document, path, part), message),
  };
}

function firstSentence(message: string): string {
  return message.split('\n')[0]?.replace(/[.:]$/, '') ?? message;
}

/** The YAML library names the place of a double key as one character; the word there says more. */
function keyIn(text: string, start: number, end: number): string {
  return `"${/^[^:\n]+/.exec(text.slice(start))?.[0].trim() ?? text.slice(start, end)}"`;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function offsetOf(document: Document, path: Path, part: 'value' | 'key'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [i, step] of path.entries()) {
    const isLast = i === path.length - 1;
    if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (!isPair(pair)) return offset;
      offset = startOf(pair.key) ?? offset;
      if (isLast && part === 'key') return offset;
      node = pair.value;
    } else return offset;
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
