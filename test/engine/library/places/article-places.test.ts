import { expect, test } from 'vitest';
import { openReader, type OpenReader } from '../../../../electron/engine/archive/open-reader.ts';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

/** Folders with how many articles lie in them, and endings with how many end in them. */
function placesOf({ reader }: OpenReader, library: TemporaryLibrary): Readonly<Record<string, number>> {
  const { resultSet } = reader.search({
    query: '',
    grammar: 'news',
    sort: 'relevance',
    filter: { tags: [], sources: [], untagged: false },
    offset: 0,
    limit: 10,
    typing: false,
  });
  const { folders, formats } = reader.facets(resultSet);
  const named = [...folders.values, ...formats.values].map(({ key, articles }) => [
    String(key).replaceAll('\\', '/').replace(`${library.folder}/`, ''),
    articles,
  ]);
  return Object.fromEntries(named) as Record<string, number>;
}

test('a reader that stays open sees the folders of sources beside, inside of and around those that it knew', async () => {
  const library = new TemporaryLibrary();
  let open: OpenReader | null = null;
  try {
    for (const name of ['a/b/c/one.txt', 'a/b/c/d/two.txt', 'a/x/three.txt', 'side/s/four.txt', 'a/five.txt'])
      library.write(name, `A story of ${name}\n\nThe river rose again, as ${name} says.\n`);
    await library.open();
    await library.import([library.path('a/b')]);
    open = openReader(libraryPaths(library.dir), () => 0);
    expect(placesOf(open, library)).toEqual({ 'a/b/c': 2, 'a/b/c/d': 1, txt: 2 });
    for (const added of ['side', 'a', 'a/b/c']) {
      await library.import([library.path(added)]);
      const fresh = openReader(libraryPaths(library.dir), () => 0);
      try {
        expect(placesOf(open, library), added).toEqual(placesOf(fresh, library));
      } finally {
        fresh.close();
      }
    }
    expect(placesOf(open, library)).toEqual({ 'a/b/c': 2, 'a/b/c/d': 1, 'a/x': 1, 'side/s': 1, txt: 5 });
  } finally {
    open?.close();
    await library.dispose();
  }
});
