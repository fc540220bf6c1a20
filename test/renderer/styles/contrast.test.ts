import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tagColours } from '../../../electron/contract/archive-api.ts';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/styles/tokens.css'), 'utf8');
const themes = {
  light: tokensOf(':root', 0),
  dark: tokensOf(':root', 1),
  sepia: { ...tokensOf(':root', 0), ...tokensOf("[data-theme='sepia']", 0) },
  'contrast, light': tokensOf("[data-theme='contrast']", 0),
  'contrast, dark': tokensOf("[data-theme='contrast']", 1),
};
const inks = ['ink', 'ink-soft', 'accent', 'danger', ...tagColours.map((colour) => `tag-${colour}`)];
const papers = ['paper', 'paper-dim', 'paper-raised', 'selected'];
const pairs = [
  ...inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const)),
  ['on-mark', 'mark'] as const,
  ['on-mark-current', 'mark-current'] as const,
  ['on-accent', 'accent'] as const,
];

test.each(Object.entries(themes))('every colour of words is readable in the theme %s', (_, tokens) => {
  const faint = pairs
    .map(([ink, paper]) => `${ink} on ${paper} ${contrast(tokens, ink, paper).toFixed(2)}`)
    .filter((line) => !(Number(line.split(' ').at(-1)) >= 4.5));
  expect(faint).toEqual([]);
});

test.each(Object.entries(themes))('borders of controls can be seen in the theme %s', (_, tokens) => {
  const borders = papers.slice(0, 3).map((paper) => contrast(tokens, 'rule-strong', paper));
  expect(Math.min(...borders)).toBeGreaterThanOrEqual(3);
});

function tokensOf(selector: string, variant: 0 | 1): Record<string, string> {
  const block = new RegExp(`${selector.replace(/[[\]]/g, '\\$&')} \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const declared = block.matchAll(/--([\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g);
  return Object.fromEntries(
    [...declared].map(([, name, light, dark, only]) => [name, only ?? (variant === 0 ? light : dark)]),
  ) as Record<string, string>;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(tokens: Record<string, string>, one: string, other: string): number {
  const [darker, lighter] = [luminance(tokens[one]), luminance(tokens[other])].toSorted((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** WCAG 2.2, "relative luminance"; NaN for what is no colour, which no comparison passes. */
function luminance(colour = ''): number {
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
