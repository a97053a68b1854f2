import tokens from '#styles/tokens.css?raw';
import { must } from '#base/assert.ts';

/** The light value of a colour of the stylesheet, by its name without the two hyphens: what is drawn at build looks as the page does. */
export function colour(name: string): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(tokens)?.[1];
  return must(found, `unknown colour: ${name}`);
}
