import { beforeEach, expect, test, vi } from 'vitest';
import { FailureError } from '../../../../electron/contract/failure.ts';
import { resultSetId } from '../../../../electron/contract/ids.ts';
import type { SearchPage, SearchRequest } from '../../../../electron/contract/search.ts';
import { installBridge } from '../../../../renderer/archive.ts';
import { noFilter, SearchState } from '../../../../renderer/state/search/search-state.svelte.ts';
import { hit, hits, page } from '../../support/answers.ts';
import { stubBridge } from '../../support/stub-bridge.ts';

type Waiting = Readonly<{
  request: SearchRequest;
  answer: (page: SearchPage) => void;
  fail: (thrown: unknown) => void;
}>;
let waiting: Waiting[] = [];

/** A bridge whose searches are answered by the test, in the order that it likes. */
function withSearches() {
  waiting = [];
  const stub = stubBridge({
    archive: {
      search: (request) => new Promise<SearchPage>((answer, fail) => waiting.push({ request, answer, fail })),
      rows: ({ resultSet, offset, limit }) => {
        if (resultSet !== resultSetId(1)) {
          throw new FailureError({ code: 'result-set-gone', message: 'gone' });
        }
        return Promise.resolve(hits(offset + 1, limit));
      },
      arrivals: () => Promise.resolve(12),
    },
  });
  installBridge(stub.bridge);
  return stub;
}

beforeEach(() => {
  withSearches();
});

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
  const { cancelled } = withSearches();
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
  void search.search('asked');
  void search.sortBy('newest');
  expect(waiting.map(({ request }) => [request.typing, request.sort])).toEqual([
    [true, 'relevance'],
    [false, 'relevance'],
    [false, 'newest'],
  ]);
});

test('keeps the focus on its article when the same question is answered again', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page({ hits: [hit(1), hit(2)] }));
  await first;
  search.focus(1);
  const second = search.search('again');
  waiting[1]?.answer(page({ hits: [hit(9), hit(1), hit(2)] }));
  await second;
  expect([search.focusedRow, search.answers]).toEqual([2, 1]);
});

test('asks again by itself when the engine no longer knows the answer', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page({ resultSet: resultSetId(7), total: 900, hits: hits(1, 25) }));
  await first;
  search.rows?.want(500, 520);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  expect(search.failure).toBeNull();
});

test('fetches the rows that somebody looks at', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page({ total: 500_000, hits: hits(1, 25) }));
  await first;
  search.rows?.want(499_990, 499_999);
  await vi.waitFor(() => expect(search.rows?.at(499_999)?.id).toBe(500_000));
  expect(search.rows?.at(250_000)).toBeUndefined();
});

test('does not let the focus past the ends of the answer', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page());
  await first;
  search.focusBy(99);
  expect(search.focusedRow).toBe(2);
  search.focusBy(-99);
  expect(search.focusedRow).toBe(0);
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
  const search = new SearchState();
  void search.toggleTags(['Iraq/Oil', 'Iraq/Water']);
  expect(search.filter).toEqual({ ...noFilter, tags: ['Iraq/Oil', 'Iraq/Water'] });
  void search.toggleTags(['Iraq/Oil']);
  void search.toggleTags(['Iraq/Oil', 'Iraq/Water']);
  expect(search.filter.tags).toEqual(['Iraq/Oil', 'Iraq/Water']);
  void search.toggleTags(['Iraq/Oil', 'Iraq/Water']);
  expect(search.isFiltered).toBe(false);
});

test('asks again as the answer that stands was asked, for the same words to be completed', async () => {
  const search = new SearchState();
  const first = search.type('ri');
  waiting[0]?.answer(page({ query: 'ri' }));
  await first;
  void search.search('again');
  const asked = search.search('asked');
  waiting[2]?.answer(page({ query: 'ri' }));
  await asked;
  void search.search('again');
  expect(waiting.map(({ request }) => request.typing)).toEqual([true, true, false, false]);
});

test('counts what the answer has in common without asking the question again', async () => {
  const facets = { ...page().facets, tags: [{ key: 'water', articles: 2 }] };
  const stub = stubBridge({
    archive: { search: () => Promise.resolve(page()), facets: () => Promise.resolve(facets) },
  });
  installBridge(stub.bridge);
  const search = new SearchState();
  await search.search();
  await search.countFacets();
  expect(search.facets?.tags).toEqual([{ key: 'water', articles: 2 }]);
});
