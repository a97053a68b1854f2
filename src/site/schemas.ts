import * as z from 'zod';
import {
  correctionsSchema,
  eventSchema,
  relationsSchema,
  retiredSchema,
  sourcesSchema,
  storySchema,
  tourSchema,
} from '#model/schema.ts';

const SCHEMAS = {
  story: [storySchema, 'The story: title, bands, window, article (story.yaml)'],
  event: [eventSchema, 'An event with its claims, disputes and revisions (events/<id>.yaml)'],
  sources: [sourcesSchema, 'Sources (sources/*.yaml)'],
  relations: [relationsSchema, 'Ties between events that sources assert (relations.yaml)'],
  corrections: [correctionsSchema, 'The running log of corrections (corrections.yaml)'],
  tour: [tourSchema, 'A tour: steps in order, each a window and sentences on claims (tours/<id>.yaml)'],
  retired: [retiredSchema, 'Ids that were published once and are no longer (retired.yaml)'],
} as const;

/** JSON Schemas for editors, by file name: `event.schema.json`. The text is that of the committed files in `public/schema`. */
export function schemaTexts(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, [schema, title]]) => {
      // What a person writes, so keys with a default may be left out.
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
      return [`${name}.schema.json`, `${JSON.stringify({ title: `Sourceline: ${title}`, ...json }, null, 2)}\n`];
    }),
  );
}
