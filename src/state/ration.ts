/**
 * Lets at most `most` calls through in any `windowMs`, the last one asked for always in the end: Safari throws when a page writes its history
 * more than a hundred times in half a minute.
 * @param schedule runs a function after so many ms and gives a way to stop it; passed in, so that a test needs no clock of its own
 */
export function rationed(
  run: () => void,
  { most, windowMs, delayMs }: { readonly most: number; readonly windowMs: number; readonly delayMs: number },
  now: () => number,
  schedule: (run: () => void, ms: number) => () => void,
): { readonly ask: () => void; readonly stop: () => void } {
  const made: number[] = [];
  let stop = (): void => undefined;
  return {
    ask: () => {
      stop();
      while (made.length > 0 && (made[0] as number) <= now() - windowMs) made.shift();
      const wait = made.length < most ? delayMs : Math.max(delayMs, (made[0] as number) + windowMs - now());
      stop = schedule(() => {
        made.push(now());
        run();
      }, wait);
    },
    stop: () => stop(),
  };
}
