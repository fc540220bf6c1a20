import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { ExportDone, ExportRequest } from '../../../electron/contract/export-api.ts';
import type { ShellApi } from '../../../electron/contract/shell-api.ts';
import { openWindow } from '../support/open-window.ts';

afterEach(cleanup);

const done: ExportDone = {
  path: '/out/articles.csv',
  articles: 3,
  left: 0,
  originals: { copied: 0, missing: 0 },
};

async function open(exportArticles: (request: ExportRequest) => Promise<ExportDone>) {
  const places: Parameters<ShellApi['chooseExport']>[0][] = [];
  const asked: ExportRequest[] = [];
  const stub = await openWindow(
    {
      exportArticles: (request) => {
        asked.push(request);
        return exportArticles(request);
      },
    },
    {
      chooseExport: (request) => {
        places.push(request);
        return Promise.resolve(`/out/${request.suggestedName}`);
      },
    },
  );
  await fireEvent.keyDown(document.body, { key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true });
  const dialog = within(await screen.findByRole('dialog', { name: 'Export 3 articles' }));
  return { ...stub, places, asked, dialog };
}

test('takes the whole answer out as it is asked to, and says where it is', async () => {
  const { dialog, asked, places } = await open(() => Promise.resolve(done));
  await fireEvent.click(dialog.getByRole('checkbox', { name: 'Text' }));
  await fireEvent.click(dialog.getByRole('checkbox', { name: 'Copy the original files along' }));
  await fireEvent.click(dialog.getByRole('button', { name: 'Export…' }));
  await screen.findByText('3 articles written to /out/articles.csv');
  expect(places).toEqual([{ suggestedName: 'articles.csv', kind: 'file' }]);
  expect(asked).toMatchObject([{ format: 'csv', layout: 'one', originals: true, path: '/out/articles.csv' }]);
  expect(asked[0]?.fields).toContain('headline');
  expect(asked[0]?.fields).not.toContain('body');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('offers the layouts that a format has, and asks for a folder where there are many files', async () => {
  const { dialog, asked, places } = await open(() => Promise.resolve(done));
  const format = dialog.getByRole('combobox', { name: 'Format' });
  expect(dialog.queryByRole('radio', { name: /One file for each/u })).toBeNull();
  await fireEvent.change(format, { target: { value: 'html' } });
  await fireEvent.click(dialog.getByRole('radio', { name: /One file for each/u }));
  await fireEvent.click(dialog.getByRole('button', { name: 'Export…' }));
  await waitFor(() => expect(asked).toMatchObject([{ format: 'html', layout: 'many', fields: null }]));
  expect(places).toEqual([{ suggestedName: 'articles', kind: 'folder' }]);
});

test('shows how far it is, and gives up when it is cancelled', async () => {
  const { dialog, emit, asked, cancelled } = await open(() => new Promise(() => undefined));
  await fireEvent.click(dialog.getByRole('button', { name: 'Export…' }));
  await waitFor(() => expect(asked.length).toBe(1));
  emit('exportProgressed', { path: '/out/articles.csv', done: 2, total: 3 });
  await waitFor(() => expect(dialog.getByText('2 of 3')).toBeDefined());
  expect(dialog.getByRole('progressbar', { name: 'Progress of the export' }).getAttribute('value')).toBe('2');
  expect(dialog.getByRole('status').textContent).toBe('60 percent written');
  await fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  await screen.findByText('The export was cancelled. Nothing was written.');
  expect(cancelled.length).toBe(1);
  expect(dialog.queryByRole('progressbar')).toBeNull();
});
