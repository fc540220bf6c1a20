import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { SearchRequest } from '../../../../electron/contract/search.ts';
import type { WindowMemory } from '../../../../electron/contract/shell-api.ts';
import { hit, page } from '../../support/answers.ts';
import { openWindow } from '../../support/open-window.ts';

afterEach(cleanup);

async function press(key: string): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key });
}

const cells = () => screen.getAllByRole('gridcell').map(({ textContent }) => textContent.trim());
const heads = () =>
  screen
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent.trim())
    .filter((text) => text !== '');

async function openTable(asked: SearchRequest[] = [], remembered: WindowMemory[] = []) {
  const story = hit(7, { outlet: 'Coast Times', place: 'ESTA', words: 1204, tags: ['Port'] });
  await openWindow(
    {
      search: (request) => {
        asked.push(request);
        return Promise.resolve(page({ query: request.query, hits: [story] }));
      },
    },
    {
      remember: ({ memory }) => {
        remembered.push(memory);
        return Promise.resolve();
      },
    },
  );
  await press('g');
  await screen.findByRole('grid', { name: 'Results' });
}

test('shows results as a table of the columns that are wanted', async () => {
  await openTable();
  expect(heads()).toEqual(['Headline', 'Date', 'Outlet', 'Place', 'Words', 'Tags']);
  expect(cells().slice(1)).toEqual(['Headline 7', '', 'Coast Times', 'ESTA', '1,204', 'Port']);
  await fireEvent.keyDown(screen.getByRole('button', { name: 'Columns of the table' }), { key: 'Enter' });
  await fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Place' }));
  await waitFor(() => expect(heads()).toEqual(['Headline', 'Date', 'Outlet', 'Words', 'Tags']));
});

test('sorts by a head that is pressed, the other way at the next press, and as before at the third', async () => {
  const asked: SearchRequest[] = [];
  await openTable(asked);
  const sorts = ['newest', 'oldest', 'relevance'];
  for (const sort of sorts) {
    await fireEvent.click(screen.getByRole('button', { name: 'Date' }));
    await waitFor(() => expect(asked.at(-1)?.sort).toBe(sort));
  }
  await fireEvent.click(screen.getByRole('button', { name: 'Words' }));
  await waitFor(() => expect(asked.at(-1)?.sort).toBe('longest'));
  expect(screen.getByRole('columnheader', { name: 'Words' }).getAttribute('aria-sort')).toBe('descending');
});

test('makes a column wider by the keyboard, and remembers it', async () => {
  const remembered: WindowMemory[] = [];
  await openTable([], remembered);
  const head = screen.getByRole('button', { name: 'Outlet' });
  await fireEvent.keyDown(head, { key: 'ArrowRight', shiftKey: true });
  await waitFor(() =>
    expect(remembered.at(-1)?.results).toMatchObject({
      shape: 'table',
      columns: [{}, {}, { name: 'outlet', px: 156 }, {}, {}, {}],
    }),
  );
});

test('marks three hits of a row at most, in rows and in the table', async () => {
  const marks = [0, 2, 4, 6].map((at): readonly [number, number] => [at, at + 1]);
  const found = [
    hit(1, { headline: 'a b c d', headlineMarks: marks }),
    hit(2, { headlineMarks: marks.slice(0, 1), snippet: { text: 'a b c d', marks } }),
  ];
  await openWindow({ search: ({ query }) => Promise.resolve(page({ query, hits: found })) });
  const marked = () =>
    [...document.querySelectorAll('[data-row]')].map((row) => row.querySelectorAll('mark').length);
  expect(marked()).toEqual([3, 3]);
  await press('g');
  await screen.findByRole('grid', { name: 'Results' });
  expect(marked()).toEqual([3, 1]);
});

test('articles in the order of their dates stand under their month', async () => {
  const dates = ['2021-03-04', '2021-03-01', '2020', null];
  const found = dates.map((date, nth) =>
    hit(nth + 1, {
      published: date === null ? null : { date, precision: 'day', from: 'meta', confidence: 1 },
    }),
  );
  await openWindow({ search: ({ query }) => Promise.resolve(page({ query, hits: found })) });
  const begun = () =>
    [...document.querySelectorAll('[data-row]')].map((row) => row.classList.contains('begins'));
  expect(document.querySelector('.month')).toBeNull();
  await fireEvent.keyDown(screen.getByRole('button', { name: /^Sort/u }), { key: 'Enter' });
  await fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Newest first' }));
  await waitFor(() => expect(document.querySelector('.month')?.textContent).toBe('Mar 2021'));
  expect(begun()).toEqual([false, false, true, true]);
  await press('g');
  await screen.findByRole('grid', { name: 'Results' });
  expect(document.querySelector('.month')).toBeNull();
});

test.each([
  ['1', 'comfortable'],
  ['2', 'compact'],
  ['3', 'line'],
])('key %s makes rows %s', async (key, density) => {
  await openTable();
  await press(key);
  await screen.findByRole('listbox', { name: 'Results' });
  expect(document.querySelector('.hit')?.classList.contains(density)).toBe(true);
});
