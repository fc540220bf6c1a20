import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TagId } from '../../../electron/contract/ids.ts';
import { LibraryReader } from '../../../electron/engine/library/library-reader.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import { BitSet } from '../../../electron/engine/index/bytes/bit-set.ts';
import { LibrarySets } from '../../../electron/engine/query/library-sets.ts';
import { openDatabase, type Database } from '../../../electron/engine/sqlite.ts';
import { TemporaryLibrary } from '../../support/temporary-library.ts';

let library: TemporaryLibrary;
let db: Database;
let sets: LibrarySets;

beforeEach(async () => {
  library = new TemporaryLibrary();
  for (const name of ['a/one.txt', 'a/two.txt', 'b/three.txt']) library.write(name, `Story ${name}`);
  await library.open();
  await library.import([library.path('a'), library.path('b')]);
  db = openDatabase(libraryPaths(library.dir).library, { readOnly: true });
  sets = new LibrarySets(new LibraryReader(db));
});

afterEach(async () => {
  db.close();
  await library.dispose();
});

const listed = (set: BitSet): number[] => [...set.toArray()];
const ascending = (...ids: number[]): number[] => ids.sort((a, b) => a - b);
function idOf(name: string): TagId {
  const tag = library.read((reader) => reader.tags()).find((other) => other.name === name);
  if (tag === undefined) throw new Error(`no tag ${name}`);
  return tag.id;
}
const everything = (): BitSet => BitSet.of(Uint32Array.from(library.ids()));

test('a tag takes in the tags nested in it, and what is tagged later', async () => {
  const [one, two, three] = [
    library.idAt('a/one.txt'),
    library.idAt('a/two.txt'),
    library.idAt('b/three.txt'),
  ];
  await library.tag('a/one.txt', 'Spain');
  await library.tag('a/two.txt', 'Spain/Vote');
  expect(listed(sets.tagged('SPAIN'))).toEqual(ascending(one, two));
  expect(listed(sets.tagged('spain/vote'))).toEqual([two]);
  expect(listed(sets.tagged('Spa'))).toEqual([]);
  await library.tag('b/three.txt', 'Spain-ish', 'Spain');
  expect(listed(sets.tagged('spain'))).toEqual(ascending(one, two, three));
});

test('a tag is found by its new name alone', async () => {
  await library.tag('a/one.txt', 'Spain');
  expect(sets.tagged('spain').count()).toBe(1);
  const tag = library.read((reader) => reader.tags())[0];
  if (tag === undefined) throw new Error('no tag');
  await library.writer.renameTag({ tag: tag.id, name: 'Iberia' });
  expect(sets.tagged('spain').count()).toBe(0);
  expect(sets.tagged('iberia').count()).toBe(1);
  expect(sets.tagCounts(everything())).toEqual([{ key: 'Iberia', articles: 1 }]);
});

test('a filter asks for any of its tags and any of its sources', async () => {
  await library.tag('a/one.txt', 'x');
  await library.tag('b/three.txt', 'y', 'z/inside');
  const [a, b] = library.read((reader) => reader.sources());
  if (a === undefined || b === undefined) throw new Error('no sources');
  const tags = ['x', 'z/inside'].map((name) => idOf(name));
  expect(sets.withTags(tags).count()).toBe(2);
  expect(sets.inSources([a.id, b.id]).count()).toBe(3);
  expect(sets.inSources([a.id]).count()).toBe(2);
  expect(sets.anyTag().count()).toBe(2);
  expect(sets.sourceCounts(everything())).toEqual([
    { key: a.id, articles: 2 },
    { key: b.id, articles: 1 },
  ]);
});

test('a filter by tag goes on meaning the tag that is renamed, with what is nested in it', async () => {
  await library.tag('a/one.txt', 'Spain');
  await library.tag('a/two.txt', 'Spain/Vote');
  const spain = [idOf('Spain')];
  const found = (): number => sets.withTags(spain).count();
  expect(found()).toBe(2);
  await library.writer.renameTag({ tag: idOf('Spain'), name: 'Iberia' });
  expect(found()).toBe(2);
  await library.writer.deleteTag({ tag: idOf('Iberia') });
  expect(found()).toBe(0);
});

test('a path is found in what came, moved and left since it was asked for', async () => {
  expect(sets.inSource('/A/').count()).toBe(2);
  library.write('a/four.txt', 'Story four');
  await library.import([library.path('a')]);
  expect(sets.inSource('/A/').count()).toBe(3);
  library.remove('a/one.txt');
  library.write('b/moved.txt', 'Story a/one.txt');
  await library.import([library.path('a'), library.path('b')]);
  expect(listed(sets.inSource('/b/'))).toEqual(
    library.read((reader) => [...reader.articleIdsAtPath({ kind: 'text', name: '/b/' })]),
  );
  expect(sets.inSource('/A/').count()).toBe(2);
  await library.writer.removeArticles({ ids: Uint32Array.of(library.idAt('a/two.txt')) });
  expect(sets.inSource('/A/').count()).toBe(1);
});

test('a path is found in what came also when a list of the sources was asked for first', async () => {
  const reader = new LibraryReader(db);
  const others = new LibrarySets(reader);
  expect([others.inSource('/a/').count(), others.inFolders([library.path('a/new')]).count()]).toEqual([2, 0]);
  library.write('a/new/four.txt', 'Story four');
  await library.import([library.path('a')]);
  reader.sources();
  expect([others.inSource('/a/').count(), others.inFolders([library.path('a/new')]).count()]).toEqual([3, 1]);
});

test('of many tags the most frequent are counted, in the order of the alphabet', async () => {
  await library.tag('a/one.txt', 'd', 'c', 'b', 'a');
  await library.tag('a/two.txt', 'd', 'b');
  await library.tag('b/three.txt', 'd');
  const counted = (most?: number): string[] =>
    sets.tagCounts(everything(), most).map(({ key, articles }) => `${key} ${articles}`);
  expect(counted()).toEqual(['a 1', 'b 2', 'c 1', 'd 3']);
  expect(counted(3)).toEqual(['b 2', 'c 1', 'd 3']);
  expect(counted(2)).toEqual(['b 2', 'd 3']);
  expect(counted(0)).toEqual([]);
});

test('what the library has committed since is read ahead once', async () => {
  while (sets.warmStep());
  await library.tag('a/one.txt', 'Spain');
  expect([sets.warmStep(), sets.warmStep()]).toEqual([true, false]);
  expect(listed(sets.tagged('spain'))).toEqual([library.idAt('a/one.txt')]);
});
