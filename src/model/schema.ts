import * as z from 'zod';
import { CLAIM_KINDS, NAMINGS, PHASES, SEEN, SOURCE_KINDS, STANCES, STANDINGS } from '#model/types.ts';
import { PARTS } from '#time/when.ts';

/**
 * The files of `data/`, as a person writes them. Build and commands only: the viewer never loads zod.
 * Every object is strict: a mistyped key is a fault. What can only be judged over several files (unknown ids, chains, quotations, dates)
 * is judged in `site/compile.ts`.
 */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens');
const claimId = z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'expected <event id>.<slug>');
const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, 'expected one line');
const edtf = z
  .string()
  .min(1)
  .describe('EDTF, ISO 8601-2: 2024-10-08, 2024-10, 2024-09-20/2024-09-28, [2024-10-03,2024-10-04]');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day, YYYY-MM-DD');
const httpUrl = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });

const hopSchema = z
  .strictObject({
    role: z.enum(['relayed', 'origin']),
    agent: line.describe('Who passed it on or said it: "Reuters", "a senior US official"'),
    naming: z.enum(NAMINGS).default('named'),
    seen: z.boolean().default(false).describe('True only if we read this hop itself'),
  })
  .describe('A station behind the source, from the nearest back to the origin');

export const citationSchema = z.strictObject({
  source: slug,
  quote: line.describe('Exact words of the source, at most 25'),
  stance: z.enum(STANCES).default('supports'),
  chain: z
    .array(hopSchema)
    .default([])
    .describe(
      'The hops behind the source, nearest first, the last an origin; empty when the source itself is the origin',
    ),
  position: z
    .strictObject({
      start: z.int().min(0),
      end: z.int().min(1),
      prefix: z.string(),
      suffix: z.string(),
    })
    .optional()
    .describe('Where the words stand in the normalised full text; required when that text is held'),
  language: z.string().optional(),
  translation: z.strictObject({ text: line, by: line, machine: z.boolean() }).optional(),
  note: line.optional().describe('What the quotation is cited for'),
});

export const claimSchema = z.strictObject({
  id: claimId,
  kind: z.enum(CLAIM_KINDS),
  standing: z.enum(STANDINGS),
  text: line.describe('One sentence in our own words'),
  citations: z.array(citationSchema).min(1, 'a claim needs at least one citation'),
  note: line.optional(),
});

const disputeSchema = z.strictObject({
  id: slug,
  question: line.regex(/\?$/, 'expected a question'),
  positions: z.array(claimId).min(2, 'a dispute needs at least two positions'),
  state: z.enum(['open', 'resolved']).default('open'),
  resolution: z.strictObject({ claim: claimId, why: line }).optional(),
  note: line.optional(),
});

export const eventSchema = z.strictObject({
  id: slug,
  title: line.max(60, 'expected at most 60 characters'),
  label: line.max(36, 'expected at most 36 characters').optional().describe('Short title for the timeline'),
  band: slug,
  phase: z.enum(PHASES),
  importance: z.int().min(1).max(5),
  when: z.strictObject({
    edtf,
    zone: z.string().describe('IANA time zone of the dates: Asia/Beirut'),
    part: z.enum(PARTS).optional(),
    basis: z.array(claimId).min(1, 'a date needs at least one claim it rests on'),
    note: line.optional(),
  }),
  actors: z.array(line).default([]),
  places: z.array(line).default([]),
  claims: z.array(claimSchema).min(1, 'an event needs at least one claim'),
  disputes: z.array(disputeSchema).default([]),
  unverified: z.array(line).default([]),
  revisions: z
    .array(
      z.strictObject({
        n: z.int().min(1),
        date: day,
        note: line,
        typo: z.literal(true).optional().describe('Mends a slip of the pen: three characters at most, and no number'),
      }),
    )
    .min(1),
});

