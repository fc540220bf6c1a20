import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FailureError } from '../../../../electron/contract/failure.ts';
import { resultSetId, tagId, type TagId } from '../../../../electron/contract/ids.ts';
import type { SearchPage, SearchRequest } from '../../../../electron/contract/search.ts';
import { installBridge } from '../../../../renderer/archive.ts';
import { noFilter } from '../../../../renderer/state/search/search-filter.ts';
import { SearchState } from '../../../../renderer/state/search/search-state.svelte.ts';
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
      arrivals: () => Promise.resolve({ articles: 12, notices: ['Still so.'] }),
      facets: ({ resultSet }) => {
        if (resultSet !== resultSetId(1)) {
          throw new FailureError({ code: 'result-set-gone', message: 'gone' });
        }
        return Promise.resolve({ ...page().facets, tags: [{ key: 'Water', articles: 2 }] });
      },
    },
  });
  installBridge(stub.bridge);
  return stub;
}

beforeEach(() => {
  withSearches();
});

afterEach(() => {
  vi.useRealTimers();
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
  void search.finish();
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

test('asks again as the answer was asked, whichever way it got lost', async () => {
  const search = new SearchState();
  const first = search.type('har');
  waiting[0]?.answer(page({ resultSet: resultSetId(7), query: 'har', total: 900, hits: hits(1, 25) }));
  await first;
  void search.search('again');
  search.rows?.want(500, 520);
  await vi.waitFor(() => expect(waiting).toHaveLength(3));
  await search.countFacets();
  expect(waiting.map(({ request }) => [request.query, request.typing])).toEqual([
    ['har', true],
    ['har', true],
    ['har', true],
    ['har', true],
  ]);
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
  expect([search.facets?.tags, waiting.length]).toEqual([[{ key: 'Water', articles: 2 }], 1]);
});

test('shows no fault for 600 ms after a key, and keeps the list before it', async () => {
  vi.useFakeTimers();
  const search = new SearchState();
  const fault = { at: 0, length: 6, message: 'this is no date' };
  const first = search.search('asked');
  waiting[0]?.answer(page({ hits: [hit(1)] }));
  await first;
  for (const [nth, query] of ['date:2', 'date:20', 'date:202'].entries()) {
    const typed = search.type(query);
    waiting[nth + 1]?.answer(page({ query, fault, hits: hits(2, 20) }));
    await typed;
    await vi.advanceTimersByTimeAsync(590);
    expect([search.page?.query, search.page?.fault, search.focusedHit?.id]).toEqual(['', null, 1]);
  }
  await vi.advanceTimersByTimeAsync(10);
  expect([search.page?.query, search.page?.fault, search.focusedHit?.id]).toEqual(['date:202', fault, 2]);
});

test('keeps the list while a field is begun that asks for nothing yet, and drops what it answered then', async () => {
  vi.useFakeTimers();
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page({ hits: [hit(1)] }));
  await first;
  const begun = search.type('oil date:');
  waiting[1]?.answer(page({ query: 'oil date:', hits: [] }));
  await begun;
  expect(search.focusedHit?.id).toBe(1);
  const whole = search.type('oil date:2021');
  waiting[2]?.answer(page({ query: 'oil date:2021', hits: [hit(5)] }));
  await whole;
  expect(search.focusedHit?.id).toBe(5);
  await vi.advanceTimersByTimeAsync(1000);
  expect(search.focusedHit?.id).toBe(5);
});

test('shows a fault at once to whoever finished the question', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page());
  await first;
  const fault = { at: 0, length: 1, message: 'this quotation mark is not closed' };
  const typed = search.type('"dam');
  waiting[1]?.answer(page({ query: '"dam', fault }));
  await typed;
  expect(search.page?.fault).toBeNull();
  const finished = search.finish();
  waiting[2]?.answer(page({ query: '"dam', fault }));
  await finished;
  expect(search.page?.fault).toEqual(fault);
});

test('answers what was asked before the engine was lost, and not what was shown', async () => {
  const causes: string[] = [];
  const search = new SearchState();
  search.onAnswer = (cause) => causes.push(cause);
  const first = search.search('asked');
  waiting[0]?.answer(page());
  await first;
  const lost = search.type('dam');
  waiting[1]?.fail(new FailureError({ code: 'engine-gone', message: 'gone' }));
  await lost;
  const again = search.search('again');
  waiting[2]?.answer(page({ query: 'dam' }));
  await again;
  expect([causes, waiting[2]?.request.typing, search.answers]).toEqual([['asked', 'typing'], true, 2]);
});

test('drops a notice that what came in left untrue', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page({ notices: ['No article has all of these words.', 'Still so.'] }));
  await first;
  expect(search.notices).toEqual(['No article has all of these words.', 'Still so.']);
  await search.countArrivals();
  expect(search.notices).toEqual(['Still so.']);
});

test('asks by what a tag of its filter was merged into, and without one that is gone', async () => {
  const search = new SearchState();
  void search.toggleTags([tagId(1), tagId(2)]);
  const same = { tag: (id: TagId) => id, source: () => null };
  await search.settleFilter(same, () => null);
  expect(waiting).toHaveLength(1);
  void search.settleFilter({ ...same, tag: () => tagId(2) }, () => null);
  expect([waiting.at(-1)?.request.filter.tags, search.change]).toEqual([[tagId(2)], null]);
  void search.settleFilter({ ...same, tag: () => null }, () => 'The tag is gone.');
  expect([waiting.at(-1)?.request.filter, search.change]).toEqual([noFilter, 'The tag is gone.']);
  void search.type('dam');
  expect(search.change).toBeNull();
});

test('asks again as the answer that stands was asked, for the same words to be completed', async () => {
  const search = new SearchState();
  const first = search.type('ri');
  waiting[0]?.answer(page({ query: 'ri' }));
  await first;
  void search.search('again');
  const asked = search.finish();
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
