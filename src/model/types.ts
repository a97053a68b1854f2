import type { Brand } from '#base/brand.ts';
import type { Instant } from '#time/instant.ts';
import type { When } from '#time/when.ts';

export type EventId = Brand<string, 'EventId'>;
/** `<event id>.<slug>`, frozen with its event. */
export type ClaimId = Brand<string, 'ClaimId'>;
export type SourceId = Brand<string, 'SourceId'>;
export type BandId = Brand<string, 'BandId'>;

export type OneOrMore<T> = readonly [T, ...T[]];

/** How a claim stands. A closed list with public definitions; see `standing.*.definition` in the words about the story. */
export const STANDINGS = ['confirmed', 'reported', 'claimed', 'disputed', 'denied', 'retracted', 'superseded'] as const;
export type Standing = (typeof STANDINGS)[number];

export const CLAIM_KINDS = ['occurrence', 'statement', 'figure', 'judgement'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Where an event lies against the article that the story starts from. */
export const PHASES = ['before', 'in', 'after'] as const;
export type Phase = (typeof PHASES)[number];

export const STANCES = ['supports', 'denies', 'mentions'] as const;
export type Stance = (typeof STANCES)[number];

export const NAMINGS = ['named', 'unnamed', 'unknown'] as const;
export type Naming = (typeof NAMINGS)[number];

/** How we saw a source. */
export const SEEN = ['full text', 'excerpt', 'not seen'] as const;
export type Seen = (typeof SEEN)[number];

/** One station of the way a statement took: from what we read (`published`) back to whoever it comes from (`origin`). */
export type Hop = {
  readonly role: 'published' | 'relayed' | 'origin';
  readonly agent: string;
  readonly naming: Naming;
  /** Whether we read this hop ourselves; true for the first hop only, unless the data says otherwise. */
  readonly seen: boolean;
};

/** Where the exact words stand in the normalised full text: code points, end excluded, with what stands around them. */
export type TextPosition = {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly suffix: string;
};

/** The tie between a claim and a place in a source. */
export type Citation = {
  readonly source: SourceId;
  /** The exact words, at most 25 of them. */
  readonly quote: string;
  readonly stance: Stance;
  /** From the source itself back to the origin; the first hop is the source, the last has the role `origin` (both at once for a primary source). */
  readonly chain: OneOrMore<Hop>;
  /** Present when the words were checked against a full text that is held; else they were read in an excerpt. */
  readonly position?: TextPosition;
  /** BCP 47, when it is not the language of the story. */
  readonly language?: string;
  readonly translation?: { readonly text: string; readonly by: string; readonly machine: boolean };
  /** What the quotation is cited for, in a few of our own words. */
  readonly note?: string;
};

/** One sentence that can be true or false. None can exist without a citation. */
export type Claim = {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  readonly standing: Standing;
  readonly text: string;
  readonly citations: OneOrMore<Citation>;
  /** The editor's caution about this claim. */
  readonly note?: string;
};

/** A question and the claims that answer it differently, in order of publication (undated last, then as in the file). */
export type Dispute = {
  readonly id: string;
  readonly question: string;
  readonly positions: readonly [ClaimId, ClaimId, ...ClaimId[]];
  readonly state: 'open' | 'resolved';
  readonly resolution?: { readonly claim: ClaimId; readonly why: string };
  readonly note?: string;
};

export type Revision = {
  readonly n: number;
  readonly date: string;
  readonly note: string;
  /** Mends a slip of the pen and changes no meaning. */
  readonly typo?: true;
  /** Published: it stands at an address of its own, `/e/<id>/r/<n>/`, for good. */
  readonly kept?: true;
};

export type StoryEvent = {
  readonly id: EventId;
  /** At most 60 characters. */
  readonly title: string;
  /** What the timeline writes beside the mark; the title when the editor gave none. */
  readonly label: string;
  readonly band: BandId;
  readonly phase: Phase;
  /** 1 (least) to 5: who shows first where there is no room for all. */
  readonly importance: number;
  readonly when: When;
  /** The claims the date rests on. */
  readonly basis: OneOrMore<ClaimId>;
  readonly actors: readonly string[];
  readonly places: readonly string[];
  /** The first is the lead claim: its standing is the standing of the mark. */
  readonly claims: OneOrMore<Claim>;
  readonly disputes: readonly Dispute[];
  /** What we could not verify, each a short phrase. */
  readonly unverified: readonly string[];
  readonly revisions: OneOrMore<Revision>;
};

/** Pure CSL-JSON as far as this program reads it; the rest passes through untouched. */
export type CslItem = {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly author?: readonly { readonly family?: string; readonly given?: string; readonly literal?: string }[];
  /** EDTF. */
  readonly issued?: string;
  readonly accessed?: string;
  readonly URL?: string;
  readonly language?: string;
};

export const SOURCE_KINDS = [
  'article',
  'primary',
  'primary copy',
  'wire',
  'news',
  'relay',
  'state media',
  'analysis',
  'reference',
  'wiki',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type Source = {
  readonly id: SourceId;
  readonly csl: CslItem;
  /** Who brought it out, as shown to readers. */
  readonly publisher: string;
  readonly kind: SourceKind;
  readonly seen: Seen;
  /** The publisher whose text this passes on or copies, where it is not its own. */
  readonly relayOf?: string;
  /** First instant of the day of publication, UTC; absent when the date is not known. */
  readonly published?: Instant;
  /** How the date is known, where it does not stand on the page: "date in the address". */
  readonly dateBasis?: string;
  readonly titleBasis?: string;
  /** False: the address is a copy, mirror or little-known relay and is withheld until a person has checked it. */
  readonly linkChecked: boolean;
  /** An address is known and withheld; where there is neither this nor a checked link, no address is known. */
  readonly linkWithheld?: true;
  readonly archives: readonly { readonly url: string; readonly captured: string; readonly by: string }[];
  readonly archiveNote?: string;
  readonly access: 'open' | 'paywall' | 'removed' | 'offline' | 'unknown';
  readonly rights: string;
  /** The full text we hold outside the repository; its hash is taken after the normalisation `norm`. */
  readonly text?: {
    readonly file: string;
    readonly sha256: string;
    readonly codePoints: number;
    readonly norm: 'norm-1';
    /** The day on which all quotations from it were last found in it; YYYY-MM-DD. */
    readonly checked: string;
  };
  readonly note?: string;
};

/** A tie between events that a source asserts. Never our inference. */
export type Relation = {
  readonly id: string;
  readonly type: string;
  readonly from: OneOrMore<EventId>;
  readonly to: OneOrMore<EventId>;
  /** A few words that read from `from` to `to`, set on the arc: "said to have led to". */
  readonly verb: string;
  readonly asserter: string;
  readonly statement: string;
  readonly citations: OneOrMore<Citation>;
  readonly caution?: string;
};

export type Correction = {
  readonly id: string;
  readonly date: string;
  readonly kind: 'correction' | 'clarification' | 'update' | 'withdrawal';
  readonly targets: OneOrMore<string>;
  readonly was: string;
  readonly now: string;
  readonly why: string;
  readonly revisions: { readonly from: number; readonly to: number };
};

export type Band = { readonly id: BandId; readonly title: string };

/** What the story knows of a tour, ordered steps through it: enough to lead to `t/<id>/`, where it stands whole. */
export type TourLine = {
  readonly id: string;
  readonly title: string;
  /** One line: what it goes through. */
  readonly summary: string;
  /** The newest revision of it that was published, and its day, YYYY-MM-DD: it can be pinned to that. */
  readonly kept?: { readonly n: number; readonly date: string };
};

/** What the build writes to `data/story.json` and the page reads: the story with everything computed that can be. */
export type StoryData = {
  readonly format: 'sourceline/1';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** One paragraph, at most 120 words; says what the story is and is not. */
  readonly summary: string;
  readonly language: string;
  readonly publisher: { readonly name: string; readonly url?: string };
  readonly licence: { readonly name: string; readonly url: string };
  /** Date of the last change of the data, as in the newest revision. */
  readonly updated: string;
  /** IANA zone of the axis; each event also has its own. */
  readonly zone: string;
  /** The window the timeline opens on. */
  readonly opens: { readonly start: Instant; readonly end: Instant };
  /** The source that is called the article. */
  readonly article: SourceId;
  readonly bands: OneOrMore<Band>;
  /** Sorted by earliest start, then latest end, then id. */
  readonly events: readonly StoryEvent[];
  readonly sources: readonly Source[];
  readonly relations: readonly Relation[];
  readonly corrections: readonly Correction[];
  /** Where readers report errors: an https or mailto address. */
  readonly contact?: string;
  /** What could not be verified about the story as a whole. */
  readonly unverified: readonly string[];
  /** The published edition of the whole story that this is; absent where it was changed since the last one. */
  readonly edition?: number;
};
