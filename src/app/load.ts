import { fail, type Result } from '#base/result.ts';
import { parseStory } from '#model/parse.ts';
import type { StoryData } from '#model/types.ts';

/** Why a story could not be had; each has a message `load.<kind>`. */
export const LOAD_PROBLEMS = ['offline', 'missing', 'server', 'slow', 'broken', 'changed'] as const;
export type LoadProblem = (typeof LOAD_PROBLEMS)[number];

/** The data file that belongs to this page: the hash keeps a page and the data of another build apart. */
export type DataFile = { readonly href: string; readonly integrity: string };

/**
 * Fetches and reads the story of a page.
 * @param fetch passed in, so that a test needs no network
 * @param retry true when the reader asked again: the browser's cache may hold the bad answer, so it is passed by
 * @param timeoutMs after which the wait ends with `slow`
 */
export async function loadStory(
  file: DataFile,
  fetch: typeof globalThis.fetch,
  { retry = false, timeoutMs = 10_000 } = {},
): Promise<Result<StoryData, LoadProblem>> {
  const signal = AbortSignal.timeout(timeoutMs);
  const options: RequestInit = { signal, cache: retry ? 'reload' : 'default' };
  try {
    const response = await fetch(file.href, { ...options, integrity: file.integrity });
    if (!response.ok) return fail(response.status >= 500 ? 'server' : 'missing');
    return readStory(await response.text());
  } catch {
    if (signal.aborted) return fail('slow');
    return fail((await answers(file.href, fetch, options)) ? 'changed' : 'offline');
  }
}

/**
 * Whether the address answers at all. A browser reports a wrong hash exactly as it reports a dead network, and a reader needs to know
 * which of the two it is; this asks once more, without the hash, and only after a failure.
 */
async function answers(href: string, fetch: typeof globalThis.fetch, options: RequestInit): Promise<boolean> {
  try {
    return (await fetch(href, { ...options, method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}

function readStory(text: string): Result<StoryData, LoadProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('broken');
  }
  const story = parseStory(json);
  return story.ok ? story : fail('broken');
}
