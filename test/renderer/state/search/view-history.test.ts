import { expect, test } from 'vitest';
import { articleId } from '../../../../electron/contract/ids.ts';
import { ViewHistory, type Place } from '../../../../renderer/state/search/view-history.svelte.ts';
import { noFilter } from '../../../../renderer/state/search/search-filter.ts';

function place(query: string, article: number | null = null): Place {
  return {
    question: { query, sort: 'relevance', filter: noFilter },
    article: article === null ? null : articleId(article),
  };
}

test('goes back and forward between questions', () => {
  const history = new ViewHistory();
  history.visit(place('a'));
  history.visit(place('b'));
  expect([history.canGoBack, history.canGoForward]).toEqual([true, false]);
  expect(history.go(-1)).toEqual(place('a'));
  expect(history.go(1)).toEqual(place('b'));
  expect(history.go(1)).toBeUndefined();
});

test('takes the first article that is opened in an answer for the same place', () => {
  const history = new ViewHistory();
  history.visit(place('a'));
  history.visit(place('a', 1));
  expect(history.canGoBack).toBe(false);
  history.visit(place('a', 2));
  expect(history.go(-1)).toEqual(place('a', 1));
});

test('forgets what lay ahead when the person turns elsewhere', () => {
  const history = new ViewHistory();
  for (const query of ['a', 'b', 'c']) history.visit(place(query));
  history.go(-1);
  history.visit(place('d'));
  expect([history.canGoForward, history.go(-1)]).toEqual([false, place('b')]);
});
