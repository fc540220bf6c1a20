import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { ArticleView } from '../../../electron/contract/archive-api.ts';
import { FailureError } from '../../../electron/contract/failure.ts';
import { articleId } from '../../../electron/contract/ids.ts';
import { articleView } from '../support/answers.ts';
import { openWindow } from '../support/open-window.ts';

afterEach(cleanup);

const view: ArticleView = {
  ...articleView(1, {
    headline: 'River rises',
    place: 'MOSUL',
    published: { date: '2026-02-26', precision: 'day', from: 'correction', confidence: 1 },
  }),
  evidence: {
    headline: { from: 'headline', says: null, isGuess: false },
    place: { from: 'dateline', says: 'MOSUL, Feb 26 (Reuters) -', isGuess: false },
    published: {
      from: 'dateline',
      says: 'MOSUL, Feb 26 (Reuters) -',
      isGuess: true,
      guess: { part: 'year', from: 'file-time' },
    },
    language: { from: 'writing', says: null, isGuess: true },
  },
  corrections: [
    { article: articleId(1), field: 'published', value: '2026-02-26', was: '2025-02-26', atMs: 0 },
  ],
};

type Asked = Readonly<Record<string, unknown>>;

async function openArticle(changes: Partial<ArticleView> = {}, api = {}) {
  const asked: [string, Asked][] = [];
  const done = (name: string) => (request: Asked) => {
    asked.push([name, request]);
    return Promise.resolve({ changed: 2, label: name });
  };
  const stub = await openWindow({
    article: () => Promise.resolve({ ...view, ...changes }),
    correct: done('correct'),
    uncorrect: done('uncorrect'),
    undo: () => done('undo')({}),
    ...api,
  });
  await screen.findByRole('heading', { level: 1 });
  return { asked, ...stub };
}

async function press(key: string, target: Element = document.body): Promise<void> {
  await fireEvent.keyDown(target, { key });
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
async function type(name: string, value: string): Promise<HTMLInputElement> {
  const control = field(name);
  await fireEvent.input(control, { target: { value } });
  return control;
}

test('a field says where it comes from when it has the focus', async () => {
  await openArticle();
  const place = screen.getByRole('button', { name: 'MOSUL' });
  await fireEvent.focus(place);
  await waitFor(() =>
    expect(document.querySelector('.tooltip')?.textContent).toContain(
      'Place: from the dateline: “MOSUL, Feb 26 (Reuters) -”',
    ),
  );
});

test('the editor says of each field where it comes from, what is guessed, and what was corrected', async () => {
  await openArticle();
  await press('e');
  const about = (name: string) =>
    document.getElementById(field(name).getAttribute('aria-describedby') ?? '')?.textContent;
  expect(document.activeElement).toBe(field('Headline'));
  expect([about('Headline'), about('Byline'), about('Published')]).toEqual([
    'the headline of the page',
    'nothing was read there',
    'corrected by you; read as “2025-02-26”, from the dateline; year guessed from the time of the file',
  ]);
});

test('Enter keeps what is other than it was, and the focus goes back to the field', async () => {
  const { asked } = await openArticle();
  const place = screen.getByRole('button', { name: 'MOSUL' });
  place.focus();
  await press('e', place);
  expect(document.activeElement).toBe(field('Place'));
  await press('Enter', await type('Place', 'Mosul, Iraq'));
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  expect(asked).toEqual([['correct', { selection: { ids: [1] }, fields: { place: 'Mosul, Iraq' } }]]);
  await waitFor(() => expect(document.activeElement?.getAttribute('data-field')).toBe('place'));
  await fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(asked.at(-1)?.[0]).toBe('undo'));
});

test('Escape leaves everything as it was', async () => {
  const { asked } = await openArticle();
  await press('e');
  await press('Escape', await type('Place', 'Basra'));
  expect(screen.queryByRole('form')).toBeNull();
  expect(asked).toEqual([]);
});

test('a date that is none is said beside it, and nothing is lost', async () => {
  const { asked } = await openArticle();
  await press('e');
  await type('Place', 'Basra');
  await press('Enter', await type('Published', '2025-02-30'));
  expect(screen.getByRole('alert').textContent).toBe('February 2025 has 28 days.');
  expect([document.activeElement, field('Place').value]).toEqual([field('Published'), 'Basra']);
  expect(field('Published').getAttribute('aria-invalid')).toBe('true');
  await type('Published', '2025-02-28');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(asked).toEqual([]);
});

