import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { emptyRow, type QueryRow } from '../../../../electron/contract/query-rows.ts';
import { openWindow } from '../../support/open-window.ts';

afterEach(cleanup);

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search the archive' });
const row = (nth: number) => within(screen.getByRole('group', { name: `Row ${nth}` }));
const written = () => screen.getByRole('dialog').querySelector('output')?.textContent.trim();

async function open(
  query: string,
  rows: readonly Partial<QueryRow>[],
  answers: Parameters<typeof openWindow>[0] = {},
): Promise<void> {
  await openWindow({
    ...answers,
    queryRows: () => Promise.resolve({ rows: rows.map((one) => ({ ...emptyRow, ...one })), isStrict: false }),
  });
  await fireEvent.input(box(), { target: { value: query } });
  await fireEvent.keyDown(document.body, { key: 'b' });
  await screen.findByRole('group', { name: 'Row 1' });
}

async function choose(control: HTMLElement, value: string): Promise<void> {
  await fireEvent.change(control, { target: { value } });
}

test('rows that are filled in write the query that Enter asks', async () => {
  await open('', []);
  await waitFor(() => expect(document.activeElement).toBe(row(1).getByLabelText('Words')));
  expect(written()).toBe('everything');
  await choose(row(1).getByLabelText('What the row asks for'), 'any');
  await choose(row(1).getByLabelText('Where'), 'headline');
  await fireEvent.input(row(1).getByLabelText('Words'), { target: { value: 'dam "gave way"' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Add a row' }));
  await waitFor(() => expect(document.activeElement).toBe(row(2).getByLabelText('Words')));
  await choose(row(2).getByLabelText('What the row asks for'), 'days');
  await fireEvent.input(row(2).getByLabelText('From'), { target: { value: '2019' } });
  await fireEvent.input(row(2).getByLabelText('To'), { target: { value: 'soon' } });
  expect(row(2).getByLabelText('To').getAttribute('aria-invalid')).toBe('true');
  await fireEvent.input(row(2).getByLabelText('To'), { target: { value: '2021' } });
  expect(written()).toBe('headline:(dam OR "gave way") date:2019..2021');
  await fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);
  await waitFor(() => expect(box().value).toBe('headline:(dam OR "gave way") date:2019..2021'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a query that is looked at and not changed stays as it was typed', async () => {
  await open('year:2015 dam', [{ kind: 'days', words: '2015', other: '2015' }, { words: 'dam' }]);
  expect(written()).toBe('year:2015 dam');
  await fireEvent.click(row(2).getByRole('button', { name: 'Remove row 2' }));
  expect(written()).toBe('date:2015');
  await fireEvent.click(row(1).getByRole('button', { name: 'Remove row 1' }));
  await waitFor(() => expect(document.activeElement).toBe(row(1).getByLabelText('Words')));
  await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(box().value).toBe('year:2015 dam');
});

test('a name that narrows is given up for a row that has words alone', async () => {
  await open('tag:film', [{ field: 'tag', words: 'film' }]);
  await choose(row(1).getByLabelText('What the row asks for'), 'near');
  expect(row(1).getByLabelText<HTMLSelectElement>('Where').value).toBe('');
  await fireEvent.input(row(1).getByLabelText('Words that are near'), { target: { value: 'dam' } });
  await choose(row(1).getByLabelText('How near'), 's');
  await fireEvent.click(row(1).getByLabelText('in this order'));
  expect(written()).toBe('(film pre/s dam)');
});

test('names are completed in the rows, and the dialog stays open when nothing is chosen of them', async () => {
  const asked: string[] = [];
  await open('', [{ field: 'outlet' }, { field: 'place' }], {
    suggest: ({ query }) => {
      asked.push(query);
      const isOutlet = query.startsWith('outlet:');
      return Promise.resolve({
        ...{ from: 0, to: query.length },
        suggestions:
          query === ''
            ? []
            : isOutlet
              ? [
                  { kind: 'outlet', text: '"Esta Courier"', articles: 12 },
                  { kind: 'outlet', text: 'Estrella', articles: 3 },
                ]
              : [
                  { kind: 'operator', text: 'AND', articles: null },
                  { kind: 'place', text: '"MARSA NOUR"', articles: 4 },
                ],
      });
    },
  });
  const values = () => row(1).getByLabelText<HTMLInputElement>('Names, with commas between them');
  await waitFor(() => expect(document.activeElement).toBe(row(2).getByLabelText('Words')));
  values().focus();
  await fireEvent.input(values(), { target: { value: 'Gazette, est' } });
  await screen.findByRole('option', { name: /Esta Courier/u });
  expect(asked.at(-1)).toBe('outlet:"est');
  await fireEvent.keyDown(values(), { key: 'Escape' });
  expect(screen.queryByRole('option', { name: /Esta Courier/u })).toBeNull();
  expect(screen.queryByRole('dialog')).not.toBeNull();
  await fireEvent.keyDown(values(), { key: 'ArrowDown' });
  await screen.findByRole('option', { name: /Estrella/u });
  await fireEvent.keyDown(values(), { key: 'ArrowDown' });
  await waitFor(() => expect(values().value).toBe('Gazette, Esta Courier'));
  await fireEvent.keyDown(values(), { key: 'Tab' });
  expect(written()).toBe('outlet:(Gazette "Esta Courier")');
  const words = () => row(2).getByLabelText<HTMLInputElement>('Words');
  words().focus();
  await fireEvent.input(words(), { target: { value: 'mar' } });
  await screen.findByRole('option', { name: /MARSA NOUR/u });
  expect(asked.at(-1)).toBe('place:mar');
  expect(screen.queryByRole('option', { name: /AND/u })).toBeNull();
  await fireEvent.keyDown(words(), { key: 'Tab' });
  expect(words().value).toBe('mar');
  expect(screen.queryByRole('option', { name: /MARSA NOUR/u })).toBeNull();
});
