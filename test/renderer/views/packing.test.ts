import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { MergeReport, PackRequest } from '../../../electron/contract/packing-api.ts';
import { openWindow } from '../support/open-window.ts';

afterEach(cleanup);

const report: MergeReport = {
  marked: 3,
  matched: 2,
  tags: 1,
  tagged: 2,
  notes: 1,
  highlights: 0,
  searches: 0,
  known: 4,
  damaged: 0,
  conflicts: ['The tag “Ports” has another colour there. It keeps the one it has here.'],
  conflicting: 3,
};

test('packs the library where it is asked to, and gives it up', async () => {
  const asked: PackRequest[] = [];
  const { emit, cancelled } = await openWindow(
    {
      packLibrary: (request) => {
        asked.push(request);
        return new Promise(() => undefined);
      },
    },
    { chooseExport: ({ suggestedName }) => Promise.resolve(`/out/${suggestedName}`) },
  );
  emit('menuCommand', 'pack-library');
  const dialog = within(await screen.findByRole('dialog', { name: 'Pack the library' }));
  await fireEvent.click(dialog.getByRole('radio', { name: /with the files of its sources/u }));
  await fireEvent.click(dialog.getByRole('button', { name: 'Pack…' }));
  await waitFor(() => expect(asked).toEqual([{ path: '/out/library.mfpack', contents: 'sources' }]));
  emit('exportProgressed', { path: '/out/library.mfpack', done: 512, total: 1024 });
  await waitFor(() => expect(dialog.getByText('50 %')).toBeDefined());
  await fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  await screen.findByText('It was cancelled. Nothing was written.');
  expect(cancelled.length).toBe(1);
});

test('shows what a packed library would bring, and merges it as an act that is undone', async () => {
  const runs: boolean[] = [];
  let undone = 0;
  const { emit } = await openWindow({
    mergeLibrary: ({ dryRun }) => {
      runs.push(dryRun);
      return Promise.resolve(report);
    },
    undo: () => {
      undone += 1;
      return Promise.resolve({ changed: 2, label: 'Merge colleague.mfpack' });
    },
  });
  emit('pathsOpened', { paths: ['/in/colleague.mfpack'] });
  const dialog = within(await screen.findByRole('dialog', { name: 'colleague.mfpack' }));
  await dialog.findByText('1 new tag');
  dialog.getByText('1 note');
  dialog.getByText('2 of 3 articles with work on them are in this library.');
  dialog.getByText(/^The tag “Ports”/u);
  dialog.getByText('and 2 more');
  await fireEvent.click(dialog.getByRole('button', { name: 'Merge into this library' }));
  const toast = within((await screen.findByText('Merged colleague.mfpack')).parentElement ?? document.body);
  expect(runs).toEqual([true, false]);
  await fireEvent.click(toast.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(undone).toBe(1));
});

test('says what is wrong with a packed library, and does nothing with it', async () => {
  const { emit } = await openWindow({
    mergeLibrary: () => Promise.reject(new Error('It is damaged.')),
  });
  emit('pathsOpened', { paths: ['/in/damaged.mfpack'] });
  const dialog = within(await screen.findByRole('dialog', { name: 'damaged.mfpack' }));
  await dialog.findByText('It is damaged.');
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Merge into this library' }).disabled).toBe(
    true,
  );
});
