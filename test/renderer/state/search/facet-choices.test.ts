import { expect, test } from 'vitest';
import { tagId } from '../../../../electron/contract/ids.ts';
import type { SearchFilter } from '../../../../electron/contract/search.ts';
import { choiceOf, choose, meaningOf, withMeaning } from '../../../../renderer/state/search/facet-choices.ts';
import { isNarrowing, noFilter } from '../../../../renderer/state/search/search-filter.ts';

test('a value is chosen, left out, and no matter again', () => {
  const chosen = choose(noFilter, 'places', ['OSLO'], 'in');
  expect(chosen).toEqual({ ...noFilter, places: ['OSLO'] });
  const leftOut = choose(chosen, 'places', ['OSLO'], 'out');
  expect(leftOut).toEqual({ ...noFilter, not: { places: ['OSLO'] } });
  expect([choiceOf(chosen, 'places', ['OSLO']), choiceOf(leftOut, 'places', ['OSLO'])]).toEqual([
    'in',
    'out',
  ]);
  expect(isNarrowing(leftOut)).toBe(true);
  expect(choose(leftOut, 'places', ['OSLO'], null)).toEqual(noFilter);
});

test('several choices mean any of them, all or none, and keep their values', () => {
  const [one, two] = [tagId(1), tagId(2)];
  const any: SearchFilter = { ...noFilter, tags: [one, two] };
  expect(meaningOf(any, 'tags')).toBe('any');
  const all = withMeaning(any, 'tags', 'all');
  expect(all).toEqual({ ...any, every: ['tags'] });
  const none = withMeaning(all, 'tags', 'none');
  expect(none).toEqual({ ...noFilter, not: { tags: [one, two] } });
  expect([meaningOf(all, 'tags'), meaningOf(none, 'tags')]).toEqual(['all', 'none']);
  expect(withMeaning(none, 'tags', 'any')).toEqual(any);
});

test('one choice has no meaning to be switched', () => {
  expect(meaningOf(choose(noFilter, 'years', ['2020'], 'in'), 'years')).toBeNull();
});
