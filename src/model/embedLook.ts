// By itself: the first script of a frame needs these words, and not the codes.

/** `full`: timeline, dates, overview. `min`: the timeline alone. `list`: the document, as long as it is. */
export const EMBED_UIS = ['full', 'min', 'list'] as const;
export type EmbedUi = (typeof EMBED_UIS)[number];
/** Languages of the interface. The story keeps its own. */
export const EMBED_LANGUAGES = ['en', 'he', 'ar'] as const;
export type EmbedLanguage = (typeof EMBED_LANGUAGES)[number];
/** `auto` follows the reader's system. */
export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];
