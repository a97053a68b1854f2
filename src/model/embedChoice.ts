import {
  EMBED_HEIGHTS,
  EMBED_SCRIPT,
  elementCode,
  embedQuery,
  iframeCode,
  scriptCode,
  type EmbedFrame,
} from '#model/embedCode.ts';
import { EMBED_UIS, type EmbedLanguage, type EmbedTheme, type EmbedUi } from '#model/embedLook.ts';
import type { StoryEvent, TourLine } from '#model/types.ts';

/** What an author chose to embed, and how it looks. */
export type EmbedChoice = {
  readonly what: 'event' | 'tour' | 'range' | 'story';
  readonly ui: EmbedUi;
  readonly theme: EmbedTheme;
  /** Of the interface; null: the story's. */
  readonly lang: EmbedLanguage | null;
  readonly height: number;
  /** The revision of the event or the tour, or the edition of the story, that it stays with; null where it follows the story. */
  readonly pin: number | null;
};

/** What there is to choose from: the page as it stands. */
export type EmbedSource = {
  /** Absolute address of the root of the site. */
  readonly root: string;
  readonly title: string;
  readonly event: Pick<StoryEvent, 'id' | 'title'> | undefined;
  readonly tour?: Pick<TourLine, 'id' | 'title'> | undefined;
  /** The window on screen, as a link says it, and what else a link says of the view. */
  readonly from: string;
  readonly to: string;
  readonly view: string;
};

/** Where it goes, and the code that is best there. */
export const EMBED_PLACES = {
  wordpress: 'address',
  moodle: 'address',
  canvas: 'iframe',
  sites: 'address',
  html: 'script',
} as const;
export type EmbedPlace = keyof typeof EMBED_PLACES;
export const EMBED_CODES = ['address', 'iframe', 'script', 'element'] as const;
export type EmbedCodeKind = (typeof EMBED_CODES)[number];

/** The forms that there are of it. An event has one; around the steps of a tour there are no tools to leave out. */
export function formsOf(what: EmbedChoice['what']): readonly EmbedUi[] {
  return what === 'event' ? [] : EMBED_UIS.filter((ui) => ui !== 'min' || what !== 'tour');
}

/** The form it comes in: the one that is asked for, where there is that. */
export function formOf(what: EmbedChoice['what'], ui: EmbedUi): EmbedUi {
  return formsOf(what).find((one) => one === ui) ?? 'full';
}

/** px that suit a form, until the host knows better. */
export function usualHeight(what: EmbedChoice['what'], ui: EmbedUi): number {
  return formOf(what, ui) === 'min' ? 480 : EMBED_HEIGHTS.usual;
}

/**
 * The frame of a choice.
 * @param name gives the words for its title and for the link below it
 */
export function frameOfChoice(
  { what, ui, theme, lang, height, pin }: EmbedChoice,
  { root, title, event, tour, from, to, view }: EmbedSource,
  name: (kind: 'frame' | 'link', title: string) => string,
): EmbedFrame {
  const isEvent = what === 'event' && event !== undefined;
  const isTour = what === 'tour' && tour !== undefined;
  const revision = pin === null ? '' : `r/${pin}/`;
  const own = isEvent ? `e/${event.id}/` : isTour ? `t/${tour.id}/` : '';
  const look = { theme, ...(lang && { lang }), ui: formOf(what, ui) };
  const query = embedQuery(what === 'range' ? { ...look, from, to, view } : look);
  const called = isEvent ? event.title : isTour ? tour.title : title;
  return {
    src: `${root}embed/${own}${revision}${query}`,
    // Beside the frame of an edition, or of a tour's revision, there is no page.
    page: root + (isEvent ? own + revision : own),
    frameTitle: name('frame', called),
    linkText: name('link', called),
    height: Math.min(EMBED_HEIGHTS.most, Math.max(EMBED_HEIGHTS.least, Math.round(height) || EMBED_HEIGHTS.usual)),
  };
}

/**
 * The text to paste.
 * @param place WordPress asks the page itself what to show, so there the address is the page's, as long as nothing is chosen that it would not know
 */
export function codeOfChoice(kind: EmbedCodeKind, frame: EmbedFrame, root: string, place: EmbedPlace): string {
  const script = root + EMBED_SCRIPT.file;
  switch (kind) {
    case 'address':
      return place === 'wordpress' && /\/embed\/(?:[et]\/[^/]+\/)?$/.test(frame.src) ? frame.page : frame.src;
    case 'iframe':
      return iframeCode(frame);
    case 'script':
      return `${iframeCode(frame)}\n${scriptCode(script)}`;
    case 'element':
      return elementCode(frame, script);
  }
}
