import { fail, ok, type Result } from '#base/result.ts';
import {
  CLAIM_KINDS,
  NAMINGS,
  PHASES,
  SEEN,
  SOURCE_KINDS,
  STANCES,
  STANDINGS,
  type Citation,
  type Claim,
  type Correction,
  type CslItem,
  type Dispute,
  type Hop,
  type Relation,
  type Revision,
  type Source,
  type StoryData,
  type StoryEvent,
} from '#model/types.ts';
import type { Span } from '#time/instant.ts';
import { PARTS, PRECISIONS, type NamedDate, type When } from '#time/when.ts';
import { isZone } from '#time/zone.ts';

/**
 * Reads `story.json`: unknown → StoryData, for the browser, without a schema library. It lets nothing through on which anything later
 * would throw: each value has its type, each id that is mentioned exists, each span ends after it starts, each address is http or https.
 * Only known keys are taken over, into objects made here, so that `__proto__` in a file is a key like any other and is left behind.
 *
 * JSON has no infinity: `JSON.stringify` writes null for an open end, and null is read as the infinity that stands in that place.
 * @returns else where the first fault is and what was expected: `events.3.title: expected text`
 */
export function parseStory(value: unknown): Result<StoryData> {
  try {
    const story = readStory(value);
    checkMentions(story);
    return ok(story);
  } catch (error) {
    if (error instanceof Wrong) return fail(`${error.path.join('.') || 'story'}: expected ${error.message}`);
    throw error;
  }
}

/** Far above any story, far below what would freeze a page. */
const MOST_CHARACTERS = 20_000;
const MOST_ITEMS = 100_000;

class Wrong extends Error {
  readonly path: (string | number)[] = [];
}
type Read<T> = (value: unknown) => T;
type Required<T> = { readonly [K in keyof T as object extends Pick<T, K> ? never : K]: Read<T[K]> };
type Optional<T> = {
  readonly [K in keyof T as object extends Pick<T, K> ? K : never]-?: Read<Exclude<T[K], undefined>>;
};

/** Reads one part and, should it be wrong, adds where it stands. */
function within<T>(step: string | number, read: Read<T>, value: unknown): T {
  try {
    return read(value);
  } catch (error) {
    if (error instanceof Wrong) error.path.unshift(step);
    throw error;
  }
}

function object<T>(required: Required<T>, optional: Optional<T>, check?: (made: T) => void): Read<T> {
  const needed = Object.entries<Read<unknown>>(required);
  const allowed = Object.entries<Read<unknown>>(optional);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Wrong('an object');
    const own = (key: string): unknown =>
      Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    const made: Record<string, unknown> = {};
    for (const [key, read] of needed) made[key] = within(key, read, own(key));
    for (const [key, read] of allowed) if (own(key) !== undefined) made[key] = within(key, read, own(key));
    check?.(made as T);
    return made as T;
  };
}

/** The type says how many at least: a list that must not be empty is read with `atLeast` 1 or more. */
function list<T extends readonly unknown[]>(read: Read<T[number]>, atLeast = 0): Read<T> {
  return (value) => {
    if (!Array.isArray(value) || value.length < atLeast) throw new Wrong(`a list of ${atLeast} or more`);
    if (value.length > MOST_ITEMS) throw new Wrong(`at most ${MOST_ITEMS} items`);
    return value.map((item: unknown, i) => within(i, read, item)) as unknown as T;
  };
}

/** @param pattern tried on texts of bounded length only, and written without nested repeats */
function textOf<T extends string>(pattern = /^/, what = 'text'): Read<T> {
  return (value) => {
    if (typeof value !== 'string' || value.length > MOST_CHARACTERS || !pattern.test(value)) throw new Wrong(what);
    return value as T;
  };
}

function oneOf<const T extends readonly string[]>(words: T): Read<T[number]> {
  return (value) => {
    if (typeof value !== 'string' || !words.includes(value)) throw new Wrong(`one of ${words.join(', ')}`);
    return value;
  };
}

function numberFrom<T extends number>(least = -Infinity, most = Infinity): Read<T> {
  return (value) => {
    if (typeof value !== 'number' || !(value >= least && value <= most)) throw new Wrong('a number');
    return value as T;
  };
}

