import { afterEach, beforeEach, expect, test } from 'vitest';
import { savedSearchId } from '../../../../electron/contract/ids.ts';
import type { SavedQuestion } from '../../../../electron/contract/saved-searches.ts';
import { openReader } from '../../../../electron/engine/archive/open-reader.ts';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { countQuestions } from '../../../../electron/engine/archive/count-questions.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;

beforeEach(async () => {
  library = new TemporaryLibrary();
  library.write('one.txt', 'The ferry sails\n\nThe ferry left the harbour at noon.\n');
  await library.open();
  await library.import();
});

afterEach(() => library.dispose());

function question(query: string): SavedQuestion {
  return { query, grammar: 'news', sort: 'newest', filter: { tags: [], sources: [], untagged: false } };
}

const searches = () => library.read((reader) => reader.searches.list());

function countOf(query: string, seenUpTo: number) {
  const { reader, close } = openReader(libraryPaths(library.dir), () => 0);
  try {
    const { counts, upTo } = countQuestions(reader.searcher, [{ question: question(query), seenUpTo }]);
    return { ...counts[0], upTo };
  } finally {
    close();
  }
}

test('a search is saved, renamed, asks for something else, is deleted and given back as it was', async () => {
  const saved = await library.writer.saveSearch({
    name: 'Ferries',
    question: question('ferry'),
    seenUpTo: 2,
  });
  await library.writer.renameSearch({ search: saved.id, name: 'Ships' });
  await library.writer.replaceSearch({ search: saved.id, question: question('ferry OR ship') });
  const expected = { ...saved, name: 'Ships', question: question('ferry OR ship') };
  expect(searches()).toEqual([expected]);
  const deleted = await library.writer.deleteSearch({ search: saved.id });
  expect([deleted, searches()]).toEqual([expected, []]);
  await library.writer.restoreSearch({ saved: deleted });
  expect(searches()).toEqual([expected]);
  expect(library.events.filter(({ name }) => name === 'searchesChanged')).toHaveLength(5);
});

test('what came since the person looked is new, and is not once they have looked', async () => {
  const { upTo } = countOf('ferry', 0);
  const saved = await library.writer.saveSearch({
    name: 'Ferries',
    question: question('ferry'),
    seenUpTo: upTo,
  });
  library.write('two.txt', 'Another ferry\n\nA ferry was late again.\n');
  library.write('three.txt', 'A tram\n\nThe tram was on time.\n');
  await library.import();
  const now = countOf('ferry', saved.seenUpTo);
  expect(now).toMatchObject({ articles: 2, fresh: 1, fault: null });
  await library.writer.seeSearch({ search: saved.id, seenUpTo: now.upTo });
  // A window that asked before says so later: what was looked at stays looked at.
  await library.writer.seeSearch({ search: saved.id, seenUpTo: upTo });
  expect(countOf('ferry', searches()[0]?.seenUpTo ?? 0)).toMatchObject({ articles: 2, fresh: 0 });
});

test('a fault is counted with what the rest of its query finds', () => {
  expect(countOf('ferry AND (', 0)).toMatchObject({
    articles: 1,
    fault: { at: expect.any(Number) as number },
  });
});

test('the history has each search once, the newest first, with what it found then', async () => {
  for (const [query, found] of [
    ['ferry', 1],
    ['tram', 0],
    ['ferry', 2],
  ] as const) {
    library.nowMs += 1000;
    await library.writer.noteSearch({ question: question(query), found });
  }
  const history = library.read((reader) => reader.searches.history(10));
  expect(history.map(({ question: { query }, found }) => [query, found])).toEqual([
    ['ferry', 2],
    ['tram', 0],
  ]);
});

test('a saved search that is gone can not be renamed', async () => {
  await expect(
    library.writer.renameSearch({ search: savedSearchId(9), name: 'Ships' }),
  ).rejects.toMatchObject({ failure: { code: 'not-found' } });
});
