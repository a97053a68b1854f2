import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Asked, Told } from '#state/columns-messages.ts';
import { startReading } from '#state/columns-start.ts';
import { ManyReader } from '#state/many.svelte.ts';

/** Stands in for the worker: keeps what it is asked, and tells what a test makes it tell. */
class Worker extends EventTarget {
  static last: Worker | undefined;
  readonly asked: Asked[] = [];
  constructor() {
    super();
    Worker.last = this;
  }
  postMessage(asked: Asked): void {
    this.asked.push(asked);
  }
  terminate(): void {
    // nothing runs
  }
  tell(data: Told): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  vi.stubGlobal('window', { origin: 'https://lake.example' });
  vi.stubGlobal('Worker', Worker);
});
afterEach(() => vi.unstubAllGlobals());

test('find(words, bands) is answered by its own search, not by an older one that was still under way', async () => {
  const reader = new ManyReader();
  reader.read('https://lake.example/data/strikes.json');
  const answers: number[] = [];
  void reader.find('fer', [0]).then(({ n }) => answers.push(n));
  const newest = reader.find('ferry', [0]);
  const asked = Worker.last?.asked.filter((one) => one.ask === 'find') ?? [];
  expect(asked.map(({ words }) => words)).toEqual(['fer', 'ferry']);
  asked.forEach(({ ticket }, i) => Worker.last?.tell({ tell: 'found', ticket, mask: new Uint8Array(), n: 7 - i }));
  expect((await newest).n).toBe(6);
  expect(answers).toEqual([]);
});

test('what a reading tells before a reader takes it over is not lost, and a reading that ended tells nothing', () => {
  const href = 'https://lake.example/data/strikes.json';
  const reading = startReading(href);
  expect(Worker.last?.asked).toEqual([{ ask: 'read', href }]);
  Worker.last?.tell({ tell: 'fetching', bytes: 5, of: 9 });
  Worker.last?.tell({ tell: 'reading' });
  const reader = new ManyReader();
  reader.read(href, reading);
  expect(reader.progress).toEqual({ step: 'reading', bytes: 5, of: 9 });
  Worker.last?.tell({ tell: 'indexing' });
  expect(reader.progress.step).toBe('indexing');
  reader.stop();
  Worker.last?.tell({ tell: 'fault', fault: { kind: 'offline' } });
  expect(reader.fault).toBeNull();
});

test('a reading in a sandbox of its own origin starts no worker, and says why', () => {
  Worker.last = undefined;
  vi.stubGlobal('window', { origin: 'null' });
  const reader = new ManyReader();
  reader.read('https://lake.example/data/strikes.json');
  expect(reader.fault).toEqual({ kind: 'restricted' });
  expect(Worker.last).toBeUndefined();
});
