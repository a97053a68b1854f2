// Makes the stories that the benchmark shows: bursts and a long tail from a seed, and real records of the vega-datasets package.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DAY = 86_400_000;
/** Of the benchmark's own packages, which the command installs. */
const RECORDS = fileURLToPath(new URL('node_modules/vega-datasets/data/', import.meta.url));
const YEARS = 40;
const FIRST = Date.UTC(1985, 0, 1);
const SEED = 20_240_927;
const PLACES = ['harbour', 'bridge', 'market', 'station', 'school', 'river', 'airport', 'court', 'library', 'stadium'];
const THINGS = [
  'Report on',
  'Meeting at',
  'Fire near',
  'Visit to',
  'Strike at',
  'Vote on',
  'Repairs at',
  'Talks about',
];
const BANDS = ['North', 'South', 'Abroad'];

/** mulberry32: small, fast, and the same everywhere. @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Six in ten events fall into bursts of a few days each, the others anywhere in forty years; most are moments, some last days or months. */
export function madeStory(count) {
  const random = generator(SEED + count);
  const bursts = Array.from({ length: Math.max(3, Math.round(Math.log2(count) * 4)) }, () => ({
    at: FIRST + random() * YEARS * 365 * DAY,
    length: DAY * (2 + 20 * random() * random()),
  }));
  const events = Array.from({ length: count }, (_, i) => {
    const burst = random() < 0.6 ? bursts[Math.floor(random() ** 2 * bursts.length)] : undefined;
    const at = burst ? burst.at + burst.length * random() * random() : FIRST + random() * YEARS * 365 * DAY;
    const start = Math.round(at / 60_000) * 60_000;
    const lasts = random() < 0.15 ? Math.round((DAY * 60 * random() ** 4) / 60_000) * 60_000 : 0;
    const title = `${THINGS[Math.floor(random() * THINGS.length)]} the ${PLACES[Math.floor(random() * PLACES.length)]} ${i + 1}`;
    return {
      title,
      start,
      end: start + lasts,
      band: Math.floor(random() * 3),
      weight: Math.floor(255 * random() ** 6),
    };
  }).sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    name: String(count),
    title: `${count.toLocaleString('en')} made events`,
    bands: BANDS,
    events,
    source: 'Made by the benchmark',
  };
}

/** Bird strikes at airports of the United States, and films by release, as vega-datasets has them. */
export function realStories() {
  const read = (name) => JSON.parse(readFileSync(join(RECORDS, name), 'utf8'));
  const strikes = csvRows(readFileSync(join(RECORDS, 'birdstrikes.csv'), 'utf8')).flatMap((row) => {
    const start = dayOf(row['Flight Date']);
    if (Number.isNaN(start)) return [];
    const band = ['None', 'Minor', 'Medium', 'Substantial', 'C'].indexOf(row['Effect Amount of damage'] ?? '');
    return [
      {
        title: `${row['Airport Name']}: ${row['Wildlife Species']}`,
        start,
        end: start,
        band: Math.max(0, band) % 3,
        weight: Math.min(255, Number(row['Cost Total $'] ?? 0) / 1000) || 0,
      },
    ];
  });
  const films = read('movies.json').flatMap((film) => {
    const start = dayOf(film['Release Date'] ?? '');
    if (Number.isNaN(start)) return [];
    return [
      {
        title: String(film.Title ?? '–'),
        start,
        end: start,
        band: 0,
        weight: Math.round(Math.min(255, (film['US Gross'] ?? 0) / 2e6)),
      },
    ];
  });
  const sorted = (events) => events.sort((a, b) => a.start - b.start || a.end - b.end);
  return [
    {
      name: 'birdstrikes',
      title: 'Bird strikes',
      bands: ['No damage', 'Minor', 'Other'],
      events: sorted(strikes),
      source: 'vega-datasets: birdstrikes',
      precision: 'day',
    },
    {
      name: 'movies',
      title: 'Films by release',
      bands: ['Films'],
      events: sorted(films),
      source: 'vega-datasets: movies',
      precision: 'day',
    },
  ];
}

function dayOf(text) {
  const short = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})/.exec(text);
  if (short) {
    const year = Number(short[3]);
    return Date.UTC(year < 100 ? year + (year < 20 ? 2000 : 1900) : year, Number(short[1]) - 1, Number(short[2]));
  }
  const long = /^([A-Z][a-z]{2}) (\d{1,2}) (\d{4})$/.exec(text);
  const month = long ? 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(long[1]) / 3 : NaN;
  if (long) return Date.UTC(Number(long[3]), month, Number(long[2]));
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  return iso ? Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) : NaN;
}

function csvRows(text) {
  const [head = '', ...lines] = text.split(/\r?\n/).filter(Boolean);
  const cells = (line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      (quoted ?? plain ?? '').replaceAll('""', '"'),
    );
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell])));
}

/** Writes a story as columns once, and gives its path below the folder. */
export function written(story, folder) {
  const path = `story-${story.name}.json`;
  const file = join(folder, path);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const { events } = story;
    const column = (key) => events.map((event) => event[key]);
    const json = JSON.stringify({
      format: 'sourceline-columns/1',
      title: story.title,
      source: { title: story.source },
      ...(story.precision && { precision: story.precision }),
      bands: story.bands.map((title, i) => ({ id: `band-${i}`, title })),
      columns: {
        title: column('title'),
        start: column('start'),
        end: column('end'),
        band: column('band'),
        weight: column('weight'),
      },
    });
    writeFileSync(file, json);
  }
  return path;
}
