/** A value of type T that was minted in one known place, so that an id of one kind cannot stand for an id of another. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
