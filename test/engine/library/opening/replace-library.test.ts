import type { Said } from '../../../../electron/words/sentence.ts';
import { word } from '../../../../electron/words/word.ts';
import { saying } from '../../../support/saying.ts';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { libraryPaths, type LibraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { openDatabase } from '../../../../electron/engine/sqlite.ts';
import { TemporaryLibrary, type SeenArticle } from '../../../support/temporary-library.ts';

const articles = 60;
const pageBytes = 4096;
let library: TemporaryLibrary;
let paths: LibraryPaths;
let before: Record<number, SeenArticle>;

/** A library with some of everything that people do. */
beforeEach(async () => {
  library = new TemporaryLibrary();
  paths = libraryPaths(library.dir);
  for (let nth = 0; nth < articles; nth += 1)
    library.write(`${nth % 3}/${nth}.txt`, `Story ${nth} of the harbour\n\nIts wall is ${nth} feet high.`);
  await library.open();
  await library.import();
  const ids = library.ids();
  const some = (step: number): Uint32Array => Uint32Array.from(ids.filter((id) => id % step === 0));
  await library.writer.setTags({ ids: some(2), add: ['even', 'water/quay'], remove: [] });
  await library.writer.setTags({ ids: some(3), add: ['third'], remove: ['even'] });
  for (const id of ids.filter((each) => each % 10 === 0))
    await library.writer.addNote({
      article: id,
      text: `Note on ${id}: ${'ask the pilot again. '.repeat(id * 3)}`,
    });
  for (const id of ids.filter((each) => each % 6 === 0)) {
    const exact = 'of the harbour';
    const passage = { start: 0, end: exact.length, exact };
    await library.writer.addHighlight({
      article: id,
      passage,
      colour: 'pink',
      note: `Number ${id}. `.repeat(90),
    });
  }
  await library.writer.setReadingState({ ids: some(7), state: 'excluded', on: true });
  await library.writer.createTag({ name: 'to be undone', colour: 'amber' });
  await library.writer.chooseEncoding({ path: library.folder, encoding: 'utf-8' });
  await library.writer.importFinished({});
  await library.writer.correct({ ids: some(20), fields: { place: 'Port Esta' } });
  await library.close();
  before = library.contents();
}, 60_000);

afterEach(() => library.dispose());

function overwritePage(page: number, bytes = pageBytes): void {
  const file = openSync(paths.library, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0x55), 0, bytes, (page - 1) * pageBytes);
  closeSync(file);
}

function rootOf(name: string): number {
  const db = openDatabase(paths.library, { readOnly: true });
  try {
    return db.prepare<{ rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name)
      ?.rootpage as number;
  } finally {
    db.close();
  }
}

function asides(): string[] {
  return readdirSync(library.dir).filter((name) => /^library\.sqlite\.damaged-\d+$/.test(name));
}

function notices(): string {
  return library.events
    .filter(({ name }) => name === 'noticed')
    .map(({ payload }) => word((payload as { message: Said }).message))
    .join('\n');
}

/** As `microfiche check --repair` does it. */
async function repair(): Promise<void> {
  library.events.length = 0;
  await library.open({ salvage: true });
  await library.writer.check({ repair: true });
  await library.writer.importFinished({});
}

describe('a damaged library', () => {
  it.each([
    ...['articles', 'locations', 'sources', 'tags', 'article_tags', 'notes', 'tag_pages', 'meta'],
    'highlights',
  ])('keeps all that people did when the root page of %s is gone', async (table) => {
    overwritePage(rootOf(table));
    const damaged = readFileSync(paths.library);
    await repair();
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    await library.writer.undo({});
    const tags = library.read((reader) => reader.tags().map(({ name }) => name));
    await library.close();
    const now = library.contents();
    expect(now).toEqual(before);
    expect(tags).toEqual(['even', 'third', 'water/quay']);
    const [aside = ''] = asides();
    expect(readFileSync(join(library.dir, aside)).equals(damaged)).toBe(true);
  });

  it('keeps all that people did when the first page is gone, and the file has no header', async () => {
    overwritePage(1);
    await expect(library.open()).rejects.toMatchObject({
      failure: { code: 'library-unusable', message: saying('check --repair') },
    });
    await repair();
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    await library.close();
    expect(library.contents()).toEqual(before);
    expect(library.read((reader) => reader.chosenEncodings())).toEqual([
      { path: library.folder, encoding: 'utf-8' },
    ]);
    const corrected = library.read((reader) => reader.corrections.list(0, 10));
    expect(corrected.corrections.map(({ article, field, value }) => [article, field, value])).toEqual(
      expect.arrayContaining([20, 40, 60].map((article) => [article, 'place', 'Port Esta'])),
    );
    expect(notices()).toContain('Kept were 60 articles of 1 sources, 4 tags, 6 notes, and 3 acts');
  });

  it('loses of a damaged page of notes what lies on it and no more, and says so', async () => {
    overwritePage(rootOf('notes') + 1);
    await library.open();
    const { ok } = await library.writer.check({ repair: true });
    const isDamaged = !ok;
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    await library.close();
    const now = library.contents();
    expect(Object.values(now).map(({ tags }) => tags)).toEqual(Object.values(before).map(({ tags }) => tags));
    if (isDamaged) expect(notices()).toContain('could not be read');
    expect(asides()).toHaveLength(isDamaged ? 1 : 0);
  });

  it('is salvaged while it is open, and goes on', async () => {
    overwritePage(rootOf('article_tags'));
    await library.open();
    const report = await library.writer.check({ repair: true });
    expect(report.ok).toBe(false);
    expect(report.problems[0]).toEqual(saying(`${paths.library} is damaged`));
    expect(library.events).toContainEqual({ name: 'indexReplaced', payload: {} });
    await library.tag('0/0.txt', 'after');
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    await library.close();
    const { tags } = library.contents()[library.idAt('0/0.txt')] ?? { tags: [] };
    expect(tags).toContain('after');
  });

  it('keeps its articles, tags and notes apart from new ones of the same numbers', async () => {
    await library.open();
    await library.writer.removeArticles({ ids: Uint32Array.of(articles) });
    await library.close();
    overwritePage(rootOf('meta'));
    overwritePage(rootOf('articles'));
    await repair();
    library.write('new.txt', 'A new story');
    await library.import();
    expect(library.idAt('new.txt')).toBeGreaterThan(articles);
  });
});

describe('a salvage that was cut off', () => {
  it('before the new file had its name is finished', async () => {
    copyFileSync(paths.library, `${paths.library}.salvaged`);
    renameSync(paths.library, `${paths.library}.damaged-1234`);
    await library.open();
    await library.close();
    expect(library.contents()).toEqual(before);
  });

  it('while the new file was written is made again', async () => {
    overwritePage(1);
    copyFileSync(paths.library, `${paths.library}.salvage`);
    await repair();
    await library.close();
    expect(library.contents()).toEqual(before);
    expect(existsSync(`${paths.library}.salvage`)).toBe(false);
  });
});

it('an article whose own row is lost keeps its notes', async () => {
  renameSync(library.folder, `${library.folder}-away`);
  for (const table of ['articles', 'articles_by_sha256']) overwritePage(rootOf(table));
  await repair();
  const notes = library.read((reader) => reader.notes(articleId(10)).map(({ text }) => text));
  expect(notes).toEqual(before[10]?.notes);
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});
