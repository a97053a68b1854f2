// Counts the figures of the trust report, and the origins of each event, straight from a story's YAML files: node scripts/count.mjs [DIR]
// A second opinion on /trust/. It shares no code with the program and must stay so; a test holds the two against each other.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';

function readStory(dir) {
  const read = (folder) =>
    readdirSync(join(dir, folder)).map((name) => parse(readFileSync(join(dir, folder, name), 'utf8')));
  const sources = Object.fromEntries(
    read('sources')
      .flatMap((list) => list ?? [])
      .map((one) => [one.id, one]),
  );
  return { events: read('events'), sources };
}

/** Who said first what a citation passes on; all that are unknown could be one, and are. */
function originOf({ source, chain = [] }, sources) {
  const { agent, naming = 'named' } = chain[chain.length - 1] ?? { agent: sources[source].publisher };
  return naming === 'unknown' ? '?' : agent.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** @returns {Record<string, { claims: number, sources: number, origins: number }>} by event; origins are those that support a claim of it */
export function countOrigins(dir) {
  const { events, sources } = readStory(dir);
  const counted = events.map(({ id, claims }) => {
    const citations = claims.flatMap((claim) => claim.citations);
    const supporting = citations.filter(({ stance = 'supports' }) => stance === 'supports');
    const figures = {
      claims: claims.length,
      sources: new Set(citations.map(({ source }) => source)).size,
      origins: new Set(supporting.map((one) => originOf(one, sources))).size,
    };
    return [id, figures];
  });
  return Object.fromEntries(counted);
}

/** @returns {Record<string, [number, number]>} each figure and what it is out of */
export function countStory(dir) {
  const { events, sources } = readStory(dir);

  let [claims, quoted, archived, second, single, unknown, disputed] = [0, 0, 0, 0, 0, 0, 0];
  let [quotations, checked, excerpts] = [0, 0, 0];
  const relations = existsSync(join(dir, 'relations.yaml'))
    ? parse(readFileSync(join(dir, 'relations.yaml'), 'utf8'))
    : [];
  for (const { citations } of [...events.flatMap((event) => event.claims), ...(relations ?? [])])
    for (const { source, position } of citations) {
      quotations += 1;
      if (position) checked += 1;
      else if (sources[source].seen !== 'not seen') excerpts += 1;
    }
  for (const claim of events.flatMap((event) => event.claims)) {
    claims += 1;
    if (claim.standing === 'disputed') disputed += 1;
    if (claim.citations.some((one) => /\S/.test(one.quote))) quoted += 1;
    if (claim.citations.some((one) => sources[one.source].archives?.length)) archived += 1;
    const origins = new Set();
    let allUnknown = true;
    for (const citation of claim.citations) {
      const origin = originOf(citation, sources);
      if (origin !== '?') allUnknown = false;
      if ((citation.stance ?? 'supports') === 'supports') origins.add(origin);
    }
    if (origins.size >= 2) second += 1;
    if (origins.size === 1) single += 1;
    if (allUnknown) unknown += 1;
  }

  const dates = events.map((event) => event.when.edtf);
  const byDay = dates.filter((date) => /^[{[]?-?\d\d\d\d-\d\d-\d\d/.test(date));
  const firsts = byDay.filter((date) => /^[{[]?-?\d\d\d\d-\d\d-01/.test(date));
  const estimated = dates.filter((date) => /[~?%[]|X/.test(date) || !/-\d\d-\d\d/.test(date));

  const all = Object.values(sources);
  const count = (holds) => [all.filter(holds).length, all.length];
  return {
    'claims with a quotation': [quoted, claims],
    'quotations checked': [checked, quotations],
    'quotations in an excerpt': [excerpts, quotations],
    'claims with an archive': [archived, claims],
    'claims with a second origin': [second, claims],
    'claims with a single origin': [single, claims],
    'claims with an unknown origin only': [unknown, claims],
    'claims disputed': [disputed, claims],
    'events with an estimated date': [estimated.length, dates.length],
    'events on the first of a month': [firsts.length, byDay.length],
    'sources without a date': count(({ csl }) => !csl.issued),
    'sources without a link': count(({ link }) => link === 'none'),
    'sources without an author': count(({ csl }) => !csl.author?.length),
    'sources with a link marked unfit': count(({ link }) => link === 'withheld'),
    'sources not seen': count(({ seen }) => seen === 'not seen'),
  };
}

if (process.argv[1]?.endsWith('count.mjs')) {
  const dir = process.argv[2] ?? 'data';
  for (const [name, [n, of]] of Object.entries(countStory(dir)))
    console.log(`${String(n).padStart(4)} of ${String(of).padStart(4)}  ${name}`);
  console.log('\nBy event: independent origins, sources, claims');
  for (const [id, { claims, sources, origins }] of Object.entries(countOrigins(dir)))
    console.log([origins, sources, claims].map((n) => String(n).padStart(4)).join('') + `  ${id}`);
}
