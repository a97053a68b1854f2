import { expect, test } from 'vitest';
import { loadStory } from '#app/load.ts';

const FILE = { href: 'https://example.org/data/story.json', integrity: 'sha256-abc' };

/** A network that answers with `give` what a browser would, given whether the answer's hash was asked to match. */
function network(give: (checked: boolean) => Response | Error): typeof globalThis.fetch {
  return (_, options) => {
    const answer = give(options?.integrity !== undefined);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
}

const refused = new TypeError('Failed to fetch');

test('loadStory(file) says offline when nothing answers', async () => {
  expect(
    await loadStory(
      FILE,
      network(() => refused),
    ),
  ).toEqual({ ok: false, error: 'offline' });
});

test('loadStory(file) tells a wrong hash from a dead network', async () => {
  const fetch = network((checked) => (checked ? refused : new Response(null)));
  expect(await loadStory(FILE, fetch)).toEqual({ ok: false, error: 'changed' });
});

test.each([
  [404, 'missing'],
  [403, 'missing'],
  [500, 'server'],
  [503, 'server'],
])(
  'loadStory(file) takes status %i for %s, whether or not the browser checks the hash of an error',
  async (status, error) => {
    const late = network((checked) => (checked ? refused : new Response(null, { status })));
    expect(await loadStory(FILE, late)).toEqual({ ok: false, error });
    const early = network(() => new Response('no', { status }));
    expect(await loadStory(FILE, early)).toEqual({ ok: false, error });
  },
);

test.each(['', '{"format":', 'null', '[]', '{}', '{"format":"something/9"}'])(
  'loadStory(file) calls %j broken',
  async (text) => {
    expect(
      await loadStory(
        FILE,
        network(() => new Response(text)),
      ),
    ).toEqual({ ok: false, error: 'broken' });
  },
);

test('loadStory(file, { timeoutMs }) gives up on a silent server', async () => {
  const silent: typeof globalThis.fetch = (_, options) =>
    new Promise((_answer, reject) => {
      const { signal } = options ?? {};
      if (signal?.aborted) reject(signal.reason as Error);
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  expect(await loadStory(FILE, silent, { timeoutMs: 5 })).toEqual({ ok: false, error: 'slow' });
});

test('loadStory(file, { retry }) passes the browser’s cache by', async () => {
  const caches: (string | undefined)[] = [];
  const fetch: typeof globalThis.fetch = (_, options) => {
    caches.push(options?.cache);
    return Promise.resolve(new Response('{}'));
  };
  await loadStory(FILE, fetch);
  await loadStory(FILE, fetch, { retry: true });
  expect(caches).toEqual(['default', 'reload']);
});
