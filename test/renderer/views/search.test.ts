import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { SearchRequest } from '../../../electron/contract/search.ts';
import { articleView, hit, hits, page } from '../support/answers.ts';
import { openWindow } from '../support/open-window.ts';

afterEach(cleanup);

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search the archive' });
const list = () => screen.getByRole('listbox', { name: 'Results' });
const focusedRow = () => list().getAttribute('aria-activedescendant');
const selectedRows = () => screen.getAllByRole('option', { selected: true }).map(({ id }) => id);

async function press(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...modifiers });
}

async function type(query: string): Promise<void> {
  await fireEvent.input(box(), { target: { value: query } });
}

test('searches with every key press and shows how the query was read', async () => {
  const asked: SearchRequest[] = [];
  await openWindow({
    search: (request) => {
      asked.push(request);
      return Promise.resolve(page({ query: request.query, reading: 'river AND rose' }));
    },
  });
  await type('r');
  await type('ri');
  await screen.findByText('river AND rose');
  expect(asked.map(({ query, typing }) => [query, typing])).toEqual([
    ['', false],
    ['r', true],
    ['ri', true],
  ]);
});

test('shows markup in an article as the text that it is', async () => {
  const headline = '<script>alert(1)</script><img src=x>';
  const snippet = { text: 'a <b>river</b>', marks: [[5, 10]] as const };
  await openWindow({
    search: ({ query }) => Promise.resolve(page({ query, hits: [hit(1, { headline, snippet })] })),
  });
  const row = await screen.findByRole('option');
  expect(row.querySelector('h3')?.textContent).toBe(headline);
  expect([...row.querySelectorAll('script, img, b')]).toEqual([]);
  expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['river']);
});

test('says what is wrong with a query, marks the place, and keeps the hits of the rest', async () => {
  await openWindow({
    search: ({ query }) => {
      const fault = query === '' ? null : { at: 0, length: 1, message: 'this quotation mark is not closed' };
      return Promise.resolve(page({ query, fault }));
    },
  });
  await type('"river');
  await screen.findByText('This quotation mark is not closed.');
  expect([box().getAttribute('aria-invalid'), document.querySelector('.faults .fault')?.textContent]).toEqual(
    ['true', '"'],
  );
  expect(screen.getAllByRole('option')).toHaveLength(3);
});

test('moves through the results by keys and opens what has the focus', async () => {
  await openWindow();
  await screen.findByRole('heading', { level: 1, name: 'Headline 1' });
  await press('j');
  await press('j');
  await press('k');
  expect(focusedRow()).toBe('result-1');
  await screen.findByRole('heading', { level: 1, name: 'Headline 2' });
  list().focus();
  await press('End');
  expect(focusedRow()).toBe('result-2');
});

test('selects by keys, and lets go of it with Escape', async () => {
  await openWindow();
  await press('j');
  await press('x');
  await press('ArrowDown', { shiftKey: true });
  await waitFor(() => expect(selectedRows()).toEqual(['result-1', 'result-2']));
  expect(screen.getByText('2 selected')).toBeTruthy();
  await press('a', { ctrlKey: true });
  expect(screen.getByText('3 selected')).toBeTruthy();
  await press('Escape');
  expect(screen.queryAllByRole('option', { selected: true })).toEqual([]);
});

test('leaves the keys of words to the query box', async () => {
  await openWindow();
  box().focus();
  await press('j');
  await press('x');
  expect([focusedRow(), screen.queryAllByRole('option', { selected: true })]).toEqual(['result-0', []]);
});

test('goes from the query into the results with Enter, and back with the slash', async () => {
  await openWindow();
  await press('/');
  expect(document.activeElement).toBe(box());
  await press('Enter');
  await waitFor(() => expect(document.activeElement).toBe(list()));
});

test('goes into the article with Enter and back out with Escape', async () => {
  await openWindow();
  await screen.findByRole('heading', { level: 1, name: 'Headline 1' });
  list().focus();
  await press('Enter');
  const article = screen.getByRole('region', { name: 'Text of the article' });
  await waitFor(() => expect(document.activeElement).toBe(article));
  await press('Escape');
  await waitFor(() => expect(document.activeElement).toBe(list()));
});

test('keeps what is selected while the answer to Enter is on its way', async () => {
  const answers: (() => void)[] = [];
  await openWindow({
    search: ({ query, typing }) => {
      if (typing || query === '') return Promise.resolve(page({ query, reading: 'typed' }));
      return new Promise((resolve) => answers.push(() => resolve(page({ query, reading: 'final' }))));
    },
  });
  await type('dam');
  await screen.findByText('typed');
  await fireEvent.keyDown(box(), { key: 'Enter' });
  await waitFor(() => expect([answers.length, document.activeElement === list()]).toEqual([1, true]));
  await press('a', { ctrlKey: true });
  answers[0]?.();
  await screen.findByText('final');
  expect(selectedRows()).toHaveLength(3);
});

test('gives the focus back to the results when the tag picker closes', async () => {
  await openWindow({ tagsOf: () => Promise.resolve({ articles: 1, tags: [] }) });
  list().focus();
  await press('t');
  const picker = await screen.findByRole('dialog');
  await waitFor(() => expect(picker.contains(document.activeElement)).toBe(true));
  await press('Escape');
  await waitFor(() => expect(document.activeElement).toBe(list()));
});