test('what was read is put back', async () => {
  const { asked } = await openArticle();
  await press('e');
  await fireEvent.click(screen.getByRole('button', { name: 'Published: put back what was read' }));
  expect(field('Published').value).toBe('2025-02-26');
  await press('Enter', field('Published'));
  await waitFor(() =>
    expect(asked).toEqual([['uncorrect', { selection: { ids: [1] }, fields: ['published'] }]]),
  );
});

test('an editor whose words could not be kept stays open', async () => {
  const correct = () =>
    Promise.reject(new FailureError({ code: 'library-busy', message: 'Another Microfiche writes here.' }));
  await openArticle({}, { correct });
  await press('e');
  await press('Enter', await type('Place', 'Basra'));
  await screen.findByText(/Nothing was corrected: Another Microfiche/);
  expect(field('Place').value).toBe('Basra');
});

test('while an article is corrected, its paragraphs and lines can be told to be on the other side', async () => {
  const fields = { ...view.fields, body: ['The river rose.', 'Read also'], furniture: ['It fell again.'] };
  const marks = { ...view.marks, body: [[], []], furniture: [[]] };
  const asked: unknown[] = [];
  const correctBlocks = (request: unknown) => {
    asked.push(request);
    return Promise.resolve({ changed: 1, label: '' });
  };
  await openArticle({ fields, marks }, { correctBlocks });
  const name = 'No part of the article: fold this paragraph away';
  expect(screen.queryAllByRole('button', { name })).toEqual([]);
  await press('e');
  await fireEvent.click(screen.getAllByRole('button', { name })[1] ?? document.body);
  await screen.findByText('The paragraph is folded away');
  await fireEvent.click(screen.getByRole('button', { name: 'Page furniture (1 line)' }));
  await fireEvent.click(
    screen.getByRole('button', { name: 'Part of the article: put this line into the text' }),
  );
  await screen.findByText('The line is in the text');
  expect(asked).toEqual([
    { article: 1, toBody: [], toFurniture: ['Read also'] },
    { article: 1, toBody: ['It fell again.'], toFurniture: [] },
  ]);
  expect(field('Place').value).toBe('MOSUL');
});

test('selected articles are corrected in one act: what is ticked, and nothing else', async () => {
  const { asked } = await openArticle();
  await press('x');
  await press('j');
  await press('x');
  await press('e');
  const dialog = within(await screen.findByRole('dialog', { name: 'Correct 2 articles' }));
  const keep = dialog.getByRole<HTMLButtonElement>('button', { name: 'Correct 2 articles' });
  expect(keep.disabled).toBe(true);
  await fireEvent.input(dialog.getByLabelText('Published'), { target: { value: '1987' } });
  await fireEvent.click(dialog.getByLabelText('Correct this field: Byline'));
  await fireEvent.click(keep);
  await waitFor(() =>
    expect(asked).toEqual([
      ['correct', { selection: { ids: [1, 2] }, fields: { published: '1987', byline: null } }],
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('selected articles are corrected together also after another view was looked at', async () => {
  await openArticle();
  await fireEvent.keyDown(document.body, { key: '2', ctrlKey: true });
  await screen.findByRole('main', { name: 'Tags' });
  await fireEvent.keyDown(document.body, { key: '1', ctrlKey: true });
  await screen.findByRole('heading', { level: 1 });
  await press('x');
  await press('j');
  await press('x');
  await press('e');
  expect(await screen.findByRole('dialog', { name: 'Correct 2 articles' })).toBeTruthy();
});

test('what was read is put back in all selected articles', async () => {
  const { asked } = await openArticle();
  await press('x');
  await press('e');
  await fireEvent.click(await screen.findByRole('button', { name: 'Put back what was read' }));
  await waitFor(() => expect(asked).toEqual([['uncorrect', { selection: { ids: [1] }, fields: [] }]]));
});

test('list and article are shown anew when something was corrected elsewhere', async () => {
  let read = 0;
  const article = () => {
    read += 1;
    return Promise.resolve({ ...view, fields: { ...view.fields, headline: `Read ${String(read)}` } });
  };
  const { emit } = await openArticle({}, { article });
  emit('correctionsChanged', {});
  await screen.findByRole('heading', { level: 1, name: 'Read 2' });
});