/** CSL-JSON 1.0 item, the fields we use; the official schema is checked apart. */
const cslSchema = z.strictObject({
  id: slug,
  type: z.enum([
    'article-newspaper',
    'article-magazine',
    'article',
    'webpage',
    'document',
    'report',
    'speech',
    'broadcast',
    'entry-encyclopedia',
    'post-weblog',
    'legislation',
    'graphic',
    'book',
  ]),
  title: line.optional(),
  'container-title': line.optional(),
  publisher: line.optional(),
  author: z
    .array(z.strictObject({ family: line.optional(), given: line.optional(), literal: line.optional() }))
    .optional(),
  issued: edtf.optional(),
  accessed: edtf.optional(),
  URL: httpUrl.optional(),
  language: z.string().optional(),
  note: line.optional(),
});

export const sourceSchema = z.strictObject({
  id: slug,
  publisher: line,
  kind: z.enum(SOURCE_KINDS),
  seen: z.enum(SEEN),
  relayOf: line.optional(),
  dateBasis: line.optional(),
  titleBasis: line.optional(),
  link: z
    .enum(['checked', 'withheld', 'none'])
    .describe(
      'withheld: a copy, mirror or little-known relay; name the publisher, show no link until a person has checked it',
    ),
  withheldUrl: httpUrl.optional().describe('Never leaves the repository'),
  archives: z.array(z.strictObject({ url: httpUrl, captured: day, by: line })).default([]),
  archiveNote: line.optional(),
  access: z.enum(['open', 'paywall', 'removed', 'offline', 'unknown']).default('unknown'),
  rights: line.default('quotation only'),
  text: z
    .strictObject({
      file: line.describe('Name of the file in the folder given to verify'),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      codePoints: z.int().min(1),
      norm: z.literal('norm-1'),
      checked: day.describe('The day on which `npm run verify` last found all quotations in it'),
    })
    .optional(),
  note: line.optional(),
  csl: cslSchema,
});
export const sourcesSchema = z.array(sourceSchema);

export const relationSchema = z.strictObject({
  id: slug,
  type: slug,
  from: z.array(slug).min(1),
  to: z.array(slug).min(1),
  verb: line.max(40, 'expected at most 40 characters'),
  asserter: line,
  statement: line,
  citations: z.array(citationSchema).min(1, 'a relation needs a source that asserts it'),
  caution: line.optional(),
});
export const relationsSchema = z.array(relationSchema);

export const correctionSchema = z.strictObject({
  id: slug,
  date: day,
  kind: z.enum(['correction', 'clarification', 'update', 'withdrawal']),
  targets: z.array(z.string()).min(1),
  was: line,
  now: line,
  why: line,
  revisions: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }),
});
export const correctionsSchema = z.array(correctionSchema);

const sentenceSchema = z.strictObject({
  text: line.describe('One sentence in our own words that says no more than its claims'),
  claims: z
    .array(claimId)
    .min(1, 'expected at least one claim that the sentence rests on')
    .describe('The claims that the sentence rests on, of any event'),
});

export const tourSchema = z.strictObject({
  id: slug,
  title: line.max(80, 'expected at most 80 characters'),
  summary: line.max(240, 'expected at most 240 characters').describe('One line: what the tour goes through'),
  updated: day.describe('The day of its last change'),
  steps: z
    .array(
      z.strictObject({
        title: line.max(80, 'expected at most 80 characters'),
        window: edtf.describe('The window on screen, in the zone of the story: 2024-09-16/2024-09-20'),
        event: slug.optional().describe('The event that is marked; its beginning is in the window'),
        known: day.optional().describe('Only what was known by the end of this day is shown'),
        sentences: z.array(sentenceSchema).min(1, 'expected at least one sentence'),
        question: line.regex(/\?$/, 'expected a question').optional().describe('What readers may talk about'),
      }),
    )
    .min(1, 'expected at least one step'),
});

