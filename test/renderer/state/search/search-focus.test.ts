import { expect, test, vi } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { noFilter } from '../../../../renderer/state/search/search-filter.ts';
import { SearchState } from '../../../../renderer/state/search/search-state.svelte.ts';
import { SelectionState } from '../../../../renderer/state/search/selection-state.svelte.ts';
import { hit, hits, page } from '../../support/answers.ts';
import { searchesOfEachTest, waiting } from '../../support/waiting-searches.ts';

searchesOfEachTest();

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
  search.focus(99);
  expect(search.focusedRow).toBe(2);
  search.focus(-99);
  expect(search.focusedRow).toBe(0);
});

test('puts the focus where it was, also beyond the rows that come with the answer', async () => {
  const search = new SearchState();
  const asked = search.ask(
    { query: 'dam', sort: 'newest', filter: noFilter },
    { article: articleId(81), row: 77 },
  );
  waiting[0]?.answer(page({ total: 500, hits: hits(1, 25) }));
  await asked;
  expect([search.focusedRow, search.focusedHit?.id]).toEqual([80, 81]);
});

test('starts at the first row where the article that was open is found no more', async () => {
  const search = new SearchState();
  const asked = search.ask(
    { query: '', sort: 'newest', filter: noFilter },
    { article: articleId(999), row: 400 },
  );
  waiting[0]?.answer(page({ total: 60, hits: hits(1, 25) }));
  await asked;
  expect(search.focusedRow).toBe(0);
});

test('keeps the focus far down when the same question is answered again', async () => {
  const search = new SearchState();
  const first = search.search('asked');
  waiting[0]?.answer(page({ total: 500, hits: hits(1, 25) }));
  await first;
  search.rows?.want(300, 310);
  await vi.waitFor(() => expect(search.rows?.at(305)?.id).toBe(306));
  search.focus(305);
  const again = search.search('again');
  waiting[1]?.answer(page({ total: 500, hits: hits(1, 25) }));
  await again;
  expect([search.focusedRow, search.focusedHit?.id]).toEqual([305, 306]);
});

test('puts the focus where it was also when the same question once more overtakes it', async () => {
  const search = new SearchState();
  const place = { article: articleId(81), row: 77 };
  const asked = search.ask({ query: 'dam', sort: 'newest', filter: noFilter }, place);
  let ended = false;
  const end = asked.then(() => (ended = true));
  const again = search.search('again');
  waiting[0]?.fail({ code: 'cancelled', message: '' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(ended).toBe(false);
  waiting[1]?.answer(page({ total: 500, hits: hits(1, 25) }));
  await Promise.all([again, end]);
  expect([search.focusedRow, search.focusedHit?.id, search.lastCause]).toEqual([80, 81, 'asked']);
});

test('moves through the answer that was asked for, also when the key came before it', async () => {
  const search = new SearchState();
  const selection = new SelectionState(search);
  const first = search.search('asked');
  waiting[0]?.answer(page({ total: 400, hits: hits(1, 25) }));
  await first;
  const asked = search.ask({ query: 'dam', sort: 'newest', filter: noFilter });
  selection.focusBy(Infinity);
  waiting[1]?.answer(page({ total: 40, hits: hits(1, 25) }));
  await asked;
  await vi.waitFor(() => expect(search.focusedRow).toBe(39));
  selection.focusBy(-1);
  expect(search.focusedRow).toBe(38);
});
