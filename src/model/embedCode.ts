import type { EmbedTheme, EmbedUi } from '#model/embedLook.ts';

/**
 * The codes that put a frame of ours on somebody else's page, and what they are made of. One source for the dialog, oEmbed and the docs, so
 * that what we hand out is what we test.
 */

/** What the frame may be asked for by its address; everything left out is as the page opens. */
export type EmbedOptions = {
  readonly ui?: EmbedUi | undefined;
  readonly theme?: EmbedTheme | undefined;
  /** BCP 47 language of the interface. */
  readonly lang?: string | undefined;
  /** The window: days or instants, as in a link's `t`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Ids of the bands that are shown. */
  readonly bands?: readonly string[] | undefined;
  /** What else is said of the view, as a link's hash: `known`, filters. Its window and kind of view are not taken; `from`, `to`, `ui` say them. */
  readonly view?: string | undefined;
};

/** px a frame may be high: what the host script clamps to. */
export const EMBED_HEIGHTS = { least: 120, most: 4000, usual: 640 } as const;

/**
 * The optional host script, immutable under its name: a change of one byte of it needs a new name. `embed-script.test.ts` computes the hash
 * again.
 */
export const EMBED_SCRIPT = {
  file: 'embed.v1.js',
  integrity: 'sha384-vhK43uzz+QKafouLEn8LLQ1Nr/zs9rTI/9rw/lF7w6YXtUv5fQZB5WX9abRrQ6xd',
} as const;

/** The query of a frame's address, keys in a fixed order, so that equal wishes give equal addresses; empty when nothing is wished. */
export function embedQuery({ ui, theme, lang, from, to, bands, view = '' }: EmbedOptions): string {
  const query = new URLSearchParams();
  const given = { bands: bands?.join(','), from, lang, theme: theme === 'auto' ? '' : theme, to };
  for (const [key, value] of Object.entries({ ...given, ui: ui === 'full' ? '' : ui }))
    if (value) query.set(key, value);
  const said = view.split('&').filter((part) => /^(?!t=|view=)\w+=/.test(part));
  const own = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  const text = [...(own && [own]), ...said].join('&');
  return text && `?${text}`;
}

export type EmbedFrame = {
  /** Absolute address of the frame, query included. */
  readonly src: string;
  /** Absolute address of the page it stands for: what is left where frames are not allowed. */
  readonly page: string;
  /** What a screen reader calls the frame, and the link below it; both name the title. */
  readonly frameTitle: string;
  readonly linkText: string;
  /** px */
  readonly height: number;
};

/** The frame itself. Right with nothing but `src`, `width`, `height` and `title`, for that is all that some hosts leave of it. */
export function iframeTag({ src, frameTitle, height }: Pick<EmbedFrame, 'src' | 'frameTitle' | 'height'>): string {
  return (
    `<iframe src="${escaped(src)}" title="${escaped(frameTitle)}" width="100%" height="${height}" ` +
    `style="border:0;width:100%;height:${height}px" loading="lazy" allow="clipboard-write; fullscreen" ` +
    `referrerpolicy="strict-origin-when-cross-origin"></iframe>`
  );
}

/**
 * What oEmbed gives to hosts: a quotation and a frame, as WordPress lets nothing else through and shows the quotation until the frame answers.
 * It takes the style away, so that the frame would get a border; one attribute of HTML 4 stays and forbids it.
 * @param text what the quotation says after the title of the page
 */
export function oembedCode(frame: EmbedFrame, text: string): string {
  const { page, linkText } = frame;
  const quotation = `<blockquote><a href="${escaped(page)}">${escaped(linkText)}</a>: ${escaped(text)}</blockquote>`;
  return quotation + iframeTag(frame).replace('<iframe ', '<iframe frameborder="0" ');
}

/** The code to paste: the frame, and below it a link that stays where frames are taken away. */
export function iframeCode(frame: EmbedFrame): string {
  return `${iframeTag(frame)}\n<p><a href="${escaped(frame.page)}">${escaped(frame.linkText)}</a></p>`;
}

/** The same as an element that the host script turns into that frame; without the script it is the link. */
export function elementCode(frame: EmbedFrame, script: string): string {
  const { src, frameTitle, height, page, linkText } = frame;
  return (
    `<source-line src="${escaped(src)}" title="${escaped(frameTitle)}" height="${height}">` +
    `<a href="${escaped(page)}">${escaped(linkText)}</a></source-line>\n${scriptCode(script)}`
  );
}

/**
 * The line that loads the host script: it gives frames the height of what they hold.
 * @param script its absolute address
 */
export function scriptCode(script: string): string {
  return `<script async src="${escaped(script)}" integrity="${EMBED_SCRIPT.integrity}" crossorigin="anonymous"></script>`;
}

/** For text and for attributes between double quotes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
