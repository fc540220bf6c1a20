import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import type { Note } from '../../../electron/contract/note.ts';
import { articleId, noteId, sourceId } from '../../../electron/contract/ids.ts';
import { articleView } from '../support/answers.ts';
import { openWindow } from '../support/open-window.ts';

afterEach(cleanup);

const note: Note = {
  id: noteId(1),
  article: articleId(1),
  text: 'Ask the mayor',
  createdAtMs: 0,
  changedAtMs: 0,
};

function article(): ArticleView {
  const view = articleView(1, {
    headline: 'River rises',
    place: 'Mosul',
    published: { date: '2021-07-26', precision: 'day', from: 'path', confidence: 0.5 },
    captions: [{ text: 'The old bridge', credit: 'AP' }],
    body: ['The river rose.', 'It fell: river.'],
    furniture: ['Home', 'Share'],
  });
  return {
    ...view,
    locations: [{ source: sourceId(1), path: '/news/1.txt', record: null, missing: false }],
    marks: { ...view.marks, body: [[[4, 9]], [[9, 14]]] },
  };
}

async function openArticle(changes: Partial<ArticleView> = {}, api = {}, shell = {}) {
  const stub = await openWindow(
    { article: () => Promise.resolve({ ...article(), ...changes }), ...api },
    shell,
  );
  await screen.findByRole('heading', { level: 1, name: 'River rises' });
  return stub;
}

async function press(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.body, { key, ...modifiers });
}

const hits = () => document.querySelector('.tools [role="status"]')?.textContent.trim();
const page = () => document.querySelector('article');
const currentMark = () => document.querySelector('article mark.current')?.closest('p')?.textContent.trim();

test('says in words what of a date is guessed', async () => {
  const published = { date: '2021-07-26', precision: 'day', confidence: 0.3 } as const;
  const view = article();
  await openArticle({ fields: { ...view.fields, published: { ...published, from: 'file-time' } } });
  expect(page()?.textContent).toMatch(/26 July 2021\s+a guess: the time of the file/);
});

test('sets captions with their credit apart from the body', async () => {
  await openArticle();
  const figure = screen.getByRole('figure');
  expect(figure.textContent.replace(/\s+/g, ' ').trim()).toBe('The old bridge AP');
});

test('opens at the first hit and steps through the others', async () => {
  await openArticle();
  expect([hits(), currentMark()]).toEqual(['hit 1 of 2', 'The river rose.']);
  await press('n');
  expect([hits(), currentMark()]).toEqual(['hit 2 of 2', 'It fell: river.']);
  await press('N', { shiftKey: true });
  expect(currentMark()).toBe('The river rose.');
});

test('folds the page furniture away and shows it on demand', async () => {
  await openArticle();
  const button = screen.getByRole('button', { name: 'Page furniture (2 lines)' });
  expect([button.getAttribute('aria-expanded'), screen.queryByText('Share')]).toEqual(['false', null]);
  await press('f');
  expect([button.getAttribute('aria-expanded'), screen.getByText('Share').closest('p')]).toEqual([
    'true',
    expect.any(HTMLParagraphElement),
  ]);
});

test('shows the text of the file, as text', async () => {
  const original = { text: '<b>River</b> rises', encoding: 'windows-1252', path: '/news/1.txt' };
  await openArticle({}, { original: () => Promise.resolve(original) });
  await press('v');
  await screen.findByText(/read as windows-1252/);
  expect(page()?.querySelector('pre')?.textContent).toBe(original.text);
});

test('shows the page that an article was read from in a frame that can do nothing, and its text on demand', async () => {
  const original = {
    text: 'The river rose.',
    encoding: 'utf-8',
    path: '/1.html',
    chosen: null,
    isPage: true,
  };
  await openArticle({}, { original: () => Promise.resolve(original) });
  await press('v');
  const frame = await screen.findByTitle('The page as it was saved');
  expect([frame.getAttribute('src'), frame.getAttribute('sandbox'), hits()]).toEqual([
    'article://a1/page',
    '',
    undefined,
  ]);
  await fireEvent.click(screen.getByRole('button', { name: 'Text' }));
  expect(page()?.querySelector('pre')?.textContent).toBe(original.text);
  await fireEvent.click(screen.getByRole('button', { name: 'Page' }));
  expect(page()?.querySelector('pre')).toBeNull();
  await press('f', { ctrlKey: true });
  expect(page()?.querySelector('pre')).not.toBeNull();
});

test('finds words in the article', async () => {
  await openArticle();
  await press('f', { ctrlKey: true });
  const field = await screen.findByRole('textbox', { name: 'Find in article' });
  await fireEvent.input(field, { target: { value: 'FELL' } });
  expect(screen.getByRole('search', { name: 'Find in article' }).textContent.trim()).toBe('1 of 1');
  expect(currentMark()).toBe('It fell: river.');
  await fireEvent.keyDown(field, { key: 'Escape' });
  expect(hits()).toBe('2 hits');
});

test('copies a citation', async () => {
  const copied: string[] = [];
  const copyText = ({ text }: { text: string }) => Promise.resolve(void copied.push(text));
  await openArticle({}, {}, { copyText });
  await press('C', { ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(copied).toEqual(['“River rises”, Mosul, 26 July 2021. /news/1.txt']));
});

test('keeps a note that is written beside the article', async () => {
  const added: string[] = [];
  const addNote = ({ text }: { text: string }) => {
    added.push(text);
    return Promise.resolve(note);
  };
  await openArticle({}, { addNote });
  await press('a');
  const field = await screen.findByRole('textbox', { name: 'Note' });
  await fireEvent.input(field, { target: { value: ' Ask the mayor ' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Keep the note' }));
  await waitFor(() => expect(added).toEqual(['Ask the mayor']));
});

test('deletes a note and offers to write it again', async () => {
  const acts: string[] = [];
  await openArticle(
    { notes: [note] },
    {
      deleteNote: () => Promise.resolve(void acts.push('deleted')),
      addNote: ({ text }: { text: string }) => {
        acts.push(text);
        return Promise.resolve(note);
      },
    },
  );
  await fireEvent.click(screen.getByRole('button', { name: 'Delete the note' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(acts).toEqual(['deleted', 'Ask the mayor']));
});

test('says that the file is missing and still shows the article', async () => {
  await openArticle({ missing: true });
  expect(screen.getByText(/The file of this article is missing/)).toBeTruthy();
  expect(page()?.textContent).toContain('The river rose.');
});

test('sets the article in its own language and direction', async () => {
  const view = article();
  await openArticle({ fields: { ...view.fields, language: 'ckb', direction: 'rtl' } });
  expect([page()?.lang, page()?.dir]).toEqual(['ckb', 'rtl']);
});

test('stars the neighbour that was opened, and not the result that has the focus', async () => {
  const starred: unknown[] = [];
  await openArticle(
    { neighbours: { previous: null, next: articleId(77) } },
    {
      article: ({ id }: { id: number }) =>
        Promise.resolve({ ...article(), id, neighbours: { previous: null, next: articleId(77) } }),
      tagsOf: () => Promise.resolve({ articles: 1, tags: [] }),
      setTags: ({ selection, add }: { selection: unknown; add: unknown }) => {
        starred.push(selection, add);
        return Promise.resolve({ changed: 1, label: 'Starred' });
      },
    },
  );
  await fireEvent.click(screen.getByRole('button', { name: 'Next article' }));
  await screen.findByText('beside the results');
  await waitFor(() => expect(page()).not.toBeNull());
  await press('s');
  await waitFor(() => expect(starred).toEqual([{ ids: [77] }, ['Starred']]));
});
