/** The things of a list by their ids; of two with one id the later is found. */
export function indexById<One extends { readonly id: unknown }>(list: readonly One[]): ReadonlyMap<One['id'], One> {
  return new Map(list.map((one) => [one.id, one]));
}
