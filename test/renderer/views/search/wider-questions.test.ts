import { expect, test } from 'vitest';
import { tagId } from '../../../../electron/contract/ids.ts';
import { noFilter } from '../../../../renderer/state/search/search-filter.ts';
import type { Question } from '../../../../renderer/state/search/question.ts';
import { loosenings } from '../../../../renderer/views/search/wider-questions.ts';

function queries(query: string, changes: Partial<Question> = {}): readonly string[] {
  return loosenings({ query, sort: 'relevance', filter: noFilter, ...changes }).map(
    ({ question }) => question.query,
  );
}

test('offers to search without the filter first', () => {
  const filter = { ...noFilter, tags: [tagId(1)] };
  expect(loosenings({ query: 'a', sort: 'newest', filter })[0]?.question).toEqual({
    query: 'a',
    sort: 'newest',
    filter: noFilter,
  });
});

test('takes away quotation marks, dates, and what must not occur', () => {
  expect(queries('"combat mission" after:2021-06 -oil')).toEqual([
    'combat mission after:2021-06 -oil',
    '"combat mission" -oil',
    '"combat mission" after:2021-06',
  ]);
});

test('offers nothing for plain words, any of which were looked for already', () => {
  expect(queries('combat  mission')).toEqual([]);
});

test('leaves hyphens within words alone', () => {
  expect(queries('well-known')).toEqual([]);
});
