import { mount, unmount } from 'svelte';
import LoadNotice from '#app/LoadNotice.svelte';
import type { LoadProblem } from '#app/load.ts';
import type { Translate } from '#base/messages.ts';

/**
 * Says why the data could not be had, with a button to try again.
 * @param target a live region that was there before, or nothing would be read out
 * @param retry tries again: null when it worked, else the new problem
 */
export function showNotice(
  target: HTMLElement,
  problem: LoadProblem,
  translate: Translate,
  retry: () => Promise<LoadProblem | null>,
): { readonly close: () => void } {
  const props = $state({
    problem,
    translate,
    busy: false,
    onretry: async () => {
      props.busy = true;
      props.problem = (await retry()) ?? props.problem;
      props.busy = false;
    },
  });
  const notice = mount(LoadNotice, { target, props });
  return { close: () => void unmount(notice) };
}
