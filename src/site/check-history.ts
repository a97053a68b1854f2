import type { RawCitation, RawClaim, RawEvent, RawFrozenTour, RawPublishedState } from '#model/schema.ts';
import { editDistance, shown, type Fault } from '#site/faults.ts';
import { revisionKey, tourNow } from '#site/freeze.ts';
import type { Material } from '#site/material.ts';
import { EDITIONS, FROZEN_TOURS, frozenName, hashOf, versionOf, type Published } from '#site/published.ts';
import { faultIn, type Found } from '#site/shape.ts';

/** A slip of the pen changes no more characters than this, and no number. */
const MOST_TYPO = 3;

/** What was published is untouched: past revisions of events and tours, editions, what they are made of, and the log of corrections, which only grows. */
export function checkPast({ published, corrections }: Material): Fault[] {
  const { state, revisions, sources, unread } = published;
  if (!state || unread) return [];
  const faults: Fault[] = [...checkEditions(published, state), ...checkPastTours(published, state)];
  for (const [key, hash] of Object.entries(state.raw.revisions)) {
    const frozen = revisions.get(key);
    if (!frozen)
      faults.push(
        faultIn(
          state,
          ['revisions', key],
          `expected the file ${frozenName(key)}, got none: a published revision stays`,
        ),
      );
    else if (hashOf(frozen.file.value) !== hash)
      faults.push(
        faultIn(frozen, [], `expected the revision "${key}" as it was published, got another: undo the change`),
      );
  }
  for (const [key, frozen] of revisions) {
    if (!Object.hasOwn(state.raw.revisions, key))
      faults.push(
        faultIn(frozen, [], `expected "${key}" in published/state.yaml, got none (npm run lock writes both)`),
      );
    for (const [id, version] of Object.entries(frozen.raw.sources)) {
      const source = (sources?.file.value as Readonly<Record<string, unknown>> | undefined)?.[`${id} ${version}`];
      if (hashOf(source).slice(0, 12) !== version)
        faults.push(
          faultIn(
            frozen,
            ['sources', id],
            `expected the source "${id} ${version}" in published/sources.yaml as it was published, got ${source === undefined ? 'none' : 'another'}`,
          ),
        );
    }
  }
  for (const [id, hash] of Object.entries(state.raw.corrections)) {
    const entry = corrections.find(({ raw }) => raw.id === id);
    if (!entry)
      faults.push(
        faultIn(
          state,
          ['corrections', id],
          `expected the entry "${id}" in corrections.yaml, got none: the log only grows`,
        ),
      );
    else if (hashOf(entry.raw) !== hash)
      faults.push(
        faultIn(
          entry,
          [],
          `expected the entry "${id}" as it was published, got another: undo the change and add an entry`,
        ),
      );
  }
  return faults;
}

/** Each edition is as it was published, and each version of a part that it names is there and is that version. */
function checkEditions(
  { editions, stories, sources, relations, revisions }: Published,
  state: Found<RawPublishedState>,
): Fault[] {
  const list = editions?.raw ?? [];
  const listed = (editions?.file.value ?? []) as readonly unknown[];
  const gone = Object.keys(state.raw.editions).filter((key) => !list.some(({ n }) => String(n) === key));
  const faults = gone.map((key) =>
    faultIn(
      state,
      ['editions', key],
      `expected the edition ${key} in ${EDITIONS}, got none: a published edition stays`,
    ),
  );
  for (const [i, edition] of list.entries()) {
    if (!editions) continue;
    const wrong = (path: readonly (string | number)[], message: string): void =>
      void faults.push(faultIn(editions, [i, ...path], message));
    if (hashOf(listed[i]) !== state.raw.editions[edition.n])
      wrong([], `expected the edition ${edition.n} as it was published, got another: undo the change`);
    const named: readonly (readonly [
      path: readonly (string | number)[],
      file: Found<unknown> | undefined,
      key: string,
    ])[] = [
      [['story'], stories, edition.story],
      ...Object.entries(edition.sources).map(([id, hash]) => [['sources', id], sources, `${id} ${hash}`] as const),
      ...edition.relations.map((key, at) => [['relations', at], relations, key] as const),
    ];
    for (const [path, file, key] of named) {
      const value = (file?.file.value as Readonly<Record<string, unknown>> | undefined)?.[key];
      if (versionOf(value) !== key.split(' ').at(-1))
        wrong(
          path,
          `expected "${key}" in published/ as it was published, got ${value === undefined ? 'none' : 'another'}`,
        );
    }
    for (const [id, n] of Object.entries(edition.events))
      if (!revisions.has(`${id}.${n}`))
        wrong(['events', id], `expected the file ${frozenName(`${id}.${n}`)}, got none`);
  }
  return faults;
}

/** Each revision of a tour is as it was published, and the edition that it leads through is there. */
function checkPastTours({ tours, editions }: Published, state: Found<RawPublishedState>): Fault[] {
  const list = tours?.raw ?? [];
  const keyOf = ({ n, tour }: RawFrozenTour): string => `${tour.id}.${n}`;
  const faults = Object.keys(state.raw.tours)
    .filter((key) => !list.some((one) => keyOf(one) === key))
    .map((key) =>
      faultIn(
        state,
        ['tours', key],
        `expected the tour "${key}" in ${FROZEN_TOURS}, got none: a published revision stays`,
      ),
    );
  if (!tours) return faults;
  const listed = tours.file.value as readonly unknown[];
  for (const [i, one] of list.entries()) {
    if (hashOf(listed[i]) !== state.raw.tours[keyOf(one)])
      faults.push(
        faultIn(tours, [i], `expected the tour "${keyOf(one)}" as it was published, got another: undo the change`),
      );
    if (!editions?.raw.some(({ n }) => n === one.edition))
      faults.push(faultIn(tours, [i, 'edition'], `expected an edition in ${EDITIONS}, got ${one.edition}`));
  }
  return faults;
}

