import { expect, test } from 'vitest';
import { rationed } from '#state/ration.ts';

/** A clock that only moves when told, and runs what has become due. */
function fakeClock() {
  let time = 0;
  let due: { at: number; run: () => void } | null = null;
  return {
    now: () => time,
    schedule: (run: () => void, ms: number) => {
      due = { at: time + ms, run };
      return () => (due = null);
    },
    moveTo: (at: number) => {
      time = at;
      while (due && due.at <= time) {
        const { run } = due;
        due = null;
        run();
      }
    },
  };
}

test('thirty seconds of asking at every frame make at most thirty calls, and the last state is written in the end', () => {
  const clock = fakeClock();
  const calls: number[] = [];
  const { ask } = rationed(
    () => calls.push(clock.now()),
    { most: 30, windowMs: 30_000, delayMs: 400 },
    clock.now,
    clock.schedule,
  );
  for (let time = 0; time < 30_000; time += 450) {
    clock.moveTo(time);
    ask();
  }
  expect(calls.filter((at) => at < 30_000).length).toBeLessThanOrEqual(30);
  clock.moveTo(120_000);
  expect(calls.at(-1)).toBeGreaterThanOrEqual(29_700);
});

test('asking again before the delay is over puts the call off; stop cancels it', () => {
  const clock = fakeClock();
  let calls = 0;
  const { ask, stop } = rationed(
    () => (calls += 1),
    { most: 30, windowMs: 30_000, delayMs: 400 },
    clock.now,
    clock.schedule,
  );
  for (let time = 0; time < 4000; time += 100) {
    clock.moveTo(time);
    ask();
  }
  expect(calls).toBe(0);
  stop();
  clock.moveTo(10_000);
  expect(calls).toBe(0);
});
