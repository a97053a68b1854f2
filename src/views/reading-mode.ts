/** `document`: everything open, for the list, an event's own page and paper. `panel`: the words open on request, beside the timeline. */
export type ReadingMode = 'document' | 'panel';
