import { expect, test } from 'vitest';
import { tagId } from '../../../../electron/contract/ids.ts';
import { installBridge } from '../../../../renderer/archive.ts';
import { noFilter } from '../../../../renderer/state/search/search-filter.ts';
import { SearchState } from '../../../../renderer/state/search/search-state.svelte.ts';
import { facets, hit, page } from '../../support/answers.ts';
import { stubBridge } from '../../support/stub-bridge.ts';
import { bridgeOfSearches, searchesOfEachTest, waiting } from '../../support/waiting-searches.ts';

searchesOfEachTest();

test('drops the reply to an earlier key press, even when it comes last', async () => {
  const search = new SearchState();
  const first = search.type('r');
  const second = search.type('ri');
  waiting[1]?.answer(page({ query: 'ri', hits: [hit(2)] }));
  waiting[0]?.answer(page({ query: 'r', hits: [hit(1)] }));
  await Promise.all([first, second]);
  expect([search.page?.query, search.focusedHit?.id]).toEqual(['ri', 2]);
});

test('gives up the search before when the next key is pressed', async () => {
  const { cancelled } = bridgeOfSearches();
  const search = new SearchState();
  const first = search.type('r');
  void search.type('ri');
  await first;
  expect(cancelled).toHaveLength(1);
});

test('keeps the old answer until the new one is there, and while a search fails', async () => {
  const search = new SearchState();
  const first = search.type('r');
  waiting[0]?.answer(page({ query: 'r' }));
  await first;
  const second = search.type('ri');
  expect([search.page?.query, search.isBusy]).toEqual(['r', true]);
  waiting[1]?.fail(new Error('broken'));
  await second;
  expect([search.page?.query, search.failure?.message, search.isBusy]).toEqual(['r', 'broken', false]);
});

test('completes the last word only while the person types', () => {
  const search = new SearchState();
  void search.type('riv');
  void search.finish();
  void search.sortBy('newest');
  expect(waiting.map(({ request }) => [request.typing, request.sort])).toEqual([
    [true, 'relevance'],
    [false, 'relevance'],
    [false, 'newest'],
  ]);
});

test('tells how many articles have come, until they are asked for', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page());
  await first;
  await search.countArrivals();
  expect(search.arrivals).toBe(12);
  const second = search.search('asked');
  waiting[1]?.answer(page());
  await second;
  expect(search.arrivals).toBe(0);
});

test('narrows to all tags of a branch, and out of it again', () => {
  const [oil, water] = [tagId(1), tagId(2)];
  const search = new SearchState();
  void search.toggleTags([oil, water]);
  expect(search.filter).toEqual({ ...noFilter, tags: [oil, water] });
  void search.toggleTags([oil]);
  void search.toggleTags([oil, water]);
  expect(search.filter.tags).toEqual([oil, water]);
  void search.toggleTags([oil, water]);
  expect(search.filter).toEqual(noFilter);
});

test('narrows and sorts what is being typed as it was answered, its last word completed', () => {
  const search = new SearchState();
  void search.type('har');
  void search.toggleTags([tagId(1)]);
  void search.sortBy('newest');
  void search.finish();
  expect(waiting.map(({ request }) => request.typing)).toEqual([true, true, true, false]);
});

test('comes back to a question as it was asked', () => {
  const search = new SearchState();
  void search.type('har');
  const { question } = search;
  void search.ask({ ...question, query: 'dam', typing: false });
  void search.ask(question);
  expect(waiting.map(({ request }) => request.typing)).toEqual([true, false, true]);
});

test('counts the tags of the answer that is shown, and leaves its rows alone', async () => {
  const search = new SearchState();
  const first = search.type('har');
  waiting[0]?.answer(page({ query: 'har' }));
  await first;
  await search.countFacets();
  expect([search.facets?.tags.values, waiting.length]).toEqual([[{ key: 'Water', articles: 2, all: 5 }], 1]);
});

test('counts what the answer has in common without asking the question again', async () => {
  const counted = facets({ tags: { values: [{ key: 'water', articles: 2, all: 2 }], others: 0 } });
  const stub = stubBridge({
    archive: { search: () => Promise.resolve(page()), facets: () => Promise.resolve(counted) },
  });
  installBridge(stub.bridge);
  const search = new SearchState();
  await search.search();
  await search.countFacets();
  expect(search.facets).toEqual(counted);
});

test('reads the filter of the answer that stands, and not of one that failed', async () => {
  const search = new SearchState();
  const first = search.toggleTags([tagId(1)]);
  expect(search.answeredFilter).toEqual(noFilter);
  waiting[0]?.answer(page());
  await first;
  const second = search.filterBy(noFilter);
  waiting[1]?.fail(new Error('broken'));
  await second;
  expect(search.answeredFilter.tags).toEqual([tagId(1)]);
});
