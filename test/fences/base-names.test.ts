import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';

/** Each process begins in a `main.ts`, and each language has the same catalogues. */
const mayStandTwice = (path: string): boolean =>
  basename(path) === 'main.ts' || path.startsWith(join('electron', 'words'));

function twinsAmong(paths: readonly string[]): string[] {
  const pathsOf = new Map<string, string[]>();
  for (const path of paths) {
    if (mayStandTwice(path)) continue;
    const name = basename(path).replace(/(\.svelte)?\.ts$|\.svelte$/, '');
    pathsOf.set(name, [...(pathsOf.get(name) ?? []), path]);
  }
  return [...pathsOf].filter(([, twins]) => twins.length > 1).map(([, twins]) => twins.join(' and '));
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path))
    .map((path) => join(folder, path));
}

test('no two files are called the same, so that a name says which one is meant', () => {
  expect(twinsAmong(['electron', 'renderer'].flatMap(sourcesUnder))).toEqual([]);
});

test('a twin is found whatever its ending and its folder', () => {
  const twins = ['renderer/text/dates.ts', 'renderer/state/dates.svelte.ts'];
  expect(twinsAmong([...twins, 'renderer/main.ts', 'electron/main/main.ts'])).toEqual([twins.join(' and ')]);
});
