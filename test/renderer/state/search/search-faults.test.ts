import { expect, test, vi } from 'vitest';
import { FailureError } from '../../../../electron/contract/failure.ts';
import { resultSetId, tagId, type TagId } from '../../../../electron/contract/ids.ts';
import { noFilter } from '../../../../renderer/state/search/search-filter.ts';
import { SearchState } from '../../../../renderer/state/search/search-state.svelte.ts';
import { hit, hits, page } from '../../support/answers.ts';
import { searchesOfEachTest, waiting } from '../../support/waiting-searches.ts';

searchesOfEachTest();

test('asks again by itself when the engine no longer knows the answer', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page({ resultSet: resultSetId(7), total: 900, hits: hits(1, 25) }));
  await first;
  search.rows?.want(500, 520);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  expect(search.failure).toBeNull();
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
