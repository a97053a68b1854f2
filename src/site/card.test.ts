import { expect, test } from 'vitest';
import { cardOf, cardSvg } from '#site/card.ts';
import { CARD } from '#site/card-path.ts';
import { drawing, fitted, textMarkup, textWidth } from '#site/card-type.ts';
import { claimOf, eventOf, storyOf } from '#testing/story.ts';

const MARGIN = 72;
const TITLES = {
  shortest: 'War',
  wide: 'W'.repeat(60),
  words: 'MMMMMMM WWWWWWW MMMMMMM WWWWWWW MMMMMMM WWWWWWW MMMMMM WWWWW',
  hebrew: 'בשעה 07:00 הודיע צה״ל על תקיפה בביירות, לפי N12 (ערוץ 12)',
  arabic: 'في الساعة 07:00 أعلن الجيش عن غارة على بيروت، حسب CNN',
  mixed: 'N12 דיווח: שיחות',
  'mixed and long': 'N12: שיחות ב-8.10.2024, 15% מהכוחות – 1,701 "חיילים" (לפי Reuters)',
  'longest in Hebrew': 'בשעה 07:00 הודיע צה״ל על תקיפה בביירות, לפי N12 (ערוץ 12), ואחר כך נמסר כי '.repeat(4).trim(),
  'longest in English': 'The commander is reported to have said that the operation had been put off. '.repeat(4).trim(),
} as const;
const card = (title: string, publisher = 'Tests'): string => {
  const made = eventOf('ferry', { title });
  return cardSvg(storyOf({ events: [made, eventOf('repair')], publisher: { name: publisher } }), made);
};
const titleLines = (svg: string): readonly (readonly [markup: string, text: string])[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)]
    .filter(([markup]) => /font-weight="600" font-size="(?:76|66|56|48|40|34)"/.test(markup))
    .map(([markup, text = '']) => [markup, text]);
const boxOf = (markup: string): { readonly left: number; readonly right: number } => {
  const box = drawing(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${markup}</svg>`).getBBox();
  return { left: box?.x ?? 0, right: (box?.x ?? 0) + (box?.width ?? 0) };
};

test.each(Object.entries(TITLES))('cardSvg(): nothing of the %s title is clipped or lost', (_, title) => {
  const svg = card(title);
  const letters = (text: string): string => text.replace(/[\s\u2066\u2067\u2069]/g, '');
  const lines = titleLines(svg);
  expect(letters(lines.map(([, text]) => text).join(''))).toBe(letters(title).replaceAll('"', '&#34;'));
  for (const [markup] of svg.matchAll(/<text [^>]*>[^<]*<\/text>/g)) {
    const { left, right } = boxOf(markup);
    expect(left).toBeGreaterThanOrEqual(MARGIN - 8);
    expect(right).toBeLessThanOrEqual(CARD.width - MARGIN + 8);
  }
  const standing = /font-size="30"/.exec(svg)?.index ?? 0;
  const y = Number(/ y="([\d.]+)"/.exec(svg.slice(svg.lastIndexOf('<text', standing)))?.[1]);
  expect(y).toBeLessThanOrEqual(452); // the mark on the timeline is below
});

test.each([
  ['longest in Hebrew', '\u2067', 'end'],
  ['mixed and long', '\u2066', 'start'],
] as const)(
  'cardSvg(): each line of the title %s runs as the whole does, whatever it begins with',
  (which, isolate, anchor) => {
    const lines = titleLines(card(TITLES[which]));
    expect(lines.length).toBeGreaterThan(1);
    for (const [markup, text] of lines) {
      expect([text[0], text.at(-1)]).toEqual([isolate, '\u2069']);
      expect(markup).toContain(`text-anchor="${anchor}" font-family="Rubik"`);
      expect(text.split('(').length, text).toBe(text.split(')').length); // brackets keep together
    }
  },
);

test('cardSvg(): a story in Hebrew has its cards from right to left though a title begins in Latin', () => {
  const made = eventOf('ferry', { title: TITLES.mixed });
  const svg = cardSvg(storyOf({ events: [made], language: 'he' }), made);
  expect(titleLines(svg)[0]?.[0]).toMatch(/text-anchor="end".*\u2067N12/);
});

test('cardSvg(): the name of a publisher, however long, leaves the counts alone', () => {
  const svg = card(
    'War',
    'The Consortium of Lakeside Reporters and Friends of the Ferry and of All Who Wait for It, Ltd.',
  );
  const [counts = '', publisher = ''] = svg.match(/<text [^>]*font-size="24"[^>]*>[^<]*<\/text>/g) ?? [];
  expect(publisher).toContain('…');
  expect(boxOf(publisher).left - boxOf(counts).right).toBeGreaterThan(24);
});

test('cardSvg(): pictures, which no face has, are left out', () => {
  expect(titleLines(card('Ferry ⛴️ stops 👨‍👩‍👧 at 5 ©'))[0]?.[1]).toBe('Ferry stops at 5 ©');
});

test.each(['hebrew', 'arabic'] as const)(
  'cardSvg(): %s stands between isolates and ends at the right edge',
  (which) => {
    const svg = card(TITLES[which]);
    expect(svg).toMatch(/text-anchor="end" font-family="Rubik"[^>]*>\u2067[^<]*07:00[^<]*\u2069</);
  },
);

test.each([['בשעה'], ['الساعة']])('textMarkup(): the clock time after %s is drawn as it is by itself', (word) => {
  const black = { face: 'serif', size: 50, fill: '#000' } as const;
  // Read from the right, the word comes first: the time is at the left end.
  const inside = textMarkup(`${word} 07:00`, black, { x: 10, y: 60, anchor: 'start' });
  const alone = textMarkup('07:00', black, { x: 10, y: 60, anchor: 'start' }).replace('Source Serif 4', 'Rubik');
  const pixels = (text: string): string =>
    Buffer.from(
      drawing(`<svg xmlns="http://www.w3.org/2000/svg" width="135" height="80">${text}</svg>`).render().pixels,
    ).toString('base64');
  expect(pixels(alone)).not.toBe(pixels(''));
  expect(pixels(inside)).toBe(pixels(alone));
});

test('fitted() cuts what fits at no size with an ellipsis', () => {
  const { size, lines } = fitted('word '.repeat(200), 'serif', 400, [
    [60, 2],
    [40, 3],
  ]);
  expect(size).toBe(40);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/…$/);
  for (const line of lines) expect(textWidth(line, 'serif', size)).toBeLessThanOrEqual(400);
});

test('cardOf() is a PNG of 1200 by 630, the same each time', () => {
  const story = storyOf({ events: [eventOf('ferry', { claims: [claimOf('ferry.a', { standing: 'disputed' })] })] });
  const [event] = story.data.events;
  const [one, two] = [cardOf(story, event), cardOf(story, event)];
  const bytes = Buffer.from(one);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(bytes.equals(Buffer.from(two))).toBe(true);
  expect(cardOf(story, undefined).length).toBeGreaterThan(5000);
});
