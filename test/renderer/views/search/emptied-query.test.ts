import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { sourceId } from '../../../../electron/contract/ids.ts';
import { openWindow } from '../../support/open-window.ts';

afterEach(cleanup);

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search the archive' });
const type = (value: string) => fireEvent.input(box(), { target: { value } });
const filters = () => screen.queryAllByRole('button', { name: /remove the filter/ }).length;

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}

const undo = () => press('z', { ctrlKey: true });

test('what Escape emptied the query box of comes back with Ctrl+Z', async () => {
  await openWindow();
  box().focus();
  await type('dam AND flood');
  await press('Escape');
  expect([box().value, document.activeElement === box()]).toEqual(['', true]);
  await undo();
  await waitFor(() => expect(box().value).toBe('dam AND flood'));
});

test('words and filters that were emptied one after the other come back one after the other', async () => {
  const courier = {
    articles: 3,
    missing: 0,
    failed: 0,
    scannedAtMs: null,
    encoding: null,
    away: false,
    skipped: [],
  };
  await openWindow({
    listSources: () => Promise.resolve([{ ...courier, id: sourceId(4), path: '/news/courier' }]),
  });
  await fireEvent.click(await screen.findByRole('button', { name: /^courier/ }));
  box().focus();
  await type('dam');
  await fireEvent.click(screen.getByRole('button', { name: 'Clear the query' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Clear the filters' }));
  expect([box().value, filters()]).toEqual(['', 0]);
  await undo();
  await waitFor(() => expect([box().value, filters()]).toEqual(['', 1]));
  await undo();
  await waitFor(() => expect([box().value, filters()]).toEqual(['dam', 1]));
});

test('a second Escape goes on into the results, from where the menu brings the query back', async () => {
  const { emit } = await openWindow();
  box().focus();
  await type('dam');
  await press('Escape');
  await press('Escape');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Results'));
  emit('menuCommand', 'undo');
  await waitFor(() => expect(box().value).toBe('dam'));
});

test('the menu brings it back too while the box has the focus, and undoes an edit when the box has words', async () => {
  const done: string[] = [];
  document.execCommand = (command) => done.push(command) > 0;
  const { emit } = await openWindow();
  box().focus();
  await type('dam');
  await press('Escape');
  emit('menuCommand', 'undo');
  await waitFor(() => expect(box().value).toBe('dam'));
  emit('menuCommand', 'undo');
  expect(done).toEqual(['undo']);
});

test('after tags were changed Ctrl+Z means the tags again', async () => {
  const { emit } = await openWindow({ undo: () => Promise.resolve({ changed: 1, label: 'Add “Water”' }) });
  box().focus();
  await type('dam');
  await press('Escape');
  await press('Escape');
  emit('tagsChanged', {});
  emit('menuCommand', 'undo');
  await screen.findByText('Undone: Add “Water”');
  expect(box().value).toBe('');
});
