import { untrack } from 'svelte';

/** Least ms from one telling to the next. */
const PACE = 250;
/** ms without a change after which something is at rest. */
const STILL = 150;

/**
 * What `read` gives, told anew only now and then while it changes in a gesture: words beside the picture take longer to lay out than the picture
 * itself, and nobody reads them in passing. The first change is told at once, and the last one always.
 */
export function paced<T>(read: () => T): { readonly now: T } {
  let now = $state.raw(untrack(read));
  let told = -Infinity;
  const tell = (value: T): void => {
    told = performance.now();
    now = value;
  };
  $effect(() => {
    const value = read();
    const wait = told + PACE - performance.now();
    if (wait <= 0) {
      tell(value);
      return;
    }
    const timer = setTimeout(() => tell(value), wait);
    return () => clearTimeout(timer);
  });
  return {
    get now() {
      return now;
    },
  };
}

/** What `read` gave when it last was at rest: while it changes in a gesture, what it gave before. */
export function settled<T>(read: () => T): { readonly now: T } {
  let now = $state.raw(untrack(read));
  onStill(STILL, () => {
    const value = read();
    return value === untrack(() => now) ? null : () => (now = value);
  });
  return {
    get now() {
      return now;
    },
  };
}

/**
 * Does something once what it depends on has not changed for some time.
 * @param change asked at each change: what is to be done when it was the last, or null for nothing. One timer serves a whole gesture.
 */
export function onStill(ms: number, change: () => (() => void) | null): void {
  let changed = 0;
  let last: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const wait = changed + ms - performance.now();
    timer = wait > 0 ? setTimeout(look, wait) : undefined;
    if (wait <= 0) last?.();
  };
  $effect(() => {
    last = change();
    changed = performance.now();
    if (last) timer ??= setTimeout(look, ms);
  });
  $effect(() => () => clearTimeout(timer));
}
