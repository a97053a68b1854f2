/** Each figure of the trust report with what it is out of, counted from the files of a story folder. */
export function countStory(dir: string): Record<string, [n: number, of: number]>;
