import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/create-engine.ts';
import type { ArticleId } from '../../../electron/contract/ids.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadsUrl } from '../../support/bundles.ts';

let root = '';
let engine: Engine;
let press = '';

const page = (text: string): string =>
  `<!doctype html><title>x</title><h1>Crane sold for scrap</h1><p>${text}</p><script>x()</script>`;
const story = 'The last steam crane of the harbour was sold on Monday, the port said in a short statement.';

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'microfiche-originals-'));
  press = join(root, 'press');
  mkdirSync(press);
  engine = await createEngine({
    libraryDir: join(root, 'library'),
    threadsUrl,
    clock: () => performance.now(),
    log: () => undefined,
  });
});

afterEach(async () => {
  await engine.close();
  rmSync(root, { recursive: true });
});

async function importedAs(name: string, bytes: string | Buffer): Promise<ArticleId> {
  writeFileSync(join(press, name), bytes);
  await engine.api.addSources({ paths: [press] });
  await engine.api.importFinished({});
  const { hits } = await engine.api.search({
    ...{ query: 'crane', grammar: 'news', sort: 'relevance', offset: 0, limit: 10, typing: false },
    filter: { tags: [], sources: [], untagged: false },
  });
  if (hits[0] === undefined) throw new Error('nothing was imported');
  return hits[0].id;
}

test('a page is shown as it was saved, by whatever name, with nothing in it that runs', async () => {
  const id = await importedAs('crane.txt', page(story));
  expect((await engine.api.original({ id })).isPage).toBe(true);
  const shown = await engine.api.originalPage({ id });
  expect(shown).toContain(`<h1>Crane sold for scrap</h1><p>${story}</p>`);
  expect(shown).not.toContain('<script');
});

test('a page in an old encoding is shown in its own letters', async () => {
  const declared = `<!doctype html><meta charset="windows-1256"><h1>Crane sold for scrap</h1><p>${story}<p>`;
  // "مرحبا"
  const greeting = Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7]);
  const id = await importedAs('crane.html', Buffer.concat([Buffer.from(declared), greeting]));
  expect(await engine.api.originalPage({ id })).toContain('<p>مرحبا</p>');
});

test('a text is no page', async () => {
  const id = await importedAs('crane.txt', `Crane sold for scrap\n\n${story}`);
  expect((await engine.api.original({ id })).isPage).toBe(false);
});

test('of a file that was changed since it was read nothing is shown, and its text stays', async () => {
  const id = await importedAs('crane.html', page(story));
  writeFileSync(join(press, 'crane.html'), page('Something else stands here now.'));
  await expect(engine.api.originalPage({ id })).rejects.toThrow(/crane\.html is not any more as it was/);
  rmSync(join(press, 'crane.html'));
  await expect(engine.api.originalPage({ id })).rejects.toThrow(/crane\.html can't be read/);
  expect(await engine.api.original({ id })).toMatchObject({ isPage: false });
  expect((await engine.api.original({ id })).text).toContain(story);
});
