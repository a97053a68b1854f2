/** An element as data, of the kind of what it is drawn into. What is left undefined is no attribute. */
export type Shape = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  /** Its place, px: the only thing that most steps change, and moved by CSS, the fastest way. */
  readonly at?: { readonly x: number; readonly y: number };
  /** Its words, of an element without children. What may take the place of one with words has words itself. */
  readonly text?: string;
  readonly children?: readonly Shape[];
};

/** A shape that keeps its element for as long as it is drawn. */
export type Drawing = Shape & { readonly key: string | number };

/**
 * Draws into an element that nothing else draws into. A component for each of these would do as much, but at each step of a zoom dozens go and
 * dozens come: here those that come take the elements of those that go, and only what differs between the two is told to the browser, which takes
 * a third of the script off a step.
 * @returns draws these shapes and no others. What is the same object as before is not looked at. With `inOrder` the elements stand in the order of
 * the shapes; else, which is faster, in any order until the next time.
 */
export function createPainter(parent: Element): (drawings: readonly Drawing[], inOrder: boolean) => void {
  let drawn = new Map<string | number, Drawn>();
  return (drawings, inOrder) => {
    const next = new Map<string | number, Drawn>();
    const come: Drawing[] = [];
    for (const drawing of drawings) {
      const before = drawn.get(drawing.key);
      if (!before) {
        come.push(drawing);
        continue;
      }
      drawn.delete(drawing.key);
      patch(before, drawing);
      next.set(drawing.key, before);
    }
    const gone = [...drawn.values()];
    for (const drawing of come) {
      const before = gone.pop();
      if (before) patch(before, drawing);
      next.set(drawing.key, before ?? created(parent, drawing));
    }
    for (const { element } of gone) element.remove();
    if (next.size < drawings.length) throw new Error('two drawings have the same key');
    drawn = next;
    if (inOrder) order(drawings.map(({ key }) => (next.get(key) as Drawn).element));
  };

  function order(elements: readonly Element[]): void {
    let at = parent.firstElementChild;
    for (const element of elements) {
      if (element === at) at = at.nextElementSibling;
      else parent.insertBefore(element, at);
    }
  }
}

/** A shape and what it is drawn with. The elements are held: asking the document for them takes longer than the rest. */
type Drawn = {
  readonly element: SVGElement | HTMLElement;
  readonly words: Text | null;
  shape: Shape;
  readonly children: Drawn[];
};

function created(parent: Element, shape: Shape): Drawn {
  const { tag, attributes, at, text, children = [] } = shape;
  const page = parent.ownerDocument;
  const element = page.createElementNS(parent.namespaceURI, tag) as SVGElement | HTMLElement;
  const words = text === undefined ? null : page.createTextNode(text);
  if (words) element.append(words);
  for (const name in attributes) set(element, name, attributes[name]);
  if (at) move(element, at);
  const drawn = { element, words, shape, children: children.map((child) => created(element, child)) };
  parent.append(element);
  return drawn;
}

/** Makes of what is drawn another shape with the same tag. */
function patch(drawn: Drawn, now: Shape): void {
  const { element, words, shape: before, children } = drawn;
  if (now === before) return;
  drawn.shape = now;
  for (const name in now.attributes)
    if (now.attributes[name] !== before.attributes[name]) set(element, name, now.attributes[name]);
  for (const name in before.attributes) if (!(name in now.attributes)) element.removeAttribute(name);
  if (now.at && (now.at.x !== before.at?.x || now.at.y !== before.at.y)) move(element, now.at);
  // The words of the text that is there already: a new one in its place would be laid out from the start.
  if (words && now.text !== before.text) words.data = now.text ?? '';
  if (!now.children) return;
  // From where the tags differ on, all is made anew.
  let same = 0;
  for (; same < now.children.length && children[same]?.shape.tag === now.children[same]?.tag; same += 1)
    patch(children[same] as Drawn, now.children[same] as Shape);
  for (const { element: gone } of children.splice(same)) gone.remove();
  for (const child of now.children.slice(same)) children.push(created(element, child));
}

function set(element: Element, name: string, value: string | number | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

function move({ style }: ElementCSSInlineStyle, { x, y }: { readonly x: number; readonly y: number }): void {
  style.transform = `translate(${x}px, ${y}px)`;
}

/** `make`, asked once of each thing: the same thing then has the same drawing, which a painter need not look at. */
export function once<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const known = new WeakMap<Thing, Made>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const made = make(thing);
    known.set(thing, made);
    return made;
  };
}

/** To a hundredth of a px: no eye sees less, and what a float leaves behind its digits is no change. */
export const rounded = (px: number): number => Math.round(px * 100) / 100;
