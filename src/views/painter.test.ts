import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPainter, once, type Drawing } from '#views/painter.ts';

/** As much of a document as a painter asks for. */
class Node {
  readonly attributes = new Map<string, string>();
  readonly style = { transform: '' };
  readonly namespaceURI = 'a namespace';
  readonly ownerDocument = {
    createElementNS: (_: string, tag: string) => new Node(tag),
    createTextNode: (data: string) => ({ data }),
  };
  nodes: (Node | { data: string })[] = [];
  parent: Node | null = null;
  readonly tag: string;
  constructor(tag: string) {
    this.tag = tag;
  }
  get elements(): Node[] {
    return this.nodes.filter((node) => node instanceof Node);
  }
  get firstElementChild(): Node | null {
    return this.elements[0] ?? null;
  }
  get nextElementSibling(): Node | null {
    const all = this.parent?.elements ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }
  append(node: Node | { data: string }): void {
    this.insertBefore(node, null);
  }
  insertBefore(node: Node | { data: string }, before: Node | null): void {
    if (node instanceof Node) {
      node.remove();
      node.parent = this;
    }
    this.nodes.splice(before ? this.nodes.indexOf(before) : this.nodes.length, 0, node);
  }
  remove(): void {
    if (this.parent) this.parent.nodes = this.parent.nodes.filter((one) => one !== this);
    this.parent = null;
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  /** What a reader would see of it. */
  toString(): string {
    const attributes = [...this.attributes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => `${k}=${v}`);
    const inside = this.nodes.map((node) => (node instanceof Node ? String(node) : node.data));
    return `<${[this.tag, ...attributes, this.style.transform].join(' ')}>${inside.join('')}</${this.tag}>`;
  }
}

const painterIn = (parent: Node) => createPainter(parent as unknown as Element);

/** A group with some words and a number of pieces, of which each has an attribute or none. */
const drawings: fc.Arbitrary<Drawing[]> = fc.uniqueArray(
  fc
    .record({
      key: fc.integer({ min: 0, max: 12 }),
      x: fc.integer({ min: 0, max: 3 }),
      kind: fc.constantFrom('a', 'b', undefined),
      words: fc.constantFrom('one', 'two'),
      isLabelled: fc.boolean(),
      pieces: fc.array(fc.constantFrom('rect', 'path'), { maxLength: 3 }),
    })
    .map(({ key, x, kind, words, isLabelled, pieces }): Drawing => ({
      key,
      tag: 'g',
      attributes: { key, ...(kind === 'b' ? {} : { kind }) },
      at: { x, y: 0 },
      children: [
        isLabelled ? { tag: 'text', attributes: {}, text: words } : { tag: 'title', attributes: {}, text: words },
        ...pieces.map((tag) => ({ tag, attributes: { x, fill: kind } })),
      ],
    })),
  { selector: ({ key }) => key },
);

describe('createPainter(parent)', () => {
  test('property: by any path it draws what it would draw at once, and in order where asked to', () => {
    fc.assert(
      fc.property(fc.array(drawings, { minLength: 1, maxLength: 6 }), fc.boolean(), (path, inOrder) => {
        const [wandered, straight] = [new Node('g'), new Node('g')];
        const paint = painterIn(wandered);
        for (const one of path) paint(one, false);
        const last = path.at(-1) ?? [];
        paint(last, inOrder);
        painterIn(straight)(last, true);
        const [had, wanted] = [wandered, straight].map(({ elements }) => elements.map(String));
        if (inOrder) expect(had).toEqual(wanted);
        else expect(had?.toSorted()).toEqual(wanted?.toSorted());
      }),
    );
  });

  const label = (key: string, text: string): Drawing => ({
    key,
    tag: 'text',
    attributes: {},
    at: { x: 0, y: 0 },
    text,
  });

  test('a shape keeps its element, and one that comes takes that of one that goes', () => {
    const parent = new Node('g');
    const paint = painterIn(parent);
    paint([label('a', 'A'), label('b', 'B')], true);
    const [a, b] = parent.elements;
    paint([label('b', 'B'), label('c', 'C')], true);
    expect(parent.elements).toEqual([b, a]);
    expect(parent.elements[0]).toBe(b);
    expect(String(parent.elements[1])).toContain('>C<');
  });

  test('two drawings with one key are a fault of ours', () => {
    expect(() => painterIn(new Node('g'))([label('a', 'A'), label('a', 'B')], false)).toThrow('the same key');
  });

  test('what is the same object is not looked at', () => {
    const parent = new Node('g');
    const paint = painterIn(parent);
    const same = label('a', 'A');
    paint([same], true);
    const [element] = parent.elements;
    element?.setAttribute('touched', 'yes');
    paint([same], true);
    expect(String(parent.elements[0])).toContain('touched=yes');
  });
});

test('once(draw) asks once of each thing', () => {
  let asked = 0;
  const draw = once((thing: { readonly n: number }) => {
    asked += 1;
    return { n: thing.n };
  });
  const thing = { n: 1 };
  expect(draw(thing)).toBe(draw(thing));
  expect(draw({ n: 1 })).not.toBe(draw(thing));
  expect(asked).toBe(2);
});
