import { ESLint } from 'eslint';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({
  cwd: checkout,
  overrideConfigFile: join(checkout, '.config/eslint.config.js'),
});

/** The rules that `text` breaks, were it the file `path`. */
async function broken(path: string, text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(checkout, path) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe('lint in the window', () => {
  test.each([
    ['an import of Node', '<script lang="ts">import "node:fs";</script>', 'microfiche/fence'],
    ['HTML from a string', '<p>{@html "<b>bold</b>"}</p>', 'svelte/no-at-html-tags'],
    ['a style attribute', '<p style="color: red">red</p>', 'no-restricted-syntax'],
    ['the bridge', '<script lang="ts">console.log(window.archive);</script>', 'no-restricted-syntax'],
  ])('refuses %s', async (_what, text, rule) => {
    expect(await broken('renderer/views/Example.svelte', text)).toEqual([rule]);
  });

  test.each([
    [
      'a name that nobody declared and every window has',
      'export const said = name;',
      'no-restricted-globals',
    ],
    [
      'a parameter that hides the document',
      'export const of = (document: string) => document;',
      'names/globals',
    ],
    [
      'a variable that hides the window',
      'export function of() { const window = 1; return window; }',
      'names/globals',
    ],
    [
      'a component that is called as a global',
      'import Keyboard from "./Keyboard.svelte"; export { Keyboard };',
      'names/globals',
    ],
  ])('refuses %s', async (_what, text, rule) => {
    expect(await broken('renderer/archive.ts', text)).toContain(rule);
  });

  test('allows words that every window has for its own, where they are declared', async () => {
    const text =
      'export const said = (name: string, status: number, event: object) => [name, status, event];';
    expect(await broken('renderer/archive.ts', text)).toEqual([]);
  });

  test('allows a style directive', async () => {
    expect(await broken('renderer/views/Example.svelte', '<p style:color="red">red</p>')).toEqual([]);
  });
});

describe('lint in the engine', () => {
  // Rules that ask for types need a file that is there: the text stands in for one.
  const path = 'electron/engine/sqlite.ts';

  test.each([
    ['electron', 'import "electron";', 'microfiche/fence'],
    ['main', 'import "../main/main.ts";', 'microfiche/fence'],
    ['an import that runs later', 'await import("electron");', 'microfiche/fence'],
    ['the console', 'console.log("done");', 'no-console'],
    ['the time of day', 'export const now = Date.now();', 'no-restricted-syntax'],
    ['the folder it was started in', 'export const here = process.cwd();', 'no-restricted-syntax'],
    [
      'a promise that nobody waits for',
      'void 0; Promise.resolve(1);',
      '@typescript-eslint/no-floating-promises',
    ],
    ['a class that is called as a global', 'export class TextDecoder { readonly at = 0; }', 'names/globals'],
    ['a type that is called as one', 'export type Selection = string;', 'names/globals'],
    ['a type parameter that is called as one', 'export type Of<Text> = Text[];', 'names/globals'],
    [
      'a parameter that is called as a function',
      'export const as = (fetch: number) => fetch;',
      'names/globals',
    ],
    [
      'an import under such a name',
      'import { a as Range } from "./rows-in-steps.ts"; void Range;',
      'names/globals',
    ],
    ['any', 'export const x = (y: any): unknown => y;', '@typescript-eslint/no-explicit-any'],
  ])('refuses %s', async (_what, text, rule) => {
    expect(await broken(path, text)).toEqual([rule]);
  });

  test("allows Node's own under its name, and what is no global of its process", async () => {
    const text = `import { setTimeout } from 'node:timers/promises';
      export const wait = (document: number, length: number, valueOf: number) =>
        setTimeout(document + length + valueOf);`;
    expect(await broken(path, text)).toEqual([]);
  });

  test.each([
    'export const names: Record<string, string> = { and: "AND" };',
    'export const has = (names: object, word: string): boolean => word in names;',
  ])('refuses to look the text of a query up in an object: %s', async (text) => {
    const query = 'electron/engine/query/grammar/lexer/news-lexer.ts';
    expect(await broken(query, text)).toContain('no-restricted-syntax');
    expect(await broken('electron/engine/ingest/scan.ts', text)).not.toContain('no-restricted-syntax');
  });

  test.each(['createRequire(import.meta.url)("electron");', 'process.getBuiltinModule("electron");'])(
    'refuses a module that is loaded by another way: %s',
    async (text) => {
      expect(await broken(path, text)).toContain('microfiche/fence');
    },
  );

  test('leaves databases to one file', async () => {
    const text = 'import { DatabaseSync } from "node:sqlite";\nexport { DatabaseSync };';
    expect(await broken('electron/engine/sqlite.ts', text)).toEqual([]);
    expect(await broken('renderer/archive.ts', text)).toContain('microfiche/fence');
  });
});
