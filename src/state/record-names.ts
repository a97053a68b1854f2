/** Pages about the story as a whole, each at the address of its name, in the order of the navigation. */
export const RECORD_NAMES = ['about', 'trust', 'sources', 'disputes', 'corrections'] as const;
export type RecordName = (typeof RECORD_NAMES)[number];
