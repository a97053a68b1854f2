/** The part of jsonld that tests ask; it comes without types. */
declare module 'jsonld' {
  type Loaded = { readonly contextUrl?: string; readonly documentUrl: string; readonly document: unknown };
  type Options = { readonly documentLoader: (url: string) => Promise<Loaded>; readonly safe: boolean };
  const jsonld: { readonly flatten: (document: unknown, context: undefined, options: Options) => Promise<unknown> };
  export default jsonld;
}
