import { createHash } from 'node:crypto';
import { must } from '#base/assert.ts';
import { directionOf } from '#base/messages.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { pathOf, rootOf, type Page } from '#app/page.ts';
import { renderApp } from '#app/render.ts';
import { parseStory } from '#model/parse.ts';
import { createStory, type Story } from '#model/story.ts';
import type { StoryData } from '#model/types.ts';
import { readStory } from '#site/compile.ts';
import { contentSecurityPolicy } from '#site/headers.ts';

/** A story ready to be served or written: what the development server and the build share. */
export type Site = {
  /** The data as the page fetches it, and the path of the same bytes under a name that holds their hash. */
  readonly json: string;
  readonly dataFile: string;
  /** Paths of the pages below the root, each ending in `/` or empty. */
  readonly pages: readonly string[];
  /** @throws on a path that is not in `pages` */
  readonly render: (path: string, template: string) => string;
};

/**
 * Compiles a story folder and prepares its pages.
 * @param siteUrl where the site will stand, for addresses that must be absolute; undefined leaves those out
 * @returns all faults of the data at once, each a line or more for a person to read
 */
export async function openSite(folder: string, siteUrl: string | undefined): Promise<Result<Site, readonly string[]>> {
  const compiled = await readStory(folder);
  if (!compiled.ok) return fail(compiled.error.map(String));
  return ok(siteOf(compiled.value, siteUrl));
}

function siteOf(data: StoryData, siteUrl: string | undefined): Site {
  const json = JSON.stringify(data);
  // The reader's way round: what the build renders has gone through the same text as what the browser hydrates.
  const parsed = parseStory(JSON.parse(json));
  if (!parsed.ok) throw new Error(`the compiled story cannot be read back: ${parsed.error}`);
  const story = createStory(parsed.value);
  const sha256 = createHash('sha256').update(json);
  const integrity = `sha256-${sha256.copy().digest('base64')}`;
  const dataFile = `data/story.${sha256.digest('hex').slice(0, 16)}.json`;
  const pages = new Map<string, Page>(pagesOf(story).map((page) => [pathOf(page), page]));
  return {
    json,
    dataFile,
    pages: [...pages.keys()],
    render: (path, template) => {
      const page = must(pages.get(path), `unknown page: ${path}`);
      return renderPage(story, page, template, { dataFile, integrity, siteUrl });
    },
  };
}

function pagesOf(story: Story): readonly Page[] {
  return [{ kind: 'story' }, ...story.data.events.map(({ id }) => ({ kind: 'event', id }) as const)];
}

type Links = { readonly dataFile: string; readonly integrity: string; readonly siteUrl: string | undefined };

/** Fills the template of a page: its language, its head, its document; and makes links from the root relative to where the page stands. */
function renderPage(story: Story, page: Page, template: string, links: Links): string {
  const path = pathOf(page);
  const root = rootOf(path);
  const language = story.data.language;
  const { head, body } = renderApp(story, page, { root, locale: language, framed: false, restricted: false });
  const html = `<html lang="${escape(language)}" dir="${directionOf(language)}">`;
  return template
    .replaceAll(/ (href|src)="\.\//g, (_, name: string) => ` ${name}="${root}`)
    .replace('<html lang="en" dir="ltr">', () => html)
    .replace('<!--head-->', () => headOf(story, page, links) + head)
    .replace('<!--body-->', () => `<div data-app data-page="${path}">${body}</div>`);
}

/** Title, description, addresses and the data file of a page. */
function headOf(story: Story, page: Page, { dataFile, integrity, siteUrl }: Links): string {
  const path = pathOf(page);
  const { title, description } = wordsOf(story, page);
  const url = siteUrl === undefined ? undefined : new URL(path, siteUrl.replace(/\/*$/, '/')).href;
  const meta = (name: string, content: string) => `<meta ${name} content="${escape(content)}" />`;
  return [
    meta('http-equiv="Content-Security-Policy"', contentSecurityPolicy('meta')),
    `<title>${escape(title)}</title>`,
    meta('name="description"', description),
    // Relative where the site's address is not known: valid in HTML, and true wherever the files are put.
    `<link rel="canonical" href="${escape(url ?? './')}" />`,
    meta('property="og:title"', page.kind === 'story' ? story.data.title : title),
    meta('property="og:description"', description),
    meta('property="og:type"', page.kind === 'story' ? 'website' : 'article'),
    ...(url === undefined ? [] : [meta('property="og:url"', url)]), // must be absolute
    // The hash is for the script: browsers refuse the attribute `integrity` on what is fetched ahead.
    `<link rel="preload" as="fetch" crossorigin href="${rootOf(path)}${dataFile}" data-integrity="${integrity}" />`,
  ].join('\n    ');
}

function wordsOf(story: Story, page: Page): { readonly title: string; readonly description: string } {
  if (page.kind === 'story') return { title: story.data.title, description: story.data.subtitle };
  const event = must(story.byId.get(page.id), `unknown event: ${page.id}`);
  return { title: `${event.title} · ${story.data.title}`, description: event.claims[0].text };
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
