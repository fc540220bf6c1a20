import { isSentence } from '../../../electron/words/sentence.ts';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { openLunrIndex } from '../../../electron/engine/library/opening/open-lunr-index.ts';
import { openDatabase } from '../../../electron/engine/sqlite.ts';
import { articleId, noteId } from '../../../electron/contract/ids.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  library.write('one.txt', 'First story');
  library.write('two.txt', 'Second story');
  await library.open();
  await library.import();
  await library.close();
});

afterEach(() => library.dispose());

function damage(name: 'library' | 'text', sql: string): void {
  const db = openDatabase(libraryPaths(library.dir)[name], { readOnly: false });
  db.exec(sql);
  db.close();
}

test('damaged texts are named, and repair reads their articles again', async () => {
  damage('text', `UPDATE texts SET record = x'00112233'`);
  await library.open();
  const found = await library.writer.check({ repair: true });
  expect(found.problems.every(isSentence)).toBe(true);
  expect(found).toEqual({
    ok: false,
    problems: [
      'text.sqlite: the text of article 1 is damaged (its checksum differs)',
      'text.sqlite: the text of article 2 is damaged (its checksum differs)',
      'text.sqlite: 2 articles have no readable text',
    ],
  });
  await library.writer.importFinished({});
  expect(
    Object.values(library.contents())
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['First story', 'Second story']);
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

test('a damaged copy of a list of words is named, and repair copies the other one', async () => {
  const stories = Array.from({ length: 150 }, (_, nth) => `Story ${String(nth)} of the harbour and its wall`);
  for (const [nth, story] of stories.entries()) library.write(`more/${String(nth)}.txt`, story);
  await library.open();
  await library.import();
  await library.close();
  damage('text', `UPDATE word_list_copies SET bytes = x'00112233' WHERE copy = 1`);
  await library.open();
  expect(await library.writer.check({ repair: true })).toEqual({
    ok: false,
    problems: ['text.sqlite: a copy of list of words 1 is damaged (its checksum differs)'],
  });
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  const texts = Object.values(library.contents()).map(({ text }) => text);
  expect(texts.sort()).toEqual(['First story', 'Second story', ...stories].sort());
});

test('an article that the index lacks is reported, and repair builds the index anew', async () => {
  const { index, close } = openLunrIndex(libraryPaths(library.dir).index, library.libraryId());
  index.remove(articleId(1));
  index.commit(index.change);
  close();
  await library.open();
  expect(await library.writer.check({ repair: true })).toEqual({
    ok: false,
    problems: ["index.sqlite: 1 articles can't be found by searching"],
  });
  expect(library.events).toContainEqual({ name: 'indexReplaced', payload: {} });
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  expect(library.indexed()).toEqual([1, 2]);
});

test('a page of members that is gone is named, and repair makes it anew from the rows', async () => {
  await library.open();
  await library.tag('one.txt', 'kept');
  await library.close();
  damage('library', 'DELETE FROM source_pages; DELETE FROM tag_pages');
  await library.open();
  const problems = [
    'library.sqlite: 1 pages of articles by source differ from the rows they are made of',
    'library.sqlite: 1 pages of articles by tag differ from the rows they are made of',
  ];
  expect(await library.writer.check({ repair: false })).toEqual({ ok: false, problems });
  expect(await library.writer.check({ repair: true })).toEqual({ ok: false, problems });
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});

describe('a bit that was flipped in what a person wrote', () => {
  /** Words that stand in the file once. */
  function flip(...words: readonly string[]): void {
    const path = libraryPaths(library.dir).library;
    const bytes = readFileSync(path);
    for (const word of words) {
      const at = bytes.indexOf(word);
      expect(at).toBeGreaterThan(0);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    }
    writeFileSync(path, bytes);
  }

  beforeEach(async () => {
    await library.open();
    await library.tag('one.txt', 'qqquay');
    await library.writer.undo({});
    await library.writer.createTag({ name: 'wwwharf', colour: null });
    await library.writer.addNote({ article: articleId(1), text: 'call the pilot' });
    await library.close();
  });

  test('is found in a note and in a tag, and repair puts both back from a backup', async () => {
    const written = await withBackup();
    const notesBefore = library.contents()[1]?.notes;
    flip('call the pilot');
    damage('library', `UPDATE tags SET name = 'wwwhasf'`);
    await library.open();
    const { problems } = await library.writer.check({ repair: true });
    expect(problems).toEqual([
      'library.sqlite: a note on article 1 is not as it was written (its checksum differs): “ball the pilot”',
      'library.sqlite: the tag “wwwhasf” is not as it was written (its checksum differs)',
    ]);
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
    expect(library.contents()[1]?.notes).toEqual(notesBefore);
    expect(library.read((reader) => reader.tags().map(({ name }) => name))).toEqual(written);
  });

  test('is found in a saved search, and repair puts it back from a backup', async () => {
    await library.open();
    const filter = { tags: [], sources: [], untagged: false };
    const question = { query: 'harbour pilot', grammar: 'news', sort: 'newest', filter } as const;
    const saved = await library.writer.saveSearch({ name: 'Pilots', question, seenUpTo: 1 });
    await library.close();
    await withBackup();
    damage('library', `UPDATE saved_searches SET name = 'Pylots'`);
    await library.open();
    expect((await library.writer.check({ repair: true })).problems).toEqual([
      'library.sqlite: the saved search “Pylots” is not as it was written (its checksum differs)',
    ]);
    expect(library.read((reader) => reader.searches.list())).toEqual([saved]);
  });

  test('is said until somebody writes the note again where no backup has it', async () => {
    flip('call the pilot');
    rmSync(libraryPaths(library.dir).backups, { recursive: true });
    await library.open();
    await library.writer.check({ repair: true });
    const { problems } = await library.writer.check({ repair: false });
    expect(problems).toHaveLength(1);
    const [note] = library.read((reader) => reader.notes(articleId(1)));
    await library.writer.editNote({ note: note?.id ?? noteId(0), text: 'call the pilot' });
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  });

  test('is found in an act that could be taken back, which repair forgets', async () => {
    damage('library', `UPDATE tag_steps SET step = replace(step, 'wwwharf', 'wwwhasf')`);
    await library.open();
    const { problems } = await library.writer.check({ repair: true });
    expect(problems).toEqual([
      'library.sqlite: how to take back “Create “wwwharf”” is not as it was written (its checksum differs)',
    ]);
    // The note that was written after it can be taken back as before.
    expect(await library.writer.undoState({})).toMatchObject({ undo: { say: 'deed.add-note' } });
    await library.writer.undo({});
    expect(await library.writer.undoState({})).toMatchObject({ undo: null });
    expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
  });

  async function withBackup(): Promise<string[]> {
    library.nowMs += 30 * 86_400_000;
    await library.open();
    await library.close();
    return library.read((reader) => reader.tags().map(({ name }) => name));
  }
});

test('a note is kept to its last letter, whatever letters it has', async () => {
  await library.open();
  const note = await library.writer.addNote({ article: articleId(1), text: 'before\0after \ud800 end' });
  expect(note.text).toBe('beforeafter \ufffd end');
  expect(library.contents()[1]?.notes).toEqual([note.text]);
  expect(await library.writer.check({ repair: false })).toEqual({ ok: true, problems: [] });
});
