/**
 * Takes a value that must be there.
 * @param what named in the error, lower case: `unknown band: ${id}`
 * @throws when the value is null or undefined: a bug of ours, never a reader's input
 */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(what);
  return value;
}
