import type { Asked, Told } from '#state/columns-messages.ts';
// The address of the worker's script in the build; not the worker.
import script from '#state/columns-worker.ts?worker&url';

/** A file of many events on its way. */
export type Reading = {
  readonly ask: (asked: Asked) => void;
  /** All that is told from now on, after all that was told before. */
  readonly listen: (hear: (told: Told) => void) => void;
  /** Ends all work; nothing is told any more. */
  readonly end: () => void;
};

type Policy = { readonly createScriptURL: (url: string) => string };
type PolicyFactory = { readonly createPolicy: (name: string, rules: Policy) => Policy };

/** Has a worker read a file, at once: the page that shows it may come later, for it is larger. */
export function startReading(href: string): Reading {
  const early: Told[] = [];
  let hear = (told: Told): void => void early.push(told);
  const worker = window.origin === 'null' ? undefined : startWorker();
  const fail = (kind: 'restricted' | 'memory'): void => hear({ tell: 'fault', fault: { kind } });
  worker?.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
  worker?.addEventListener('error', () => fail('memory'));
  if (!worker) fail('restricted');
  worker?.postMessage({ ask: 'read', href } satisfies Asked);
  return {
    ask: (asked) => worker?.postMessage(asked),
    listen: (listener) => {
      hear = listener;
      for (const told of early.splice(0)) hear(told);
    },
    end: () => {
      hear = () => undefined;
      worker?.terminate();
    },
  };
}

/** Starts the worker. The policy on security lets scripts be named by address only through a policy of this name, and it names this one. */
function startWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const rules: Policy = {
    createScriptURL: (url) => {
      if (url !== script) throw new Error(`not a worker of ours: ${url}`);
      return url;
    },
  };
  policy ??= trustedTypes?.createPolicy('sourceline-worker', rules) ?? rules;
  return new Worker(policy.createScriptURL(script), { type: 'module' });
}
let policy: Policy | undefined;
