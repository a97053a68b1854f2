type Wanted = (this: Chosen, event: Event) => void;
type Held = { readonly name: string; readonly wanted: Wanted; readonly options: AddEventListenerOptions | boolean };
type Chosen = EventTarget & Record<string, unknown>;
type ValueOf = (this: Chosen) => unknown;

/** What has been put on a target, so that it can be taken off again by its name. */
const held = new WeakMap<EventTarget, Held[]>();

/**
 * Stands in for d3-selection in the bundle (see vite.config.ts): the few things that d3-zoom and d3-drag ask of a selection, for one element or
 * the window. It saves every reader some 3 kB (gzip) of selecting, joining and styling.
 */
class Selected {
  readonly #target: Chosen | null;

  constructor(target: Chosen | null) {
    this.#target = target;
  }

  /** d3-zoom tells a selection from a transition by what this returns. */
  selection(): this {
    return this;
  }

  /** There is never a transition under way: see d3-spared.ts. */
  interrupt(): this {
    return this;
  }

  /** Elements of ours carry no data. */
  datum(): undefined {
    return undefined;
  }

  property(key: string, value: ValueOf): this {
    return this.each(function () {
      this[key] = value.call(this);
    });
  }

  style(key: string, value: string): this {
    return this.each(function () {
      (this as unknown as HTMLElement).style.setProperty(key, value);
    });
  }

  filter(keeps: ValueOf): Selected {
    return new Selected(this.#target && keeps.call(this.#target) ? this.#target : null);
  }

  each(visit: (this: Chosen) => void): this {
    if (this.#target) visit.call(this.#target);
    return this;
  }

  call(visit: (of: this, ...more: unknown[]) => void, ...more: unknown[]): this {
    visit(this, ...more);
    return this;
  }

  /**
   * Listens, or with null for a listener no longer does.
   * @param names one or more of `wheel.zoom`, with spaces between; `.zoom` means all of that name; what was there under a name goes
   */
  on(names: string, wanted: Wanted | null, options: AddEventListenerOptions | boolean = false): this {
    const target = this.#target;
    if (!target) return this;
    for (const name of names.split(' ')) {
      const mine = held.get(target) ?? [];
      const isMeant = (one: Held): boolean => (name.startsWith('.') ? one.name.endsWith(name) : one.name === name);
      for (const one of mine.filter(isMeant)) target.removeEventListener(typeOf(one.name), one.wanted, one.options);
      const left = mine.filter((one) => !isMeant(one));
      if (wanted) {
        target.addEventListener(typeOf(name), wanted, options);
        left.push({ name, wanted, options });
      }
      held.set(target, left);
    }
    return this;
  }
}

const typeOf = (name: string): string => name.split('.')[0] ?? '';

/** @param target an element or the window */
export function select(target: EventTarget): Selected {
  return new Selected(target as Chosen);
}

/** Where a pointer is, px from the inner corner of an element. */
export function pointer(
  event: { readonly clientX: number; readonly clientY: number; readonly currentTarget?: unknown },
  element = event.currentTarget as Element,
): [x: number, y: number] {
  const { left, top } = element.getBoundingClientRect();
  return [event.clientX - left - element.clientLeft, event.clientY - top - element.clientTop];
}