/**
 * What changed in events since their last published revision is accounted for: a new revision for anything readers see, and for a claim's
 * sentence, standing or evidence an entry in the log as well, unless the revision is declared to mend a typo.
 * @param complete whether what is not published yet is a fault too
 */
export function checkChanges(material: Material, complete: boolean): Fault[] {
  const { published, events, tours, known } = material;
  if (!published.state || published.unread || known.unread.size > 0) return [];
  const unpublished = complete ? tours.filter(({ raw }) => tourNow(raw, material) === undefined) : [];
  const untold = unpublished.map((tour) =>
    faultIn(tour, ['updated'], 'expected this tour as it now is in published/, got none (npm run lock adds it)'),
  );
  const changes = events.flatMap((event) => {
    const past = [...published.revisions.values()]
      .filter(({ raw }) => raw.event.id === event.raw.id)
      .sort((a, b) => a.raw.event.revisions.length - b.raw.event.revisions.length);
    const last = past.at(-1)?.raw.event;
    const faults = last ? checkEvent(event, last, material) : [];
    if (complete && !published.revisions.has(revisionKey(event.raw)))
      faults.push(
        faultIn(
          event,
          ['revisions', event.raw.revisions.length - 1],
          'expected this revision in published/, got none (npm run lock adds it)',
        ),
      );
    return faults;
  });
  return [...changes, ...untold];
}

/** What readers see of an event beside its claims; how large and where it is drawn is no statement. */
const PARTS = ['title', 'when', 'actors', 'places', 'disputes', 'unverified'] as const;

function checkEvent(event: Found<RawEvent>, last: RawEvent, material: Material): Fault[] {
  const { raw } = event;
  const n = last.revisions.length;
  const faults = last.revisions.flatMap((revision, i) =>
    hashOf(raw.revisions[i]) === hashOf(revision)
      ? []
      : [
          faultIn(
            event,
            ['revisions', i],
            `expected revision ${i + 1} as it was published (${shown(revision.note)}), got another`,
          ),
        ],
  );
  const newer = raw.revisions.slice(n);
  if (newer.length === 0) {
    for (const part of PARTS)
      if (hashOf(raw[part]) !== hashOf(last[part]))
        faults.push(
          faultIn(
            event,
            [part],
            `expected "${part}" as revision ${n} was published, got another: a change needs a new revision`,
          ),
        );
    const gone = last.claims.filter(({ id }) => !raw.claims.some((claim) => claim.id === id));
    if (gone[0])
      faults.push(
        faultIn(
          event,
          ['claims'],
          `expected the claim "${gone[0].id}" of revision ${n}, got none: a change needs a new revision`,
        ),
      );
  }
  raw.claims.forEach((claim, i) => {
    const before = last.claims.find(({ id }) => id === claim.id);
    const found: Found<RawClaim> = { raw: claim, file: event.file, path: ['claims', i] };
    if (before) faults.push(...checkClaim(found, before, n, newer, material));
    else if (newer.length === 0)
      faults.push(
        faultIn(
          found,
          ['id'],
          `expected a claim of revision ${n}, got a new one, "${claim.id}": it needs a new revision`,
        ),
      );
  });
  return faults;
}

function checkClaim(
  claim: Found<RawClaim>,
  before: RawClaim,
  n: number,
  newer: RawEvent['revisions'],
  { corrections }: Material,
): Fault[] {
  const { raw } = claim;
  const altered = (['text', 'standing', 'kind'] as const).filter((key) => raw[key] !== before[key]);
  const lost = before.citations.some((one) => !has(raw.citations, one));
  const keys = [...altered, ...(lost ? ['citations' as const] : [])];
  const [first] = keys;
  if (newer.length === 0) {
    const rest =
      hashOf({ ...raw, id: '' }) === hashOf({ ...before, id: '' })
        ? undefined
        : (first ?? (raw.note === before.note ? 'citations' : 'note'));
    if (rest === undefined) return [];
    const was = rest === 'text' || rest === 'standing' ? ` (${shown(before[rest])})` : '';
    return [
      faultIn(
        claim,
        [rest],
        `expected the ${rest} of "${raw.id}" as revision ${n} was published${was}, got another: a change needs a new revision` +
          (first ? ', and an entry in corrections.yaml unless that revision says "typo: true"' : ''),
      ),
    ];
  }
  if (first === undefined) return [];
  const covered = corrections.some(
    ({ raw: { targets, revisions } }) =>
      targets.some((id) => id === raw.id || id === raw.id.split('.')[0]) && revisions.to > n,
  );
  if (covered) return [];
  if (!newer.some(({ typo }) => typo))
    return [
      faultIn(
        claim,
        [first],
        `expected an entry in corrections.yaml on "${raw.id}" up to revision ${n + 1} or later, got none: its ${first} changed`,
      ),
    ];
  if (keys.length === 1 && first === 'text' && isTypo(before.text, raw.text)) return [];
  return [
    faultIn(
      claim,
      [first],
      `expected a typo of at most ${MOST_TYPO} characters and no number, got more than that: the change needs an entry in corrections.yaml`,
    ),
  ];
}

function has(citations: readonly RawCitation[], one: RawCitation): boolean {
  return citations.some((other) => hashOf(other) === hashOf(one));
}

function isTypo(before: string, after: string): boolean {
  const numbers = (text: string): string => (text.match(/\p{N}+/gu) ?? []).join(' ');
  return numbers(before) === numbers(after) && editDistance(before, after) <= MOST_TYPO;
}
