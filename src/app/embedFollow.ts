/** What a frame shows: one of two, as there is room for. */
export type Followed = {
  /** Puts the timeline there. @returns how to take it away again; null when it cannot be had, which is not tried again */
  readonly start: () => Promise<(() => void) | null>;
  /** Makes the list what it should be. */
  readonly list: () => Promise<void>;
  /** Called each time one of them is ready to be seen. */
  readonly show: (isTimeline: boolean) => void;
};

/**
 * Keeps what a frame shows in step with the room it has, however fast that changes: a frame may narrow while its timeline is still on its way.
 * One thing is under way at a time, and then it is looked again at what is wished.
 */
export function follower({ start, list, show }: Followed): (isWide: boolean) => Promise<void> {
  let wished = false;
  let isBusy = false;
  let isHopeless = false;
  let stop: (() => void) | null = null;

  return async function follow(isWide) {
    wished = isWide;
    if (isBusy) return;
    isBusy = true;
    let shown: boolean | undefined;
    while (shown !== (wished && !isHopeless)) {
      shown = wished && !isHopeless;
      if (shown) {
        stop ??= await start();
        isHopeless = stop === null;
      } else {
        stop?.();
        stop = null;
        await list();
      }
    }
    isBusy = false;
    show(shown);
  };
}
