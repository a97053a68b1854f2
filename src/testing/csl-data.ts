import * as z from 'zod';

/**
 * What CSL 1.0.2 takes as the record of a thing that is cited: its types, its variables and nothing beside them, after the project's own
 * schema `csl-data.json` (MIT).
 * @see https://github.com/citation-style-language/schema
 */

const TYPES = [
  ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter'],
  ...['classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event'],
  ...['figure', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture'],
  ...['musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication'],
  ...['post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech'],
  ...['standard', 'thesis', 'treaty', 'webpage'],
];
const NAMES =
  'author chair collection-editor compiler composer container-author contributor curator director editor editorial-director ' +
  'executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient ' +
  'reviewed-author script-writer series-creator translator';
const DATES = 'accessed available-date event-date issued original-date submitted';
const NUMBERS =
  'chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages ' +
  'number-of-volumes page page-first part printing supplement volume';
const TEXTS =
  'abstract annote archive archive_collection archive_location archive-place authority call-number citation-key citation-label ' +
  'collection-title container-title container-title-short dimensions division DOI event event-place event-title genre ISBN ISSN ' +
  'journalAbbreviation jurisdiction keyword language medium note original-publisher original-publisher-place original-title ' +
  'part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section shortTitle source ' +
  'status title title-short URL version volume-title volume-title-short year-suffix';

const textOrNumber = z.union([z.string(), z.number()]);
const flag = z.union([textOrNumber, z.boolean()]);
const name = z
  .strictObject({
    family: z.string(),
    given: z.string(),
    'dropping-particle': z.string(),
    'non-dropping-particle': z.string(),
    suffix: z.string(),
    'comma-suffix': flag,
    'static-ordering': flag,
    literal: z.string(),
    'parse-names': flag,
  })
  .partial();
const edtf = z.string().regex(/[0-9%~X?./-]/);
const date = z.union([
  edtf,
  z
    .strictObject({
      'date-parts': z.array(z.array(textOrNumber).min(1).max(3)).min(1).max(2),
      season: textOrNumber,
      circa: flag,
      literal: z.string(),
      raw: z.string(),
      edtf,
    })
    .partial(),
]);

function each<Kind extends z.ZodType>(names: string, kind: Kind): Record<string, z.ZodOptional<Kind>> {
  return Object.fromEntries(names.split(' ').map((key) => [key, kind.optional()]));
}

export const cslData = z.array(
  z.strictObject({
    type: z.enum(TYPES),
    id: textOrNumber,
    categories: z.array(z.string()).optional(),
    custom: z.record(z.string(), z.unknown()).optional(),
    ...each(NAMES, z.array(name)),
    ...each(DATES, date),
    ...each(NUMBERS, textOrNumber),
    ...each(TEXTS, z.string()),
  }),
);
