/** What readers take along from a page: its address, words that are quoted in it, a citation. */
export const TAKEAWAY_KINDS = ['link', 'quote', 'cite'] as const;
export type TakeawayKind = (typeof TAKEAWAY_KINDS)[number];
