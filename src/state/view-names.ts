/** The views a reader may choose between; also how a link names them. */
export const VIEW_NAMES = ['timeline', 'list'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];
