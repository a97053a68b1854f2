/** A browser, driven the same way whatever drives it. */
export type Engine = {
  readonly name: string;
  /** What must be installed first, for a person to read. */
  readonly missing: string | undefined;
  readonly start: (settings: Settings) => Promise<Visit>;
};

/** How a reader has set their browser. */
export type Settings = {
  readonly scripts: boolean;
  /** Whether a frame of another site may keep cookies. */
  readonly thirdPartyCookies: boolean;
};

/** The page itself, or its nth frame. */
export type Where = 'host' | number;

/** One window, from its opening to its end; the browser ends with it. */
export type Visit = {
  readonly version: string;
  readonly open: (url: string) => Promise<void>;
  /** Asks a page a question: a function of its own that uses nothing around it, with plain data for an argument. */
  readonly ask: <Answer, Told = undefined>(
    where: Where,
    question: (told: Told) => Answer | Promise<Answer>,
    told?: Told,
  ) => Promise<Answer>;
  /** A press of the pointer, px from the corner of the window's page. */
  readonly press: (x: number, y: number) => Promise<void>;
  readonly picture: (file: string) => Promise<void>;
  /** Errors that the browser itself told of, and addresses it asked beside those of the test; empty where it does not tell. */
  readonly heard: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** ms after which what is waited for will not come. */
const PATIENCE = 30_000;

/** Waits until a question is answered with yes; a page that is not there yet has not answered. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  let why = '';
  while (Date.now() < end) {
    try {
      if (await isSo()) return;
    } catch (error) {
      why = error instanceof Error ? `: ${error.message}` : '';
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain: ${what}${why}`);
}
