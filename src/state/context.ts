import { createContext } from 'svelte';
import type { ColumnsKey } from '#base/columns-messages.ts';
import type { DocumentKey } from '#base/document-messages.ts';
import type { Translate } from '#base/messages.ts';
import type { TourLine } from '#model/types.ts';
import type { ViewState } from '#state/view.svelte.ts';

export const [getView, setView] = createContext<ViewState>();
export const [getTranslate, setTranslate] = createContext<Translate>();
/** In documents only: the words that no other page has. */
export const [getDocumentTranslate, setDocumentTranslate] = createContext<Translate<DocumentKey>>();
/** On the page of many events only. */
export const [getColumnsTranslate, setColumnsTranslate] = createContext<Translate<ColumnsKey>>();

/** Where this page stands and how it is shown; fixed for the life of the page. */
export type Place = {
  /** From this page to the root of the site: `./` on the front page, `../../` on an event's page. Ends in `/`. */
  readonly root: string;
  /** BCP 47 language of the interface. */
  readonly locale: string;
  /** In a frame: cooperative gestures, no history entries. */
  readonly framed: boolean;
  /** Origin is opaque (`sandbox` without `allow-same-origin`): pop-ups and the clipboard may be blocked. */
  readonly restricted: boolean;
  /** The tours of the story; frames are not told of them. */
  readonly tours?: readonly TourLine[];
};
export const [getPlace, setPlace] = createContext<Place>();
