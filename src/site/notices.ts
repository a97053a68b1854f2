import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code or fonts reach the reader's browser. */
export type Notice = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The text that must travel with it. */
  readonly text: string;
};

/**
 * The folders of the packages that files come from, each once, sorted.
 * @param files as a bundler names them; what lies outside node_modules is ours, and left out
 */
export function packageFolders(files: readonly string[]): readonly string[] {
  const folders = files.flatMap((file) => /^(?:\0)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** @throws when a package carries no licence: it may not be given on then */
export function noticeOf(folder: string): Notice {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.|$)/i.test(each));
  if (license === undefined || file === undefined) throw new Error(`no licence text in ${name} ${version}`);
  return { name, version, licence: license, text: readFileSync(join(folder, file), 'utf8').trim() };
}

/** The file that goes with the site: packages that share a text word for word share it here too. */
export function noticesFile(notices: readonly Notice[]): string {
  const namesBy = new Map<string, string[]>();
  for (const { name, version, licence, text } of notices) {
    namesBy.set(text, [...(namesBy.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const sections = [...namesBy].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  const head = 'This site contains work of others, under the licences below.\n';
  return [head, ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}