/** The last published state: what `npm run lock` writes into `published/`, and nobody by hand. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const publishedStateSchema = z.strictObject({
  revisions: z.record(z.string(), hash).describe('SHA-256 of each published revision, by `<event>.<n>`'),
  corrections: z.record(z.string(), hash).describe('SHA-256 of each entry of the log, by its id'),
  editions: z.record(z.string(), hash).default({}).describe('SHA-256 of each edition, by its number'),
  tours: z
    .record(z.string(), hash)
    .default({})
    .describe('SHA-256 of each published revision of a tour, by `<tour>.<n>`'),
});
/** `published/<event>.<n>.yaml`: an event as it was, and which version of each of its sources. */
export const frozenEventSchema = z.strictObject({ event: eventSchema, sources: z.record(slug, z.string()) });
/** `published/sources.yaml`: versions of sources, by `<id> <hash>`. */
export const frozenSourcesSchema = z.record(z.string(), sourceSchema);
/** `published/editions.yaml`: the whole story as it was each time it was published, as versions of its parts. */
export const editionsSchema = z.array(
  z.strictObject({
    n: z.int().min(1),
    story: z.string().describe('The version of story.yaml, in published/stories.yaml'),
    events: z.record(slug, z.int().min(1)).describe('The revision of each event'),
    sources: z.record(slug, z.string()),
    relations: z.array(z.string()).describe('`<id> <hash>` of each, in order'),
    corrections: z.array(z.string()),
  }),
);
/** `published/tours.yaml`: each tour as it was each time it was published, and the edition of the story that it leads through. */
export const frozenToursSchema = z.array(
  z.strictObject({ n: z.int().min(1), edition: z.int().min(1), tour: tourSchema }),
);
/** `published/relations.yaml`: versions of relations, by `<id> <hash>`. */
export const frozenRelationsSchema = z.record(z.string(), relationSchema);

/** Ids that were published once and are no longer: each keeps answering. */
export const retiredSchema = z.array(
  z.strictObject({
    kind: z.enum(['event', 'claim', 'source', 'dispute', 'relation', 'tour']),
    id: z.string(),
    date: day,
    why: line,
    to: z.string().optional().describe('The id that took its place: an alias; absent for a tombstone'),
  }),
);

export const storySchema = z.strictObject({
  id: slug,
  title: line,
  subtitle: line,
  summary: z.string().trim().min(1),
  language: z.string().min(2),
  publisher: z.strictObject({ name: line, url: httpUrl.optional() }),
  licence: z.strictObject({ name: line, url: httpUrl }),
  zone: z.string(),
  opens: edtf,
  article: slug,
  bands: z.array(z.strictObject({ id: slug, title: line })).min(1),
  unverified: z.array(line).default([]),
  contact: z
    .url({ protocol: /^(https|mailto)$/, error: 'expected an https address, or mailto: and an address' })
    .optional()
    .describe('Where readers report errors'),
});

/** `published/stories.yaml`: versions of story.yaml, by their hash. */
export const frozenStoriesSchema = z.record(z.string(), storySchema);

export type RawStory = z.infer<typeof storySchema>;
export type RawEvent = z.infer<typeof eventSchema>;
export type RawClaim = z.infer<typeof claimSchema>;
export type RawCitation = z.infer<typeof citationSchema>;
export type RawSource = z.infer<typeof sourceSchema>;
export type RawRelation = z.infer<typeof relationSchema>;
export type RawCorrection = z.infer<typeof correctionSchema>;
export type RawTour = z.infer<typeof tourSchema>;
export type RawPublishedState = z.infer<typeof publishedStateSchema>;
export type RawFrozenEvent = z.infer<typeof frozenEventSchema>;
export type RawEdition = z.infer<typeof editionsSchema>[number];
export type RawFrozenTour = z.infer<typeof frozenToursSchema>[number];
export type RawRetired = z.infer<typeof retiredSchema>;
