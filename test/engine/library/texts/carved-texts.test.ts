import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { checkout } from '../../../../electron/dev/checkout.ts';
import { openPages } from '../../../../electron/engine/library/salvage/carved-rows.ts';
import { CarvedTexts } from '../../../../electron/engine/library/texts/carved-texts.ts';
import type { LibraryContents } from '../../../older-versions/library-contents.ts';

// Texts of version 1, which lie in blocks, out of the pages of a file alone.

const fixture = join(checkout, 'test/fixtures/library-1-text-1-index-1');
const contents = JSON.parse(readFileSync(join(fixture, 'contents.json'), 'utf8')) as LibraryContents;
let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'microfiche-carved-'));
  path = join(dir, 'text.sqlite');
  writeFileSync(path, brotliDecompressSync(readFileSync(join(fixture, 'text.sqlite.br'))));
});

afterEach(() => rmSync(dir, { recursive: true }));

function carvedTexts(): (string | undefined)[] {
  const file = openPages(path);
  try {
    const carved = new CarvedTexts(file);
    return contents.articles.map(({ id }) => carved.oldText(articleId(id))?.text);
  } finally {
    file.close();
  }
}

function overwrite(at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

it('a text of version 1 is found on its page, also when the first page of the file is gone', () => {
  const texts = contents.articles.map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(5);
  expect(carvedTexts()).toEqual(texts);
  overwrite(0, Buffer.alloc(4096, 0x55));
  expect(carvedTexts()).toEqual(texts);
});

it('a text of version 1 whose block was damaged is not taken for another one', () => {
  const bytes = readFileSync(path);
  // Inside of the largest thing in the file, which is a block.
  const pages = Array.from({ length: bytes.length / 4096 }, (_, page) => page).slice(1);
  const broken = pages.map((page) => {
    writeFileSync(path, bytes);
    overwrite(page * 4096 + 3000, Buffer.alloc(64, 0x55));
    return carvedTexts();
  });
  const texts = contents.articles.map(({ text }) => text);
  expect(broken.some((found) => found.includes(undefined))).toBe(true);
  for (const found of broken)
    for (const [nth, text] of found.entries()) expect([texts[nth], undefined]).toContain(text);
});
