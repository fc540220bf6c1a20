import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { ArchiveApi } from '../../../../electron/contract/archive-api.ts';
import type { ArticleId } from '../../../../electron/contract/ids.ts';
import type { ArticleSelection } from '../../../../electron/contract/search.ts';
import { articleView, hits, page } from '../../support/answers.ts';
import { openWindow } from '../../support/open-window.ts';

afterEach(cleanup);

const list = () => screen.getByRole('listbox', { name: 'Results' });
const headlines = () =>
  within(list())
    .queryAllByRole('heading')
    .map(({ textContent }) => textContent);

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}

/** A window over four articles, each of which can be removed. */
async function openRemovable(
  impact: Partial<Awaited<ReturnType<ArchiveApi['removalImpact']>>> = {},
  canUndo = true,
) {
  let left = hits(1, 4);
  const removed: ArticleSelection[] = [];
  const idsOf = (selection: ArticleSelection): readonly ArticleId[] =>
    'ids' in selection ? selection.ids : [];
  const stub = await openWindow({
    search: ({ query }) => Promise.resolve(page({ query, hits: left })),
    rows: ({ offset, limit }) => Promise.resolve(left.slice(offset, offset + limit)),
    article: ({ id }) => Promise.resolve({ ...articleView(id), missing: id === 1 }),
    removalImpact: ({ selection }) => {
      const articles = idsOf(selection).length;
      return Promise.resolve({ articles, tagged: 0, noted: 0, files: articles, ...impact });
    },
    removeArticles: ({ selection }) => {
      removed.push(selection);
      left = left.filter(({ id }) => !idsOf(selection).includes(id));
      return Promise.resolve({ removed: idsOf(selection).length, canUndo });
    },
    undoRemoval: () => {
      const givenBack = 4 - left.length;
      left = hits(1, 4);
      return Promise.resolve({ givenBack });
    },
  });
  await screen.findByRole('heading', { level: 1, name: 'Headline 1' });
  return { ...stub, removed };
}

test('a selection is removed once its dialog said what goes and what stays, and the list stays where it was', async () => {
  const { removed } = await openRemovable({ tagged: 2, noted: 1 });
  list().focus();
  await press('j');
  await press('x');
  await press('j');
  await press('x');
  await press('Delete');
  const dialog = await screen.findByRole('alertdialog', { name: 'Remove 2 articles from the library?' });
  expect(dialog.textContent.replace(/\s+/g, ' ')).toContain(
    'What was read, the tags of 2 and the notes of 1 go. Undo gives it back, ' +
      'until you remove something else or close Microfiche. ' +
      '2 files stay where they are, and are read again, without tags and notes, when the sources are next scanned.',
  );
  expect(removed).toEqual([]);
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Remove 2 articles' }));
  await waitFor(() => expect(headlines()).toEqual(['Headline 1', 'Headline 4']));
  expect(removed).toEqual([{ ids: [2, 3] }]);
  await screen.findByText('Removed 2 articles. The files are where they were.');
  await screen.findByRole('heading', { level: 1, name: 'Headline 4' });
  await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Gave back 2 articles.');
  await waitFor(() => expect(headlines()).toEqual([1, 2, 3, 4].map((nth) => `Headline ${String(nth)}`)));
});

test('of too many articles the dialog says that they can not be given back, and no undo is offered', async () => {
  await openRemovable({ articles: 5001 }, false);
  list().focus();
  await press('Delete');
  const dialog = await screen.findByRole('alertdialog', { name: /5,001 articles/ });
  expect(dialog.textContent).toContain('this can’t be undone');
  await fireEvent.click(within(dialog).getByRole('button', { name: /^Remove/ }));
  await screen.findByText(/^Removed/);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a missing article is removed from where it says so, and its dialog says that nothing is left of it', async () => {
  const { removed } = await openRemovable({ files: 0 });
  await fireEvent.click(screen.getByRole('button', { name: 'Remove from the library' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Remove this article from the library?' });
  expect(dialog.textContent).toContain('Its file is missing');
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Remove 1 article' }));
  await waitFor(() => expect(removed).toEqual([{ ids: [1] }]));
  await screen.findByText('Removed 1 article.');
});

test('the menu of a row is about that row, and the menu of the window about the selection', async () => {
  const { emit, removed } = await openRemovable();
  const row = within(list()).getByText('Headline 3');
  await fireEvent.contextMenu(row);
  await fireEvent.click(await screen.findByRole('menuitem', { name: /^Remove from the library/ }));
  const dialog = await screen.findByRole('alertdialog');
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  emit('menuCommand', 'remove-articles');
  const again = await screen.findByRole('alertdialog', { name: 'Remove this article from the library?' });
  await fireEvent.click(within(again).getByRole('button', { name: 'Remove 1 article' }));
  await waitFor(() => expect(removed).toEqual([{ ids: [3] }]));
});

test('a key that deletes a letter in the query box asks nothing', async () => {
  const { emit } = await openRemovable();
  const box = screen.getByRole('textbox', { name: 'Search the archive' });
  box.focus();
  await press('Delete');
  emit('menuCommand', 'remove-articles');
  expect(screen.queryByRole('alertdialog')).toBeNull();
});
