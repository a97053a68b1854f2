import type { RawRetired } from '#model/schema.ts';
import { compareText, Fault } from '#site/faults.ts';
import type { Material } from '#site/material.ts';
import { faultIn } from '#site/shape.ts';
import type { TextFile } from '#site/yaml.ts';

const KINDS = ['claim', 'dispute', 'event', 'relation', 'source', 'tour'];
const NEW = 'expected this id in ids.lock, got none (npm run lock adds it)';

/**
 * Holds a story to its promise that an id never changes: every id that was ever published is there or has a tombstone or an alias.
 * @param complete whether ids that are not yet locked are faults too: they are to `npm run check`, not to a page being worked on
 */
export function checkLock(lock: TextFile, material: Material, complete: boolean): Fault[] {
  const ids = material.known.lines;
  const retired = new Set(material.retired.map(({ raw }) => retiredLine(raw)));
  const locked = linesOf(lock.text);
  const faults = locked.flatMap((line, i) => {
    const at = (message: string): Fault[] => [new Fault(lock.file, i + 1, 1, message)];
    const [kind = '', id = '', ...more] = line.split(' ');
    if (!KINDS.includes(kind) || id === '' || more.length > 0) return at(`expected a kind and an id, got "${line}"`);
    if (i > 0 && compareText(locked[i - 1] ?? '', line) >= 0)
      return at(`expected sorted lines, each once, got "${line}"`);
    if (ids.has(line) || retired.has(line)) return [];
    return at(
      `expected the ${kind} "${id}" in the story or in retired.yaml, got neither: a published id never disappears`,
    );
  });
  if (!complete) return faults;
  const known = new Set(locked);
  return [...faults, ...[...ids].flatMap(([line, found]) => (known.has(line) ? [] : [faultIn(found, [], NEW)]))];
}

/** The text of `ids.lock` with new ids added; none ever leaves it. */
export function lockedText(old: string, ids: Iterable<string>): string {
  const lines = [...new Set([...linesOf(old), ...ids])].sort(compareText);
  return lines.map((line) => `${line}\n`).join('');
}

export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line, i, all) => line !== '' || i < all.length - 1);
}

function retiredLine({ kind, id }: RawRetired[number]): string {
  return `${kind} ${id}`;
}
