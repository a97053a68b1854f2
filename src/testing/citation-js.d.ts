/** The part of citation-js that tests ask; it comes without types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    readonly data: unknown;
    format(form: string, options: Readonly<Record<string, string>>): unknown;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
/** Where it checks records of CSL-JSON: field by field, throwing at what is none unless it may guess. */
declare module '@citation-js/core/lib/plugins/input/csl.js' {
  export function clean(records: readonly unknown[], mayGuess: boolean): unknown;
}
