import type { RawCitation, RawSource } from '#model/schema.ts';
import { unknownWord, type Fault } from '#site/faults.ts';
import type { KnownIds } from '#site/material.ts';
import { faultIn, type Found } from '#site/shape.ts';
import { countWords } from '#site/words.ts';
import type { Path } from '#site/yaml.ts';

/** Copyright: a quotation is no longer than this. */
const MOST_WORDS = 25;

export type Context = {
  readonly known: KnownIds;
  readonly sources: ReadonlyMap<string, RawSource>;
  /** BCP 47, of the story. */
  readonly language: string;
};

/** Checks the citations of a claim or a relation against the sources. */
export function checkCitations(
  owner: Found<{ readonly citations: readonly RawCitation[] }>,
  context: Context,
): Fault[] {
  return owner.raw.citations.flatMap((citation, i) => {
    const found: Found<RawCitation> = { raw: citation, file: owner.file, path: [...owner.path, 'citations', i] };
    return [
      ...checkChain(found),
      ...checkQuote(found),
      ...checkSource(found, context),
      ...checkLanguage(found, context),
    ];
  });
}

function checkChain(found: Found<RawCitation>): Fault[] {
  const { chain } = found.raw;
  const faults = chain.flatMap((hop, i) =>
    hop.role === 'origin' && i < chain.length - 1
      ? [faultIn(found, ['chain', i, 'role'], 'expected "relayed", for more hops follow, got "origin"')]
      : [],
  );
  if (chain.at(-1)?.role === 'relayed')
    faults.push(
      faultIn(found, ['chain', chain.length - 1, 'role'], 'expected the last hop to be the origin, got "relayed"'),
    );
  return faults;
}

function checkQuote(found: Found<RawCitation>): Fault[] {
  const words = countWords(found.raw.quote);
  if (words > MOST_WORDS) return [faultIn(found, ['quote'], `expected at most ${MOST_WORDS} words, got ${words}`)];
  return words === 0 ? [faultIn(found, ['quote'], 'expected at least one word, got none')] : [];
}

function checkSource(found: Found<RawCitation>, { known, sources }: Context): Fault[] {
  const { source: id, position, quote } = found.raw;
  const source = sources.get(id);
  if (!source) {
    const isKnown = known.sources.has(id) || known.unread.has('sources');
    return isKnown ? [] : [faultIn(found, ['source'], unknownWord('the id of a source', id, known.sources))];
  }
  if (source.seen === 'not seen')
    return [
      faultIn(found, ['source'], `expected a source that was seen, got "${id}", which was not: quote what was read`),
    ];
  if (!source.text)
    return position
      ? [faultIn(found, ['position'], `expected no position, for the text of "${id}" is not held, got one`, 'key')]
      : [];
  if (!position) return [faultIn(found, ['source'], `expected a position, for the text of "${id}" is held, got none`)];
  return checkPosition(found, position, [...quote].length, source.text.codePoints);
}

type Position = NonNullable<RawCitation['position']>;

function checkPosition(found: Found<RawCitation>, { start, end }: Position, length: number, limit: number): Fault[] {
  const at: Path = ['position', 'end'];
  if (end > limit)
    return [faultIn(found, at, `expected an end within the ${limit} code points of the text, got ${end}`)];
  if (end - start === length) return [];
  return [faultIn(found, at, `expected ${start + length}, ${length} code points after the start, got ${end}`)];
}

function checkLanguage(found: Found<RawCitation>, { sources, language }: Context): Fault[] {
  const { source, translation } = found.raw;
  if (!sources.has(source) && found.raw.language === undefined) return []; // a source that could not be read may speak any language
  const own = languageOfQuote(found.raw, sources.get(source), language);
  if (!isLanguage(own)) return [faultIn(found, ['language'], `expected a language tag such as "he", got "${own}"`)];
  const isForeign = primary(own) !== primary(language);
  if (isForeign && !translation)
    return [faultIn(found, ['quote'], `expected a translation, for the quotation is in "${own}", got none`)];
  if (!isForeign && translation)
    return [
      faultIn(found, ['translation'], `expected no translation, for the quotation is in "${own}", got one`, 'key'),
    ];
  return [];
}

/** The citation's own word goes before its source's; a source that says nothing speaks the language of the story. */
export function languageOfQuote(citation: RawCitation, source: RawSource | undefined, language: string): string {
  return citation.language ?? source?.csl.language ?? language;
}

/** `en-GB` → `en` */
export function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? language;
}

/** Whether a text is a well-formed BCP 47 tag. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // Intl has no other way to ask
  }
}
