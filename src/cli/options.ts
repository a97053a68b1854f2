import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '#base/result.ts';

/** What can be said to any of the commands; each takes what it needs. */
export type Options = { readonly story: string; readonly texts: string | undefined; readonly stats: boolean };

/** Reads the arguments of a command. An option that nobody knows is a fault, not passed by. */
export function optionsOf(args: readonly string[]): Result<Options> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        story: { type: 'string', default: 'data' },
        texts: { type: 'string' },
        stats: { type: 'boolean', default: false },
      },
    });
    return ok({ story: values.story, texts: values.texts, stats: values.stats });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
