import {
  EMBED_LANGUAGES,
  EMBED_THEMES,
  EMBED_UIS,
  type EmbedLanguage,
  type EmbedTheme,
  type EmbedUi,
} from '#model/embedLook.ts';

/** What the address of a frame asks for; the counterpart of `embedQuery`. */
export type EmbedWishes = {
  readonly ui: EmbedUi;
  readonly theme: EmbedTheme;
  /** null: the story's. */
  readonly lang: EmbedLanguage | null;
  /** Days or instants as in a link's `t`; whoever knows the story's zone reads them. */
  readonly from: string | null;
  readonly to: string | null;
  /** Empty: all of them. Ids that the story does not have are left out by whoever knows it. */
  readonly bands: readonly string[];
  /** What it says of the view in a link's grammar (`known`, filters, an event), as a link's hash; null where it says nothing of it. */
  readonly view: string | null;
};

/** Keys of a link that mean the same in a frame's query. A window and the kind of view have keys of their own here. */
export const VIEW_KEYS = ['known', 'e', 'actor', 'band', 'dispute', 'phase', 'publisher', 'source', 'standing'];

/** Longer queries are not ours; they are not looked at. */
const LONGEST = 2000;

/** Reads the query of a frame's address. Never throws: what is unknown is ignored, what cannot be read is as if it were not there. */
export function embedWishes(search: string): EmbedWishes {
  const read = search.length > LONGEST ? '' : search;
  const query = new URLSearchParams(read);
  // Passed on as it is written: values that hold commas are escaped in it.
  const said = read
    .slice(1)
    .split('&')
    .filter((part) => VIEW_KEYS.some((key) => part.startsWith(`${key}=`)));
  const value = (key: string, form: RegExp): string | null => {
    const text = query.get(key);
    return text !== null && form.test(text) ? text : null;
  };
  return {
    ui: EMBED_UIS.find((ui) => ui === query.get('ui')) ?? 'full',
    theme: EMBED_THEMES.find((theme) => theme === query.get('theme')) ?? 'auto',
    lang: EMBED_LANGUAGES.find((lang) => lang === query.get('lang')) ?? null,
    from: value('from', /^[-\d:TZ]{4,30}$/),
    to: value('to', /^[-\d:TZ]{4,30}$/),
    bands: (value('bands', /^[a-z0-9-]+(,[a-z0-9-]+)*$/) ?? '').split(',').filter((id) => id !== ''),
    view: said.length > 0 ? `#v1&${said.join('&')}` : null,
  };
}

/** The secret by which WordPress knows its frame, from the hash `#?secret=…` that it appends; null where there is none. */
export function secretOf(hash: string): string | null {
  return /^#\?secret=([A-Za-z0-9]{1,64})$/.exec(hash)?.[1] ?? null;
}
