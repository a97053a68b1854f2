import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follower } from '#app/embedFollow.ts';

/** A frame of which each step takes as long as the test lets it. */
function frameOf(canStart = true) {
  const seen = { running: 0, most: 0, started: 0, listed: 0, shows: null as boolean | null };
  const waiting: (() => void)[] = [];
  const moment = (): Promise<void> => new Promise((resolve) => void waiting.push(resolve));
  const follow = follower({
    start: async () => {
      seen.started += 1;
      await moment();
      if (!canStart) return null;
      seen.most = Math.max(seen.most, (seen.running += 1));
      return () => void (seen.running -= 1);
    },
    list: async () => {
      await moment();
      seen.listed += 1;
    },
    show: (isTimeline) => void (seen.shows = isTimeline),
  });
  /** Lets what is under way be done, and all that follows from it. */
  async function settle(): Promise<void> {
    for (let i = 0; i < 50; i += 1) {
      waiting.shift()?.();
      await Promise.resolve();
    }
  }
  return { follow, settle, seen };
}

test('a frame that narrows while its timeline is on its way shows the list', async () => {
  const { follow, settle, seen } = frameOf();
  void follow(true);
  void follow(false);
  await settle();
  expect(seen).toMatchObject({ running: 0, listed: 1, shows: false });
});

test('a timeline that cannot be had leaves the list, and is not tried again', async () => {
  const { follow, settle, seen } = frameOf(false);
  for (const isWide of [true, false, true]) {
    void follow(isWide);
    await settle();
  }
  expect(seen).toMatchObject({ started: 1, running: 0, shows: false });
});

test('follow(isWide): property: however fast the room changes, one timeline at most runs, and the last wish is shown', async () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (wishes) => {
      const { follow, settle, seen } = frameOf();
      for (const [isWide, waits] of wishes) {
        void follow(isWide);
        if (waits) await settle();
      }
      await settle();
      expect(seen.most).toBeLessThanOrEqual(1);
      expect(seen.shows).toBe(wishes.at(-1)?.[0]);
      expect(seen.running).toBe(seen.shows === true ? 1 : 0);
    }),
  );
});
