/** What Playwright needs to launch a browser of ours. */
export type Launch = { executablePath: string; args: string[]; env?: Record<string, string> };
export function findChromium(): Promise<Launch | null>;
export function ensureChromium(): Promise<Launch | null>;
