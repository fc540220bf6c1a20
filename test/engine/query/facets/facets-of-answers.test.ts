import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AllFacets, FacetName } from '../../../../electron/contract/facet-values.ts';
import type { SearchFilter } from '../../../../electron/contract/search.ts';
import { openReader, type OpenReader } from '../../../../electron/engine/archive/open-reader.ts';
import { libraryPaths } from '../../../../electron/engine/library/files/library-paths.ts';
import { TemporaryLibrary } from '../../../support/temporary-library.ts';

let library: TemporaryLibrary;
let open: OpenReader;

const everything: SearchFilter = { tags: [], sources: [], untagged: false };

function story(place: string, date: string | null, words: number): string {
  const dateline = date === null ? place : `${place}, ${date}`;
  return `A story of ${place} and ${String(words)} words\n\n${dateline} — ${'The river rose again. '.repeat(words / 4)}\n`;
}

beforeAll(async () => {
  library = new TemporaryLibrary();
  library.write('north/2020/one.txt', story('OSLO', 'January 3, 2020', 40));
  library.write('north/2021/two.txt', story('OSLO', 'March 9, 2021', 400));
  library.write('north/2021/late/three.txt', story('ROME', 'March 10, 2021', 48));
  library.write('north/2021/late/deep/four.txt', story('PARIS', null, 52));
  library.write('south/five.txt', story('PARIS', 'May 1, 2021', 56));
  // The same text in two places is one article.
  library.write('south/copies/five.txt', story('PARIS', 'May 1, 2021', 56));
  await library.open();
  await library.import([library.path('north'), library.path('south')]);
  await library.tag('north/2020/one.txt', 'Floods', 'Floods/Norway');
  await library.tag('north/2021/two.txt', 'Floods');
  open = openReader(libraryPaths(library.dir), () => 0);
});

afterAll(async () => {
  open.close();
  await library.dispose();
});

function found(filter: Partial<SearchFilter>, query = ''): { total: number; facets: AllFacets } {
  const { resultSet, total } = open.reader.search({
    query,
    grammar: 'news',
    sort: 'relevance',
    filter: { ...everything, ...filter },
    offset: 0,
    limit: 10,
    typing: false,
  });
  return { total, facets: open.reader.facets(resultSet) };
}

function counts(facets: AllFacets, facet: FacetName): Record<string, string> {
  const values = facets[facet].values.map(({ key, articles, all }) => [
    key.replaceAll('\\', '/').replace(`${library.folder}/`, ''),
    `${String(articles)} / ${String(all)}`,
  ]);
  return Object.fromEntries(values) as Record<string, string>;
}

const idOfTag = (name: string) =>
  library.read((reader) => reader.tags().find((tag) => tag.name === name)?.id);
const idOfSource = (name: string) =>
  library.read((reader) => reader.sources().find(({ path }) => path === library.path(name))?.id);

function known<Id>(id: Id | undefined): Id {
  if (id === undefined) throw new Error('nothing has this name');
  return id;
}

test('every facet of an answer is counted beside the whole archive', () => {
  const { total, facets } = found({}, 'headline:oslo');
  expect(total).toBe(2);
  expect(counts(facets, 'places')).toEqual({ OSLO: '2 / 2' });
  expect(counts(facets, 'years')).toEqual({ 2021: '1 / 3', 2020: '1 / 1' });
  expect(counts(facets, 'tags')).toEqual({ Floods: '2 / 2', 'Floods/Norway': '1 / 1' });
  expect(counts(facets, 'sources')).toEqual({ north: '2 / 4' });
  expect(counts(facets, 'folders')).toEqual({ 'north/2020': '1 / 1', 'north/2021': '1 / 3' });
  expect(counts(facets, 'formats')).toEqual({ txt: '2 / 5' });
  expect(counts(facets, 'lengths')).toEqual({ '..99': '1 / 4', '300..799': '1 / 1' });
  expect(counts(facets, 'states')).toEqual({
    read: '0 / 0',
    unread: '2 / 5',
    queued: '0 / 0',
    excluded: '0 / 0',
    highlighted: '0 / 0',
    untagged: '0 / 3',
    undated: '0 / 1',
    missing: '0 / 0',
    corrected: '0 / 0',
    noted: '0 / 0',
  });
});

test('an article in two folders counts once in each, and once in what holds both', () => {
  const { facets } = found({}, 'headline:paris');
  expect(counts(facets, 'folders')).toEqual({
    'north/2021': '1 / 3',
    'north/2021/late': '1 / 2',
    'south/copies': '1 / 1',
  });
});

test('a facet respects every filter but its own', () => {
  const { total, facets } = found({ places: ['OSLO'], years: ['2021'] });
  expect(total).toBe(1);
  expect(counts(facets, 'places')).toEqual({ OSLO: '1 / 2', ROME: '1 / 1', PARIS: '1 / 2' });
  expect(counts(facets, 'years')).toEqual({ 2020: '1 / 1', 2021: '1 / 3' });
  expect(counts(facets, 'formats')).toEqual({ txt: '1 / 5' });
});

test.each<[string, number, () => Partial<SearchFilter>]>([
  ['any of two values', 3, () => ({ places: ['OSLO', 'ROME'] })],
  ['none of a value', 3, () => ({ not: { places: ['OSLO'] } })],
  ['a value and not another', 1, () => ({ places: ['OSLO'], not: { years: ['2020'] } })],
  ['any of two tags', 2, () => ({ tags: [known(idOfTag('Floods')), known(idOfTag('Floods/Norway'))] })],
  [
    'all of two tags',
    1,
    () => ({ tags: [known(idOfTag('Floods')), known(idOfTag('Floods/Norway'))], every: ['tags'] }),
  ],
  [
    'a tag and not one in it',
    1,
    () => ({ tags: [known(idOfTag('Floods'))], not: { tags: [known(idOfTag('Floods/Norway'))] } }),
  ],
  ['untagged', 3, () => ({ states: ['untagged'] })],
  ['undated', 1, () => ({ states: ['undated'] })],
  ['not undated', 4, () => ({ not: { states: ['undated'] } })],
  ['nothing is missing', 0, () => ({ states: ['missing'] })],
  ['a folder with what lies in it', 3, () => ({ folders: [library.path('north/2021')] })],
  ['a folder within a folder', 2, () => ({ folders: [library.path('north/2021/late')] })],
  [
    'a source or a folder of another',
    2,
    () => ({ sources: [known(idOfSource('south'))], folders: [library.path('north/2020')] }),
  ],
  ['a length', 1, () => ({ lengths: ['300..799'] })],
  ['a format', 5, () => ({ formats: ['txt'] })],
  ['no such format', 0, () => ({ formats: ['pdf'] })],
])('a filter finds %s: %i', (_, total, filter) => {
  expect(found(filter()).total).toBe(total);
});

test('what is chosen is told whatever it finds, and values are found by a part of their name', () => {
  const { facets } = found({ places: ['ROME'], years: ['2020'] });
  expect(counts(facets, 'years')).toEqual({ 2021: '1 / 3', 2020: '0 / 1' });
  const { resultSet } = open.reader.search({
    query: '',
    grammar: 'news',
    sort: 'relevance',
    filter: everything,
    offset: 0,
    limit: 1,
    typing: false,
  });
  const named = open.reader.facetValues({ resultSet, facet: 'places', text: 'o' }).values;
  expect(named.map(({ key }) => key).sort()).toEqual(['OSLO', 'ROME']);
  expect(open.reader.facetValues({ resultSet, facet: 'tags', text: 'norway' }).values).toEqual([
    { key: 'Floods/Norway', articles: 1, all: 1 },
  ]);
});