/** A number that may be open on one side, null in JSON. */
function openNumber<T extends number>(open: number): Read<T> {
  const read = numberFrom<T>();
  return (value) => (value === null ? (open as T) : read(value));
}

const text = textOf();
const id = <T extends string>(): Read<T> => textOf<T>(/./u, 'an id');
const day = textOf(/^\d{4}-\d\d-\d\d$/, 'a day');
const url = textOf(/^https?:\/\/[^\s/]/i, 'an http or https address');
const truth: Read<boolean> = (value) => {
  if (typeof value !== 'boolean') throw new Wrong('true or false');
  return value;
};
const zone: Read<string> = (value) => {
  if (typeof value !== 'string' || !isZone(value)) throw new Wrong('a time zone that this browser knows');
  return value;
};
const language: Read<string> = (value) => {
  const tag = text(value);
  // Intl throws on a tag that is not well formed, and everything that says a date would throw with it.
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) throw new Wrong('a language tag');
  return tag;
};

const spanOf = (open: boolean): Read<Span> =>
  object<Span>(
    { start: open ? openNumber(-Infinity) : numberFrom(), end: open ? openNumber(Infinity) : numberFrom() },
    {},
    ({ start, end }) => {
      if (end < start) throw new Wrong('an end after the start');
    },
  );

const namedDate = object<NamedDate>(
  { from: openNumber(-Infinity), to: openNumber(Infinity), precision: oneOf(PRECISIONS) },
  { offsetMs: numberFrom(), approximate: truth as Read<true>, uncertain: truth as Read<true> },
);

const whenShape = object<When>(
  {
    edtf: text,
    earliestStart: openNumber(-Infinity),
    latestStart: openNumber(Infinity),
    earliestEnd: openNumber(-Infinity),
    latestEnd: openNumber(Infinity),
    precision: oneOf(PRECISIONS),
    zone,
    approximate: truth,
    uncertain: truth,
  },
  {
    part: oneOf(PARTS),
    members: list(spanOf(true)),
    set: oneOf(['one of', 'all of']),
    dates: list(namedDate),
    note: text,
  },
);

/**
 * The two inner instants of an interval are infinite the other way than those of a set: `../2020` has no start at all (-∞), so its latest
 * start is -∞ too, while `[2020..]` may have started at any time after (∞). Likewise for ends.
 */
const when: Read<When> = (value) => {
  const read = whenShape(value);
  const raw = value as Readonly<Record<string, unknown>>;
  const isSet = read.set !== undefined;
  const latestStart =
    raw['latestStart'] === null && !isSet && read.earliestStart === -Infinity ? -Infinity : read.latestStart;
  const earliestEnd = raw['earliestEnd'] === null && !isSet ? Infinity : read.earliestEnd;
  const made = { ...read, latestStart, earliestEnd } as When;
  const inOrder =
    made.earliestStart <= made.latestStart &&
    made.earliestEnd <= made.latestEnd &&
    made.earliestStart <= made.earliestEnd &&
    made.latestStart <= made.latestEnd;
  if (!inOrder) throw new Wrong('four instants in order');
  return made;
};

const hop = object<Hop>(
  { role: oneOf(['published', 'relayed', 'origin']), agent: text, naming: oneOf(NAMINGS), seen: truth },
  {},
);

const citation = object<Citation>(
  { source: id(), quote: text, stance: oneOf(STANCES), chain: list(hop, 1) },
  {
    position: object({ start: numberFrom(0), end: numberFrom(0), prefix: text, suffix: text }, {}),
    language: text,
    translation: object({ text, by: text, machine: truth }, {}),
    note: text,
  },
);

const claim = object<Claim>(
  { id: id(), kind: oneOf(CLAIM_KINDS), standing: oneOf(STANDINGS), text, citations: list(citation, 1) },
  { note: text },
);

const dispute = object<Dispute>(
  { id: id(), question: text, positions: list(id(), 2), state: oneOf(['open', 'resolved']) },
  { resolution: object({ claim: id(), why: text }, {}), note: text },
);

