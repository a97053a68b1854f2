import { expect, test } from 'vitest';
import {
  codeOfChoice,
  formOf,
  formsOf,
  frameOfChoice,
  usualHeight,
  type EmbedChoice,
  type EmbedSource,
} from '#model/embedChoice.ts';
import type { EventId } from '#model/types.ts';

const source: EmbedSource = {
  root: 'https://example.org/sub/',
  title: 'The story',
  event: { id: 'ferry' as EventId, title: 'The ferry stops' },
  tour: { id: 'crossing', title: 'A crossing' },
  from: '2031-03-01',
  to: '2031-03-09',
  view: '#v1&known=2031-03-04&standing=disputed',
};
const plain: EmbedChoice = { what: 'story', ui: 'full', theme: 'auto', lang: null, height: 640, pin: null };
const frameOf = (choice: Partial<EmbedChoice>) =>
  frameOfChoice({ ...plain, ...choice }, source, (kind, title) => `${kind} ${title}`);

test.each([
  [{}, 'embed/'],
  [{ ui: 'min', theme: 'dark' }, 'embed/?theme=dark&ui=min'],
  [{ what: 'range' }, 'embed/?from=2031-03-01&to=2031-03-09&known=2031-03-04&standing=disputed'],
  [{ what: 'event', ui: 'min', theme: 'light' }, 'embed/e/ferry/?theme=light'],
  [{ what: 'event', pin: 2 }, 'embed/e/ferry/r/2/'],
  [{ what: 'tour', ui: 'list', pin: 2 }, 'embed/t/crossing/r/2/?ui=list'],
  [{ what: 'tour', ui: 'min' }, 'embed/t/crossing/'],
  [{ pin: 3 }, 'embed/r/3/'],
  [{ lang: 'he', ui: 'list' }, 'embed/?lang=he&ui=list'],
] as const)('frameOfChoice(%j) stands at %s', (choice, path) => {
  expect(frameOf(choice).src).toBe(source.root + path);
});

test('frameOfChoice(choice) names the page that it stands for, and keeps its height within what hosts allow', () => {
  expect(frameOf({ what: 'event', pin: 2 })).toMatchObject({
    page: 'https://example.org/sub/e/ferry/r/2/',
    frameTitle: 'frame The ferry stops',
    linkText: 'link The ferry stops',
  });
  expect([10, 9000, NaN].map((height) => frameOf({ height }).height)).toEqual([120, 4000, 640]);
  expect(usualHeight('story', 'min')).toBeLessThan(usualHeight('story', 'full'));
});

test('formsOf(what) is what there is to choose from; formOf(what, ui) falls back where a form is not among it', () => {
  expect(formsOf('event')).toEqual([]);
  expect(formsOf('tour')).toEqual(['full', 'list']);
  expect([formOf('range', 'min'), formOf('tour', 'min'), formOf('tour', 'list')]).toEqual(['min', 'full', 'list']);
  expect(usualHeight('tour', 'min')).toBe(usualHeight('tour', 'full'));
});

test('codeOfChoice(address): WordPress asks the page, unless it would not know what was chosen', () => {
  const code = (choice: Partial<EmbedChoice>) => codeOfChoice('address', frameOf(choice), source.root, 'wordpress');
  expect(code({})).toBe('https://example.org/sub/');
  expect(code({ what: 'event' })).toBe('https://example.org/sub/e/ferry/');
  expect(code({ what: 'tour' })).toBe('https://example.org/sub/t/crossing/');
  expect(code({ theme: 'dark' })).toBe('https://example.org/sub/embed/?theme=dark');
  expect(code({ what: 'event', pin: 1 })).toBe('https://example.org/sub/embed/e/ferry/r/1/');
  expect(code({ what: 'tour', pin: 1 })).toBe('https://example.org/sub/embed/t/crossing/r/1/');
  expect(frameOf({ what: 'tour', pin: 1 }).page).toBe('https://example.org/sub/t/crossing/');
  expect(codeOfChoice('address', frameOf({}), source.root, 'sites')).toBe('https://example.org/sub/embed/');
});

test('codeOfChoice(script | element) brings the host script from the same site', () => {
  for (const kind of ['script', 'element'] as const)
    expect(codeOfChoice(kind, frameOf({}), source.root, 'html')).toContain('src="https://example.org/sub/embed.v1.js"');
});
