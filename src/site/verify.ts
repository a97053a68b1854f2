import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '#base/result.ts';
import { foundCitations } from '#site/citations.ts';
import { sortedFaults, type Fault } from '#site/faults.ts';
import type { Material } from '#site/material.ts';
import { heldTextOf, verifyQuotation, verifyText, type HeldText } from '#site/quotations.ts';
import { faultIn } from '#site/shape.ts';

export type Verified = { readonly checked: number; readonly excerpts: number };

/**
 * Checks every quotation whose source has a held text against that text: its hash, the words at their place, what stands around them.
 * @param textOf gives the raw text of a file by name, undefined when there is none
 * @returns how many were checked and how many were read in an excerpt only, or all faults
 */
export async function verifyQuotations(
  material: Material,
  textOf: (file: string) => Promise<string | undefined>,
): Promise<Result<Verified, Fault[]>> {
  const held = new Map<string, HeldText>();
  const faults: Fault[] = [];
  for (const source of material.sources) {
    const { id, text } = source.raw;
    if (!text) continue;
    const raw = await textOf(text.file);
    if (raw === undefined) {
      faults.push(
        faultIn(source, ['text', 'file'], `expected the text "${text.file}" in the folder of texts, got none`),
      );
      continue;
    }
    const heldText = heldTextOf(raw, text.file, text.norm);
    const verified = verifyText(heldText, text);
    if (!verified.ok) faults.push(faultIn(source, ['text', 'sha256'], verified.error));
    held.set(id, heldText);
  }
  const citations = foundCitations(material);
  const positioned = citations.filter(({ raw }) => raw.position);
  for (const citation of positioned) {
    const { source, quote, position } = citation.raw;
    const text = held.get(source);
    const verified = text && position && verifyQuotation(text, quote, position);
    if (verified && !verified.ok) faults.push(faultIn(citation, ['quote'], verified.error));
  }
  if (faults.length > 0) return fail(sortedFaults(faults));
  return ok({ checked: positioned.length, excerpts: citations.length - positioned.length });
}

/** Finds texts by file name in a folder. */
export function textsIn(dir: string): (file: string) => Promise<string | undefined> {
  return async (file) => {
    try {
      return await readFile(join(dir, file), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  };
}
