import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FacetName, FacetValue } from '../../../../electron/contract/facet-values.ts';
import type { ReadingState } from '../../../../electron/contract/read-states.ts';
import type { SearchFilter, SearchPage, SearchRequest } from '../../../../electron/contract/search.ts';
import { openReader, type OpenReader } from '../../../../electron/engine/archive/open-reader.ts';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { word } from '../../../../electron/words/word.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;
let open: OpenReader;

const everything: SearchFilter = { tags: [], sources: [], untagged: false };

async function mark(name: string, state: ReadingState): Promise<void> {
  await library.writer.setReadingState({ ids: Uint32Array.of(library.idAt(name)), state, on: true });
}

beforeAll(async () => {
  library = new TemporaryLibrary();
  for (const [name, place] of Object.entries({ one: 'OSLO', two: 'OSLO', three: 'ROME', four: 'PARIS' }))
    library.write(`${name}.txt`, `A story of ${place}\n\n${place} — The river rose ${name} times.\n`);
  await library.open();
  await library.import();
  await mark('two.txt', 'excluded');
  await mark('four.txt', 'excluded');
  await mark('four.txt', 'read');
  await mark('three.txt', 'read');
  await mark('one.txt', 'queued');
  open = openReader(libraryPaths(library.dir), () => 0);
});

afterAll(async () => {
  open.close();
  await library.dispose();
});

const blank = { grammar: 'news', sort: 'relevance', offset: 0, limit: 10, typing: false } as const;

function request(query: string): SearchRequest {
  return { query, filter: everything, ...blank };
}

function ask(
  query: string,
  filter: Partial<SearchFilter> = {},
  grammar: 'news' | 'lunr' = 'news',
): SearchPage {
  return open.reader.search({ ...request(query), grammar, filter: { ...everything, ...filter } });
}

const names = ({ hits }: SearchPage): string[] =>
  hits.map(({ path }) => path.slice(library.folder.length + 1, -'.txt'.length)).sort();

const facet = ({ resultSet }: SearchPage, name: FacetName): readonly FacetValue[] =>
  open.reader.facets(resultSet)[name].values;

test.each([
  ['', ['one', 'three'], 2],
  ['river', ['one', 'three'], 2],
  ['oslo', ['one'], 1],
  ['is:excluded', ['four', 'two'], 0],
  ['is:excluded oslo', ['two'], 0],
  ['NOT is:excluded', ['one', 'three'], 0],
  ['river (is:excluded OR is:queued)', ['four', 'one', 'two'], 0],
  ['is:read', ['three'], 1],
  ['is:unread', ['one'], 1],
  ['is:queued', ['one'], 0],
])('%s finds %j and hides %i excluded ones', (query, found, hidden) => {
  const page = ask(query);
  expect([names(page), page.total, page.hidden]).toEqual([found, found.length, hidden]);
});

test('what is all hidden is no word that no article has', () => {
  const page = ask('paris');
  expect([page.total, page.hidden, page.notices.map(word), page.nearestWords]).toEqual([0, 1, [], []]);
});

test('excluded articles are hidden in either grammar, and found by what is chosen beside a query', () => {
  expect(names(ask('river', {}, 'lunr'))).toEqual(['one', 'three']);
  expect(names(ask('river', { states: ['excluded'] }, 'lunr'))).toEqual(['four', 'two']);
  expect(names(ask('', { states: ['excluded'] }))).toEqual(['four', 'two']);
  expect(ask('', { not: { states: ['excluded'] } })).toMatchObject({ total: 2, hidden: 0 });
});

test('counts are of what is not hidden, and say how many are', () => {
  const page = ask('');
  expect(facet(page, 'places')).toEqual([
    { key: 'OSLO', articles: 1, all: 1 },
    { key: 'ROME', articles: 1, all: 1 },
  ]);
  expect(facet(page, 'formats')).toEqual([{ key: 'txt', articles: 2, all: 2 }]);
  expect(facet(page, 'states').filter(({ all }) => all > 0)).toEqual([
    { key: 'read', articles: 1, all: 1 },
    { key: 'unread', articles: 1, all: 1 },
    { key: 'queued', articles: 1, all: 1 },
    { key: 'excluded', articles: 2, all: 2 },
    { key: 'untagged', articles: 2, all: 2 },
    { key: 'undated', articles: 2, all: 2 },
  ]);
  expect(
    open.reader.facetValues({ resultSet: page.resultSet, facet: 'places', text: 'oslo' }).values,
  ).toEqual([{ key: 'OSLO', articles: 1, all: 1 }]);
});

test('an answer comes in the order of the queue, what is not in it behind', async () => {
  const of = (name: string) => library.idAt(`${name}.txt`);
  await library.writer.moveInQueue({ article: of('three'), before: of('one') });
  const inOrder = ({ hits }: SearchPage) => hits.map(({ id }) => id);
  const found = open.reader.search({ ...request('is:queued'), sort: 'queue' });
  expect(inOrder(found)).toEqual([of('three'), of('one')]);
  await library.writer.moveInQueue({ article: of('three'), before: null });
  expect(inOrder(open.reader.search({ ...request('river'), sort: 'queue' }))).toEqual([
    of('one'),
    of('three'),
  ]);
  await library.writer.undo({});
  await library.writer.undo({});
});

test('where they are asked for they count', () => {
  const page = ask('is:excluded OR oslo');
  expect(facet(page, 'places')).toEqual([
    { key: 'OSLO', articles: 2, all: 2 },
    { key: 'PARIS', articles: 1, all: 1 },
  ]);
  const chosen = ask('', { states: ['excluded'] });
  expect(facet(chosen, 'states').filter(({ key }) => key === 'excluded' || key === 'read')).toEqual([
    { key: 'read', articles: 2, all: 2 },
    { key: 'excluded', articles: 2, all: 2 },
  ]);
});