test('shows the list and the article in turn where there is no room for both', async () => {
  await openWindow({}, {}, 700);
  expect(screen.queryByRole('region', { name: 'Text of the article' })).toBeNull();
  list().focus();
  await press('Enter');
  await screen.findByRole('heading', { level: 1, name: 'Headline 1' });
  expect(screen.queryByRole('listbox', { name: 'Results' })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Back to the results' }));
  await waitFor(() => expect(document.activeElement).toBe(list()));
});

test('rings the text of the article for the keyboard, and not for a click that opened it', async () => {
  await openWindow({}, {}, 700);
  await fireEvent.click((await screen.findAllByRole('option'))[1] ?? document.body);
  const text = await screen.findByRole('region', { name: 'Text of the article' });
  const isRinged = () => !text.classList.contains('unringed');
  await waitFor(() => expect(document.activeElement === text).toBe(true));
  expect(isRinged()).toBe(false);
  await press('n');
  expect(isRinged()).toBe(true);
});

test('offers what came in the meantime and leaves the results alone until it is asked for', async () => {
  const asked: string[] = [];
  const { emit } = await openWindow({
    newMatches: () => Promise.resolve({ articles: 12, notices: [] }),
    search: ({ query }) => {
      asked.push(query);
      return Promise.resolve(page({ query }));
    },
  });
  await type('river');
  await waitFor(() => expect(asked).toEqual(['', 'river']));
  emit('articlesChanged', { articles: 15, arrivals: 12 });
  const chip = await screen.findByRole('button', { name: '12 new' });
  expect(asked).toHaveLength(2);
  await fireEvent.click(chip);
  expect(asked).toEqual(['', 'river', 'river']);
});

test('fills the first page of a new library as its articles come', async () => {
  let articles = 3;
  const { emit } = await openWindow({
    search: ({ query }) => Promise.resolve(page({ query, hits: hits(1, articles) })),
  });
  articles = 5;
  emit('articlesChanged', { articles, arrivals: 2 });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(5));
});

test('offers near words and wider questions where nothing was found', async () => {
  const asked: string[] = [];
  await openWindow({
    search: ({ query }) => {
      asked.push(query);
      const isFound = query === '' || query === 'river' || query === 'rivr mud';
      return Promise.resolve(
        page({ query, hits: isFound ? [hit(1)] : [], nearestWords: isFound ? [] : ['river'] }),
      );
    },
  });
  await type('"rivr mud"');
  await fireEvent.click(await screen.findByRole('button', { name: 'Without the quotation marks' }));
  await screen.findByRole('option');
  await type('rivr');
  await fireEvent.click(await screen.findByRole('button', { name: 'river' }));
  await screen.findByRole('option');
  expect([asked.at(-1), box().value]).toEqual(['river', 'river']);
});

test('says that the engine is being restarted, keeps the results, and repeats the query', async () => {
  const asked: SearchRequest[] = [];
  const { emit } = await openWindow({
    search: (request) => {
      asked.push(request);
      return Promise.resolve(page({ query: request.query }));
    },
  });
  await type('river');
  await waitFor(() => expect(asked).toHaveLength(2));
  emit('engineState', { state: 'restarting', message: null });
  await screen.findByText(/is being started again/);
  expect(screen.getAllByRole('option')).toHaveLength(3);
  emit('engineState', { state: 'ready', message: null });
  await waitFor(() => expect(asked.map(({ query }) => query)).toEqual(['', 'river', 'river']));
  await waitFor(() => expect(screen.queryByText(/is being started again/)).toBeNull());
});

test('asks for pages of a large answer where somebody goes', async () => {
  const offsets: number[] = [];
  await openWindow({
    search: ({ query }) => Promise.resolve(page({ query, total: 500_000, hits: hits(1, 25) })),
    rows: ({ offset, limit }) => {
      offsets.push(offset);
      return Promise.resolve(hits(offset + 1, limit));
    },
  });
  list().focus();
  await press('End');
  await screen.findByRole('heading', { level: 1, name: 'Headline 500000' });
  expect([focusedRow(), offsets]).toEqual(['result-499999', [499_975]]);
});

test('sets each result in its own language and direction', async () => {
  const arabic = { headline: 'الجسر', language: 'ar', direction: 'rtl' } as const;
  await openWindow({
    search: ({ query }) => Promise.resolve(page({ query, hits: [hit(1, arabic), hit(2)] })),
  });
  const words = screen.getAllByRole('option').map((row) => row.querySelector('[lang]'));
  expect(words.map((element) => [element?.getAttribute('lang'), element?.getAttribute('dir')])).toEqual([
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ]);
});

test('rows and the open article follow their file when it is gone and when it is back', async () => {
  let missing = false;
  const { emit } = await openWindow({
    search: ({ query }) => Promise.resolve(page({ query, hits: [hit(1, { missing })] })),
    rows: () => Promise.resolve([hit(1, { missing })]),
    article: ({ id }) => Promise.resolve({ ...articleView(id), missing }),
  });
  await screen.findByRole('heading', { level: 1, name: 'Headline 1' });
  missing = true;
  emit('sourcesChanged', {});
  await screen.findByText('missing');
  await screen.findByText(/The file of this article is missing/);
  missing = false;
  emit('sourcesChanged', {});
  await waitFor(() => expect(screen.queryAllByText(/missing/)).toEqual([]));
});
