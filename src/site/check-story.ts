import type { RawCorrection, RawRelation, RawRetired, RawStory } from '#model/schema.ts';
import { whenOf } from '#time/edtf.ts';
import { widest } from '#time/when.ts';
import { isZone } from '#time/zone.ts';
import { checkCitations, isLanguage, type Context } from '#site/check-citations.ts';
import { checkDay, checkEventId, checkSentence } from '#site/check-events.ts';
import { checkUrl } from '#site/check-sources.ts';
import { unknownWord, type Fault } from '#site/faults.ts';
import type { KnownIds, Material } from '#site/material.ts';
import { faultIn, type Found } from '#site/shape.ts';
import { countWords } from '#site/words.ts';

const MOST_SUMMARY_WORDS = 120;

/** Checks story.yaml. */
export function checkStory(story: Found<RawStory>, { known }: Context): Fault[] {
  const { raw } = story;
  const faults = [
    ...checkUrl(story, ['publisher', 'url'], raw.publisher.url),
    ...checkUrl(story, ['licence', 'url'], raw.licence.url),
    ...checkOpens(story),
    ...checkUnique(raw.bands.map((band, i) => ({ raw: band, file: story.file, path: ['bands', i] }))),
  ];
  const words = countWords(raw.summary);
  if (words > MOST_SUMMARY_WORDS)
    faults.push(faultIn(story, ['summary'], `expected at most ${MOST_SUMMARY_WORDS} words, got ${words}`));
  if (!isLanguage(raw.language))
    faults.push(faultIn(story, ['language'], `expected a language tag such as "en", got "${raw.language}"`));
  if (!known.sources.has(raw.article) && !known.unread.has('sources'))
    faults.push(faultIn(story, ['article'], unknownWord('the id of a source', raw.article, known.sources)));
  return faults;
}

function checkOpens(story: Found<RawStory>): Fault[] {
  const { zone, opens } = story.raw;
  if (!isZone(zone))
    return [faultIn(story, ['zone'], unknownWord('an IANA time zone', zone, Intl.supportedValuesOf('timeZone')))];
  const when = whenOf({ edtf: opens, zone });
  if (!when.ok) return [faultIn(story, ['opens'], when.error)];
  const { start, end } = widest(when.value);
  const isWindow = Number.isFinite(start) && Number.isFinite(end);
  return isWindow ? [] : [faultIn(story, ['opens'], `expected a window with two ends, got "${opens}"`)];
}

/** Checks a relation: whom it ties, and on whose word. */
export function checkRelation(relation: Found<RawRelation>, context: Context): Fault[] {
  const { from, to, statement } = relation.raw;
  return [
    ...from.flatMap((id, i) => checkEventId(relation, ['from', i], id, context)),
    ...to.flatMap((id, i) => checkEventId(relation, ['to', i], id, context)),
    ...to.flatMap((id, i) =>
      from.includes(id) ? [faultIn(relation, ['to', i], `expected another event than in "from", got "${id}"`)] : [],
    ),
    ...checkSentence(relation, statement, 'statement'),
    ...checkCitations(relation, context),
  ];
}

/** Checks a correction: what it is about, and between which revisions. */
export function checkCorrection(correction: Found<RawCorrection>, { events, retired, known }: Material): Fault[] {
  const { targets, revisions, date } = correction.raw;
  const ids = new Set([...known.events, ...known.claims, ...known.sources, ...known.relations]);
  const gone = new Set(retired.map(({ raw }) => raw.id));
  const faults = checkDay(correction, ['date'], date);
  if (revisions.to <= revisions.from)
    faults.push(faultIn(correction, ['revisions', 'to'], `expected more than ${revisions.from}, got ${revisions.to}`));
  targets.forEach((id, i) => {
    if (!ids.has(id) && !gone.has(id) && known.unread.size === 0)
      faults.push(
        faultIn(correction, ['targets', i], unknownWord('the id of an event, claim, source or relation', id, ids)),
      );
    const event = events.find(({ raw }) => raw.id === id.split('.')[0])?.raw;
    if (event && revisions.to > event.revisions.length)
      faults.push(
        faultIn(
          correction,
          ['revisions', 'to'],
          `expected a revision that "${event.id}" has, got ${revisions.to} of ${event.revisions.length}`,
        ),
      );
  });
  return faults;
}

/** Checks a tombstone or an alias: what it stands for is gone, and what it leads to is there. */
export function checkRetired(retired: Found<RawRetired[number]>, { lines, unread }: KnownIds): Fault[] {
  const { kind, id, to, date } = retired.raw;
  const faults = checkDay(retired, ['date'], date);
  if (lines.has(`${kind} ${id}`))
    faults.push(
      faultIn(retired, ['id'], `expected the id of a ${kind} that is gone, got "${id}", which is in the story`),
    );
  const known = [...lines.keys()]
    .filter((line) => line.startsWith(`${kind} `))
    .map((line) => line.slice(kind.length + 1));
  if (to !== undefined && !lines.has(`${kind} ${to}`) && unread.size === 0)
    faults.push(faultIn(retired, ['to'], unknownWord(`the id of a ${kind} of the story`, to, known)));
  return faults;
}

/** Each id stands once. */
export function checkUnique(items: readonly Found<{ readonly id: string }>[]): Fault[] {
  const first = new Map<string, Found<unknown>>();
  return items.flatMap((item) => {
    const { id } = item.raw;
    const earlier = first.get(id);
    if (!earlier) {
      first.set(id, item);
      return [];
    }
    const { file, line } = faultIn(earlier, ['id'], '');
    return [faultIn(item, ['id'], `expected an id of its own, got "${id}" again (first in ${file}:${line})`)];
  });
}