const event = object<StoryEvent>(
  {
    id: id(),
    title: text,
    label: text,
    band: id(),
    phase: oneOf(PHASES),
    importance: numberFrom(1, 5),
    when,
    basis: list(id(), 1),
    actors: list(text),
    places: list(text),
    claims: list(claim, 1),
    disputes: list(dispute),
    unverified: list(text),
    revisions: list(
      object<Revision>(
        { n: numberFrom(1), date: day, note: text },
        { typo: truth as Read<true>, kept: truth as Read<true> },
      ),
      1,
    ),
  },
  {},
);

const csl = object<CslItem>(
  { id: id(), type: text },
  {
    title: text,
    'container-title': text,
    publisher: text,
    author: list(object({}, { family: text, given: text, literal: text })),
    issued: text,
    accessed: text,
    URL: url,
    language: text,
  },
);

const source = object<Source>(
  {
    id: id(),
    csl,
    publisher: text,
    kind: oneOf(SOURCE_KINDS),
    seen: oneOf(SEEN),
    linkChecked: truth,
    archives: list(object({ url, captured: day, by: text }, {})),
    access: oneOf(['open', 'paywall', 'removed', 'offline', 'unknown']),
    rights: text,
  },
  {
    linkWithheld: truth as Read<true>,
    relayOf: text,
    published: numberFrom(),
    dateBasis: text,
    titleBasis: text,
    archiveNote: text,
    text: object({ file: text, sha256: text, codePoints: numberFrom(0), norm: oneOf(['norm-1']), checked: day }, {}),
    note: text,
  },
);

const relation = object<Relation>(
  {
    id: id(),
    type: text,
    from: list(id(), 1),
    to: list(id(), 1),
    verb: text,
    asserter: text,
    statement: text,
    citations: list(citation, 1),
  },
  { caution: text },
);

const correction = object<Correction>(
  {
    id: id(),
    date: day,
    kind: oneOf(['correction', 'clarification', 'update', 'withdrawal']),
    targets: list(text, 1),
    was: text,
    now: text,
    why: text,
    revisions: object({ from: numberFrom(1), to: numberFrom(1) }, {}),
  },
  {},
);

const readStory = object<StoryData>(
  {
    format: oneOf(['sourceline/1']),
    id: id(),
    title: text,
    subtitle: text,
    summary: text,
    language,
    publisher: object({ name: text }, { url }),
    licence: object({ name: text, url }, {}),
    updated: day,
    zone,
    opens: spanOf(false),
    article: id(),
    bands: list(object({ id: id(), title: text }, {}), 1),
    events: list(event),
    sources: list(source),
    relations: list(relation),
    corrections: list(correction),
    unverified: list(text),
  },
  { contact: textOf(/^(https:\/\/|mailto:)[^\s/]/i, 'an https or mailto address'), edition: numberFrom(1) },
);

/** Every id that is mentioned must be there; anything else would throw where it is looked up. */
function checkMentions({ article, bands, events, sources, relations }: StoryData): void {
  const known = {
    band: new Set<string>(bands.map((one) => one.id)),
    event: new Set<string>(events.map((one) => one.id)),
    source: new Set<string>(sources.map((one) => one.id)),
    claim: new Set<string>(events.flatMap(({ claims }) => claims.map((one) => one.id))),
  };
  const check = (kind: keyof typeof known, mentioned: readonly string[]): void => {
    const unknown = mentioned.find((one) => !known[kind].has(one));
    if (unknown !== undefined) throw new Wrong(`the id of a ${kind}, got ${unknown}`);
  };
  check('source', [article]);
  for (const { band, basis, claims, disputes } of events) {
    check('band', [band]);
    check('claim', basis);
    for (const { positions, resolution } of disputes)
      check('claim', resolution ? [...positions, resolution.claim] : positions);
    for (const { citations } of claims)
      check(
        'source',
        citations.map((one) => one.source),
      );
  }
  for (const { from, to, citations } of relations) {
    check('event', [...from, ...to]);
    check(
      'source',
      citations.map((one) => one.source),
    );
  }
}
