import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '#base/result.ts';

/** What can be said to any of the commands; each takes what it needs. */
export type Options = {
  readonly story: string;
  readonly texts: string | undefined;
  readonly stats: boolean;
  /** The folder of a built site. */
  readonly out: string;
};

/** Reads the arguments of a command. An option that nobody knows is a fault, not passed by. */
export function optionsOf(args: readonly string[]): Result<Options> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        story: { type: 'string', default: 'data' },
        texts: { type: 'string' },
        stats: { type: 'boolean', default: false },
        out: { type: 'string', default: 'dist' },
      },
    });
    return ok({ story: values.story, texts: values.texts, stats: values.stats, out: values.out });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
