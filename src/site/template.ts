import { rootOf } from '#app/page.ts';
import { directionOf } from '#base/messages.ts';
import { escape } from '#site/head.ts';

/** Fills the template of a page: its language, its head, its body; and makes links from the root relative to where the page stands. */
export function filledTemplate(
  template: string,
  path: string,
  { language, head, body }: { readonly language: string; readonly head: string; readonly body: string },
): string {
  const root = rootOf(path);
  return template
    .replaceAll(/ (href|src)="\.\//g, (_, name: string) => ` ${name}="${root}`)
    .replace('<html lang="en" dir="ltr">', () => `<html lang="${escape(language)}" dir="${directionOf(language)}">`)
    .replace('<!--head-->', () => head)
    .replace('<!--body-->', () => body);
}
