import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const GROUNDS = ['paper', 'raised', 'quiet', 'wash', 'wash-dispute'];

/** The light and the dark value of a token. */
function pairOf(name: string): [string, string] {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (!found?.[1] || !found[2]) throw new Error(`no pair for --${name}`);
  return [found[1], found[2]];
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const linear = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** On paper, and on the least favourable ground. */
function contrastsOf(name: string, theme: 0 | 1): [number, number] {
  const all = GROUNDS.map((ground) => contrast(pairOf(name)[theme], pairOf(ground)[theme]));
  return [all[0] ?? 0, Math.min(...all)];
}

const inks = [...css.matchAll(/--([\w-]+): light-dark\([^)]*\); \/\* ([\d., /]+) \*\//g)].map(
  ([, name = '', figures = '']) => ({ name, figures }),
);

test('tokens.css says the contrast of each ink beside it, and says it right', () => {
  expect(inks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ink', 'ink-2', 'ink-3', 'accent', 'focus', 'control']),
  );
  for (const { name, figures } of inks) {
    const truth = ([0, 1] as const).map((theme) =>
      contrastsOf(name, theme)
        .map((ratio) => ratio.toFixed(2))
        .join(' / '),
    );
    expect(`${name} ${figures}`).toBe(`${name} ${truth.join(', ')}`);
  }
});

test('tokens.css: text is at least 4.5:1 and the edge of a control 3:1 on every ground, in both themes', () => {
  for (const { name } of inks) {
    const least = name === 'control' ? 3 : 4.5;
    expect(contrastsOf(name, 0)[1], `${name}, light`).toBeGreaterThanOrEqual(least);
    expect(contrastsOf(name, 1)[1], `${name}, dark`).toBeGreaterThanOrEqual(least);
  }
});

test.each([
  ['on-ink', 'ink'],
  ['on-accent', 'accent'],
])('tokens.css: --%s can be read on --%s', (text, ground) => {
  for (const theme of [0, 1] as const)
    expect(contrast(pairOf(text)[theme], pairOf(ground)[theme])).toBeGreaterThan(4.5);
});
