import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { sourceId, tagId } from '../../../electron/contract/ids.ts';
import type { SearchRequest } from '../../../electron/contract/search.ts';
import type { WindowMemory } from '../../../electron/contract/shell-api.ts';
import { page } from '../support/answers.ts';
import { openWindow } from '../support/open-window.ts';

afterEach(cleanup);

const memory: WindowMemory = {
  query: 'river',
  sort: 'newest',
  theme: 'sepia',
  fontSizePx: 22,
  view: 'search',
  panes: [200, 500],
  keys: { star: 'Mod+D' },
};
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search the archive' });

test('opens as it was left', async () => {
  const asked: SearchRequest[] = [];
  const search = (request: SearchRequest) => {
    asked.push(request);
    return Promise.resolve(page({ query: request.query }));
  };
  await openWindow({ search }, { memory: () => Promise.resolve(memory) });
  expect(asked.map(({ query, sort }) => [query, sort])).toEqual([['river', 'newest']]);
  expect([box().value, document.documentElement.dataset['theme']]).toEqual(['river', 'sepia']);
  const dividers = screen.getAllByRole('separator').map((divider) => divider.getAttribute('aria-valuenow'));
  expect(dividers).toEqual(['200', '500']);
});

test('turns to the sources, and not to the failures that were last looked at', async () => {
  await openWindow({ listFailures: () => Promise.resolve({ total: 0, failures: [] }) });
  const turn = (key: string) => fireEvent.keyDown(document.body, { key, ctrlKey: true });
  await turn('3');
  const pane = (name: RegExp) => screen.findByRole('button', { name });
  await fireEvent.click(await pane(/^Could not be read/));
  await turn('1');
  await turn('3');
  expect((await pane(/^Sources \d/)).getAttribute('aria-current')).toBe('page');
});

test('remembers the query and the sizes of the panes', async () => {
  const kept: WindowMemory[] = [];
  await openWindow({}, { remember: (request) => Promise.resolve(void kept.push(request.memory)) });
  await fireEvent.input(box(), { target: { value: 'dam' } });
  await fireEvent.keyDown(screen.getByRole('separator', { name: 'Width of the results' }), {
    key: 'ArrowRight',
  });
  await waitFor(() => expect([kept.at(-1)?.query, kept.at(-1)?.panes]).toEqual(['dam', [240, 456]]));
});

test('undoes tagging by the menu, but in a text field the last edit', async () => {
  const done: string[] = [];
  const { emit } = await openWindow({
    undo: () => {
      done.push('tagging');
      return Promise.resolve({ changed: 1, label: 'Add “Water”' });
    },
  });
  document.execCommand = (command) => done.push(`text: ${command}`) > 0;
  emit('menuCommand', 'undo');
  await screen.findByText('Undone: Add “Water”');
  box().focus();
  emit('menuCommand', 'undo');
  expect(done).toEqual(['tagging', 'text: undo']);
});

test('narrows by tags and sources from the sidebar, and back to everything', async () => {
  const asked: SearchRequest['filter'][] = [];
  await openWindow({
    listTags: () => Promise.resolve([{ id: tagId(1), name: 'Water', colour: 'blue', articles: 2 }]),
    listSources: () =>
      Promise.resolve([
        {
          id: sourceId(4),
          path: '/news/courier',
          articles: 3,
          missing: 0,
          failed: 0,
          scannedAtMs: null,
          away: true,
        },
      ]),
    search: ({ query, filter }) => {
      asked.push(filter);
      return Promise.resolve(page({ query }));
    },
  });
  await fireEvent.click(await screen.findByRole('button', { name: /^Water/ }));
  await fireEvent.click(screen.getByRole('button', { name: /^courier \(away\)/ }));
  await fireEvent.click(screen.getByRole('button', { name: /^Everything/ }));
  expect(asked.map(({ tags, sources }) => [tags, sources])).toEqual([
    [[], []],
    [[tagId(1)], []],
    [[tagId(1)], [sourceId(4)]],
    [[], []],
  ]);
});

test('goes back to the question before, and forward again', async () => {
  await openWindow();
  await fireEvent.input(box(), { target: { value: 'dam' } });
  await fireEvent.keyDown(box(), { key: 'Enter' });
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Back' }).disabled).toBe(false),
  );
  await fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  await waitFor(() => expect(box().value).toBe(''));
  await fireEvent.click(screen.getByRole('button', { name: 'Forward' }));
  await waitFor(() => expect(box().value).toBe('dam'));
});

test('turns to other views by the menu and returns with the next key press in the query box', async () => {
  const { emit } = await openWindow();
  emit('menuCommand', 'view-tags');
  await waitFor(() => expect(screen.queryByRole('listbox', { name: 'Results' })).toBeNull());
  await fireEvent.input(box(), { target: { value: 'r' } });
  await screen.findByRole('listbox', { name: 'Results' });
});
