import { untrack } from 'svelte';

/** Least ms from one telling to the next. */
const PACE = 250;

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
