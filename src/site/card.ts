import { createTranslate } from '#base/messages.ts';
import { standingOf } from '#model/sourcing.ts';
import type { Story } from '#model/story.ts';
import type { Standing, StoryEvent } from '#model/types.ts';
import { CARD } from '#site/card-path.ts';
import { isEvent, type Subject } from '#site/subject.ts';
import {
  drawing,
  fitted,
  settingOf,
  textMarkup,
  textWidth,
  type Face,
  type Fitted,
  type TextStyle,
} from '#site/card-type.ts';
import { colour } from '#site/colours.ts';
import { extentOf } from '#time/extent.ts';
import { instant, type Span } from '#time/instant.ts';
import { spanWords, wordsOf } from '#time/words.ts';
import { colourOf } from '#views/fades.ts';
import { GLYPHS, LINE } from '#views/glyphs.ts';

const MARGIN = 72;
const INNER = CARD.width - 2 * MARGIN;
const AXIS = { y: 510, height: 14 } as const;
const LEADING = 1.16;
const TITLE_SIZES = [76, 66, 56, 48, 40, 34] as const;
/** px between the end of the title and the baseline of the standing, and where that may lie at most: the mark on the axis is below. */
const STANDING = { gap: 34, lowest: 452 } as const;

/** The card for an event, a tour, or the story as a whole, as PNG: the same bytes for the same story. */
export function cardOf(story: Story, about: Subject): Uint8Array {
  return drawing(cardSvg(story, about)).render().asPng();
}

/**
 * The card as SVG: story, time in words, title, standing, a small timeline with the event marked, publisher. Where the title runs from
 * right to left so does the card; its time axis never does.
 */
export function cardSvg(story: Story, about: Subject): string {
  const { data } = story;
  const event = isEvent(about) ? about : undefined;
  const tour = isEvent(about) ? undefined : about;
  const t = createTranslate(data.language);
  const title = about?.title ?? data.title;
  const { rtl } = settingOf(title, data.language);
  const put = (text: string, style: TextStyle, y: number, side: 'start' | 'end', setting = settingOf(text)): string => {
    const left = (side === 'start') !== rtl;
    const place = { x: left ? MARGIN : CARD.width - MARGIN, y, anchor: left ? 'start' : 'end' } as const;
    return textMarkup(text, style, place, setting);
  };
  const quiet = (size: number): TextStyle => ({ face: 'sans', size, fill: colour('ink-2') });
  const block = (lines: Fitted, style: Omit<TextStyle, 'size'>, top: number): string =>
    lines.lines
      .map((line, i) => {
        const y = top + lines.size * (0.8 + LEADING * i);
        return put(line, { ...style, size: lines.size }, y, 'start', lines.setting);
      })
      .join('');

  const fit = (text: string, face: Face, sizes: readonly (readonly [px: number, lines: number])[], width = INNER) =>
    fitted(text, face, width, sizes, data.language);
  const heightOf = ({ lines, size }: Fitted): number => lines.length * size * LEADING;

  const head = fit(about ? data.title : data.publisher.name, 'bold', [[26, 1]]);
  const line = event ? wordsOf(event.when, { t, locale: data.language }).full : (tour?.summary ?? data.subtitle);
  const when = fit(line, 'sans', [
    [28, 1],
    [24, 2],
  ]);
  const whenTop = 118;
  const nameTop = whenTop + heightOf(when) + 22;
  const room = STANDING.lowest - STANDING.gap - nameTop;
  const name = fit(
    title,
    'serif',
    TITLE_SIZES.map((size) => [size, Math.floor(room / (size * LEADING))]),
  );
  const standingY = nameTop + heightOf(name) + STANDING.gap;
  const foot = event
    ? [
        t('header.claims', { n: event.claims.length }),
        t('source.count', { n: story.citationNumbers(event).size }),
        ...(event.disputes.length > 0 ? [t('timeline.disputes', { n: event.disputes.length })] : []),
      ]
    : [
        t('header.events', { n: data.events.length }),
        t('header.claims', { n: story.claims.size }),
        t('source.count', { n: data.sources.length }),
      ];
  const footY = CARD.height - 34;
  const counts = foot.join(' · ');
  const besides = INNER - textWidth(counts, 'sans', 24) - 48;
  const by = about && fit(data.publisher.name, 'bold', [[24, 1]], besides);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">`,
    `<rect width="100%" height="100%" fill="${colour('paper')}"/>`,
    `<rect width="100%" height="10" fill="${colour(event ? standingToken(standingOf(event)) : 'ink')}"/>`,
    block(head, { face: 'bold', fill: colour('ink') }, 48),
    `<path d="M${MARGIN} 92H${CARD.width - MARGIN}" stroke="${colour('rule-strong')}" stroke-width="1.5"/>`,
    block(when, { face: 'sans', fill: colour('ink-2') }, whenTop),
    block(name, { face: 'serif', fill: colour('ink') }, nameTop),
    event ? standingMarkup(standingOf(event), t(`standing.${standingOf(event)}`), standingY, rtl) : '',
    axisMarkup(story, event),
    put(counts, quiet(24), footY, 'start'),
    by ? put(by.lines.join(''), { ...quiet(24), face: 'bold' }, footY, 'end', by.setting) : '',
    '</svg>',
  ].join('');
}

