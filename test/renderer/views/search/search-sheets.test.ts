import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { TrendsRequest } from '../../../../electron/contract/trends-api.ts';
import { openWindow } from '../../support/open-window.ts';

afterEach(cleanup);

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search the archive' });
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const dialog = () => within(screen.getByRole('dialog'));

/** The cells of each row of the table in the dialog. */
function rowsShown(): readonly string[] {
  return dialog()
    .getAllByRole('row')
    .map((row) =>
      [...row.querySelectorAll('th, td')]
        .map((cell) => cell.textContent.replaceAll(/\s+/gu, ' ').trim())
        .join(' | '),
    );
}

test('names are counted as phrases, and opened and saved from the list', async () => {
  const saved: string[] = [];
  await openWindow(
    {
      countQuestions: ({ questions }) =>
        Promise.resolve({
          counts: questions.map(({ question }) => ({
            articles: question.query.length,
            fresh: 0,
            fault: question.query.includes('(') ? { at: 0, length: 1, message: 'not closed' } : null,
          })),
          upTo: 1,
        }),
    },
    {
      saveText: ({ text }) => {
        saved.push(text);
        return Promise.resolve('/a/counts.csv');
      },
    },
  );
  await press('q');
  await fireEvent.input(dialog().getByLabelText('Queries or names, one a line'), {
    target: { value: 'Rasha Tolmin\n\n ferry \n"a b" (\nferry' },
  });
  await fireEvent.click(dialog().getByRole('button', { name: 'Count' }));
  await dialog().findByText('3 lines. Enter opens one.');
  expect(rowsShown().slice(1)).toEqual(['Rasha Tolmin | 14', 'ferry | 5', '"a b" ( Not closed. | 7']);
  await fireEvent.click(dialog().getByRole('button', { name: 'Save as CSV' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.split('\r\n').slice(0, 2)).toEqual([
    'line,query,articles,fault',
    'Rasha Tolmin,"""Rasha Tolmin""",14,',
  ]);
  await fireEvent.click(dialog().getByRole('button', { name: 'Rasha Tolmin' }));
  await waitFor(() => expect(box().value).toBe('"Rasha Tolmin"'));
  expect(screen.queryByRole('dialog')).toBeNull();
  await press('q');
  expect(dialog().getByRole('button', { name: 'Rasha Tolmin' }).className).toContain('opened');
});

test('a list of names is opened from a file, whatever marks its editor put in front', async () => {
  const asked: string[] = [];
  await openWindow({
    countQuestions: ({ questions }) => {
      asked.push(...questions.map(({ question }) => question.query));
      return Promise.resolve({
        counts: questions.map(() => ({ articles: 2, fresh: 0, fault: null })),
        upTo: 1,
      });
    },
  });
  await press('q');
  const file = new File(['\uFEFFRasha Tolmin\r\n\r\nOdile Marsh\r\n'], 'names.txt', { type: 'text/plain' });
  await fireEvent.change(dialog().getByLabelText('File of queries or names'), { target: { files: [file] } });
  await dialog().findByText('2 lines. Enter opens one.');
  expect(asked).toEqual(['"Rasha Tolmin"', '"Odile Marsh"']);
  expect(rowsShown().slice(1)).toEqual(['Rasha Tolmin | 2', 'Odile Marsh | 2']);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Rasha Tolmin'));
});

test('queries are compared over time, as a picture and as a table', async () => {
  const asked: TrendsRequest[] = [];
  await openWindow({
    trends: (request) => {
      asked.push(request);
      const articles = request.questions.map((_, nth) => nth + 1);
      const period = { key: '2020-01-01', articles, all: 4, words: 1000 };
      const faults = request.questions.map(({ query }) =>
        query.endsWith('(') ? { at: 6, length: 1, message: 'not closed' } : null,
      );
      return Promise.resolve({ unit: 'year', periods: [period], undated: articles, faults });
    },
  });
  await fireEvent.input(box(), { target: { value: 'dam' } });
  await press('Escape', {});
  await fireEvent.input(box(), { target: { value: 'dam' } });
  box().blur();
  await press('p');
  await waitFor(() => expect(dialog().getByLabelText<HTMLInputElement>('Query 1').value).toBe('dam'));
  await fireEvent.click(dialog().getByRole('button', { name: 'Add a query' }));
  await fireEvent.input(dialog().getByLabelText('Query 2'), { target: { value: 'flood' } });
  await dialog().findByRole('img', { name: /dam; flood/u });
  await fireEvent.change(dialog().getByLabelText('As'), { target: { value: 'thousand' } });
  await fireEvent.click(dialog().getByLabelText('As a table'));
  expect(rowsShown()).toEqual(['From | dam | flood | All articles', '2020 | 250 | 500 | 4']);
  await fireEvent.change(dialog().getByLabelText('By'), { target: { value: 'month' } });
  await waitFor(() =>
    expect(asked.at(-1)).toMatchObject({ unit: 'month', questions: [{ query: 'dam' }, { query: 'flood' }] }),
  );
  await fireEvent.input(dialog().getByLabelText('Query 2'), { target: { value: 'flood (' } });
  await dialog().findByText('Not closed.');
  const described = dialog().getByLabelText('Query 2').getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toBe('Not closed.');
  expect(dialog().getByLabelText('Query 1').hasAttribute('aria-describedby')).toBe(false);
  await fireEvent.input(dialog().getByLabelText('Query 2'), { target: { value: 'flood' } });
  await waitFor(() => expect(dialog().queryByText('Not closed.')).toBeNull());
});

test('a search record is copied, and makes the search again when it is pasted', async () => {
  const copied: string[] = [];
  await openWindow(
    {
      stats: () =>
        Promise.resolve({
          ...{ articles: 1200, words: 90_000, sources: 1, languages: [], fields: [] },
          ...{ segments: 1, commit: 41, indexBytes: 1, textBytes: 1, failed: 0 },
        }),
    },
    {
      copyText: ({ text }) => {
        copied.push(text);
        return Promise.resolve();
      },
    },
  );
  await fireEvent.input(box(), { target: { value: 'dam' } });
  await waitFor(() => expect(document.querySelector('#query-reading')?.textContent).toContain('3 articles'));
  await press('K', { ctrlKey: true, shiftKey: true });
  await screen.findByText('Copied the search record');
  const [text = ''] = copied;
  expect(text).toContain('Query: dam\n');
  expect(text).toContain('Found: 3 articles\nLibrary: 1,200 articles, 90,000 words; newest commit 41\n');
  await fireEvent.input(box(), { target: { value: '' } });
  await fireEvent.paste(box(), { clipboardData: { getData: () => text } });
  await waitFor(() => expect(box().value).toBe('dam'));
});
