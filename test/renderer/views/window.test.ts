import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { noImport } from '../../../electron/contract/archive-api.ts';
import { articleId, sourceId, tagId } from '../../../electron/contract/ids.ts';
import type { SearchRequest } from '../../../electron/contract/search.ts';
import type { OpenPlace, WindowMemory } from '../../../electron/contract/shell-api.ts';
import { articleView, hits, page } from '../support/answers.ts';
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

const left: OpenPlace = {
  libraryDir: '/library',
  filter: { tags: [], sources: [sourceId(4)], untagged: false },
  article: articleId(40),
  row: 39,
  isOriginal: false,
  anchor: { block: 3, share: 0.5 },
};
const sourceFour = {
  ...{ id: sourceId(4), path: '/news/courier', articles: 90, missing: 0 },
  ...{ failed: 0, scannedAtMs: null, encoding: null, away: false, skipped: [] },
};

/** A window that was closed at a place in an article. */
async function openAgain(place: OpenPlace) {
  const asked: SearchRequest[] = [];
  const opened: number[] = [];
  const found = { ...page({ total: 90 }), hits: hits(1, 25) };
  await openWindow(
    {
      search: (request) => {
        asked.push(request);
        return Promise.resolve({ ...found, query: request.query });
      },
      article: ({ id }) => {
        opened.push(id);
        return Promise.resolve(articleView(id));
      },
      listSources: () => Promise.resolve([sourceFour]),
    },
    { memory: () => Promise.resolve({ ...memory, place }) },
  );
  await waitFor(() => expect(opened).not.toEqual([]));
  return { asked, opened };
}

test('opens the article that was open, with the filter that led to it', async () => {
  const { asked, opened } = await openAgain(left);
  expect([asked.map(({ filter }) => filter.sources), opened]).toEqual([[[4]], [40]]);
  await screen.findByText('40 of 90');
});

test('opens the article that was open beside the results where they do not have it', async () => {
  const { opened } = await openAgain({ ...left, article: articleId(700), row: 8 });
  await waitFor(() => expect(opened.at(-1)).toBe(700));
  await screen.findByText('beside the results');
});

test('takes no place of another library for one of its own', async () => {
  const { asked, opened } = await openAgain({ ...left, libraryDir: '/other' });
  expect([asked.map(({ filter }) => filter.sources), opened]).toEqual([[[]], [1]]);
});

test('remembers which article is open, and reads none again after a look at another view', async () => {
  const kept: WindowMemory[] = [];
  const opened: number[] = [];
  await openWindow(
    {
      article: ({ id }) => {
        opened.push(id);
        return Promise.resolve(articleView(id));
      },
    },
    { remember: (request) => Promise.resolve(void kept.push(request.memory)) },
  );
  await screen.findByRole('heading', { level: 1, name: 'Headline 1' });
  await fireEvent.keyDown(document.body, { key: 'j' });
  await screen.findByRole('heading', { level: 1, name: 'Headline 2' });
  await fireEvent.keyDown(document.body, { key: '2', ctrlKey: true });
  await screen.findByRole('main', { name: 'Tags' });
  await fireEvent.keyDown(document.body, { key: '1', ctrlKey: true });
  await screen.findByRole('heading', { level: 1, name: 'Headline 2' });
  expect(opened).toEqual([1, 2]);
  await waitFor(() => expect(kept.at(-1)?.place).toMatchObject({ article: 2, row: 1, anchor: null }));
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
          encoding: null,
          away: true,
          skipped: [],
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

test('says why the library can only be read, and no more once it was written to', async () => {
  const because = 'The disk is full. Until then the library can be searched and read, and not changed.';
  const { emit } = await openWindow({
    status: () =>
      Promise.resolve({
        ...{ libraryDir: '/library', readOnly: true, readOnlyBecause: because },
        ...{ articles: 3, notices: [], mended: [], import: noImport },
      }),
  });
  await screen.findByText(because);
  expect(screen.queryByText(/Another/)).toBeNull();
  emit('tagsChanged', {});
  await waitFor(() => expect(screen.queryByText(because)).toBeNull());
});

test('to select all means the words of the query box while that has the focus, also after another view', async () => {
  const done: string[] = [];
  document.execCommand = (command) => done.push(command) > 0;
  const { emit } = await openWindow();
  emit('menuCommand', 'view-tags');
  await screen.findByRole('main', { name: 'Tags' });
  emit('menuCommand', 'view-search');
  await screen.findByRole('listbox', { name: 'Results' });
  box().focus();
  emit('menuCommand', 'select-all');
  expect(done).toEqual(['selectAll']);
  expect(screen.queryByText(/selected$/)).toBeNull();
});