function standingToken(standing: Standing): string {
  return `standing-${colourOf(standing)}`;
}

function glyphMarkup(standing: Standing, x: number, y: number, scale: number): string {
  const { body, fill, line } = GLYPHS[standing];
  const ink = colour(standingToken(standing));
  return (
    `<g transform="translate(${x} ${y}) scale(${scale})"><path d="${body}" fill="${colour('paper')}"/>` +
    `${fill ? `<path d="${fill}" fill="${ink}"/>` : ''}` +
    `${line ? `<path d="${line}" fill="none" stroke="${ink}" stroke-width="${LINE}"/>` : ''}</g>`
  );
}

function standingMarkup(standing: Standing, word: string, y: number, rtl: boolean): string {
  const [glyph, text] = rtl ? [CARD.width - MARGIN - 13, CARD.width - MARGIN - 38] : [MARGIN + 13, MARGIN + 38];
  const style: TextStyle = { face: 'bold', size: 30, fill: colour(standingToken(standing)) };
  const anchor = rtl ? 'end' : 'start';
  return glyphMarkup(standing, glyph, y - 10, 2.1) + textMarkup(word, style, { x: text, y, anchor });
}

/** The window the story opens on, wider where the event lies beyond it, with a tick for each event and this one's time drawn as it is known. */
function axisMarkup({ data }: Story, event: StoryEvent | undefined): string {
  const { start, end } = windowOf(data.opens, event);
  const x = (at: number): number => MARGIN + Math.min(Math.max((at - start) / (end - start), 0), 1) * INNER;
  const round = (px: number): string => px.toFixed(1);
  const ticks = data.events
    .filter((one) => one !== event && one.when.earliestStart >= start && one.when.earliestStart < end)
    .map(
      ({ when }) =>
        `<path d="M${round(x(when.earliestStart))} ${AXIS.y - 18}v18" stroke="${colour('ink-3')}" stroke-width="2"/>`,
    );
  const t = createTranslate(data.language);
  const words = spanWords({ start: instant(start), end: instant(end) }, { t, locale: data.language, zone: data.zone });
  const label = { face: 'sans', size: 20, fill: colour('ink-3') } as const;
  return [
    `<path d="M${MARGIN} ${AXIS.y}H${CARD.width - MARGIN}" stroke="${colour('rule-strong')}" stroke-width="2"/>`,
    ...ticks,
    event ? markMarkup(event, x) : '',
    textMarkup(words, label, { x: MARGIN, y: AXIS.y + 34, anchor: 'start' }),
  ].join('');

  function markMarkup(one: StoryEvent, at: (ms: number) => number): string {
    const { solid, fades, alsoSolid = [] } = extentOf(one.when);
    const ink = colour(standingToken(standingOf(one)));
    const bar = (span: Span, opacity: number): string => {
      const width = Math.max(AXIS.height, at(span.end) - at(span.start));
      const left = Math.min(at(span.start), CARD.width - MARGIN - width);
      return `<rect x="${round(left)}" y="${AXIS.y - AXIS.height / 2}" width="${round(width)}" height="${AXIS.height}" rx="${AXIS.height / 2}" fill="${ink}" fill-opacity="${opacity}"/>`;
    };
    const first = Math.min(Math.max(at(one.when.earliestStart), MARGIN + 14), CARD.width - MARGIN - 14);
    return [
      ...fades.map((span) => bar(span, 0.4)),
      ...[...(solid ? [solid] : []), ...alsoSolid].map((span) => bar(span, 1)),
      glyphMarkup(standingOf(one), first, AXIS.y - 34, 2),
    ].join('');
  }
}

function windowOf(opens: Span, event: StoryEvent | undefined): { readonly start: number; readonly end: number } {
  if (!event) return opens;
  const { earliestStart, latestEnd } = event.when;
  const from = Number.isFinite(earliestStart) ? earliestStart : latestEnd;
  const to = Number.isFinite(latestEnd) ? latestEnd : earliestStart;
  if (from >= opens.start && to <= opens.end) return opens;
  const [start, end] = [Math.min(opens.start, from), Math.max(opens.end, to)];
  const air = (end - start) * 0.02;
  return { start: from < opens.start ? start - air : start, end: to > opens.end ? end + air : end };
}
