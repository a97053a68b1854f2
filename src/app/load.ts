import { must } from '#base/assert.ts';
import { fail, type Result } from '#base/result.ts';
import { parseStory } from '#model/parse.ts';
import type { StoryData } from '#model/types.ts';

/** Why a story could not be had; each has a message `load.<kind>`. */
export const LOAD_PROBLEMS = ['offline', 'missing', 'server', 'slow', 'broken', 'changed'] as const;
export type LoadProblem = (typeof LOAD_PROBLEMS)[number];

/** The data file that belongs to this page: the hash keeps a page and the data of another build apart. */
export type DataFile = { readonly href: string; readonly integrity: string };

/** The data file that the build wrote into a page. */
export function dataFileOf(page: Document): DataFile {
  const link = must(page.querySelector<HTMLLinkElement>('link[data-integrity]'), 'the page names no data file');
  return { href: link.href, integrity: link.dataset['integrity'] ?? '' };
}

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
    return response.ok ? readStory(await response.text()) : fail(problemOf(response));
  } catch {
    const problem = await findProblem(file.href, fetch, options);
    return fail(signal.aborted ? 'slow' : problem);
  }
}

/**
 * Finds out what went wrong. A browser reports a wrong hash exactly as it reports a dead network, and checks the hash of an error's text
 * too; readers need to know which of these it is. So this asks once more, without the hash, and only after a failure.
 */
async function findProblem(href: string, fetch: typeof globalThis.fetch, options: RequestInit): Promise<LoadProblem> {
  try {
    return problemOf(await fetch(href, { ...options, method: 'HEAD' }));
  } catch {
    return 'offline';
  }
}

function problemOf({ ok, status }: Response): LoadProblem {
  if (ok) return 'changed';
  return status >= 500 ? 'server' : 'missing';
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
