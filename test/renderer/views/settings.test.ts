import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { ShellApi, WindowMemory } from '../../../electron/contract/shell-api.ts';
import { openWindow } from '../support/open-window.ts';

afterEach(cleanup);

async function open(shell: Partial<ShellApi> = {}) {
  const kept: WindowMemory[] = [];
  const stub = await openWindow(
    {},
    {
      info: () =>
        Promise.resolve({
          version: '0',
          platform: 'linux',
          libraryDir: '/press',
          sampleArchiveDir: '/sample',
          unkeptBecause: null,
          recentLibraries: ['/press', '/old desk'],
          language: null,
          places: { library: '/press', settings: '/own/settings.json', log: '/own/log' },
        }),
      remember: ({ memory }) => {
        kept.push(memory);
        return Promise.resolve();
      },
      ...shell,
    },
  );
  stub.emit('menuCommand', 'view-settings');
  return { ...stub, kept, main: within(await screen.findByRole('main', { name: 'Settings' })) };
}

test('theme and type are chosen by radio buttons, and kept', async () => {
  const { main, kept } = await open();
  await fireEvent.click(
    within(main.getByRole('group', { name: 'Theme' })).getByRole('radio', { name: 'Sepia' }),
  );
  await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('sepia'));
  await fireEvent.click(main.getByRole('radio', { name: 'Without serifs' }));
  await fireEvent.click(
    within(main.getByRole('group', { name: 'Width of lines' })).getByRole('radio', { name: 'Wide' }),
  );
  await fireEvent.click(main.getByRole('button', { name: 'Larger Text' }));
  expect(main.getByText('20 pixels')).toBeDefined();
  await waitFor(() =>
    expect(kept.at(-1)).toMatchObject({
      theme: 'sepia',
      fontSizePx: 20,
      type: { family: 'sans', measure: 'wide', leading: 'usual' },
    }),
  );
  expect(document.querySelector('[data-family="sans"][data-measure="wide"]')).not.toBeNull();
});

test('libraries are opened and forgotten, the language is changed, and what is written is shown', async () => {
  const asked: unknown[] = [];
  const note = (name: string) => (request: unknown) => {
    asked.push([name, request]);
    return Promise.resolve();
  };
  const { main } = await open({
    openLibrary: note('open'),
    forgetLibrary: note('forget'),
    speak: note('speak'),
    showPlace: note('show'),
  });
  await fireEvent.click(main.getByRole('button', { name: 'Open /old desk' }));
  await fireEvent.click(main.getByRole('button', { name: 'Forget /old desk' }));
  expect(main.queryByRole('button', { name: 'Forget /press' })).toBeNull();
  await fireEvent.click(main.getByRole('button', { name: 'Show /own/log in its folder' }));
  await fireEvent.click(main.getByRole('radio', { name: 'العربية' }));
  await waitFor(() =>
    expect(asked).toEqual([
      ['open', { libraryDir: '/old desk' }],
      ['forget', { libraryDir: '/old desk' }],
      ['show', { place: 'log' }],
      ['speak', { language: 'ar' }],
    ]),
  );
});

test('keys are listed and changed from there', async () => {
  const { main } = await open();
  main.getByText(/All are the usual ones/u);
  await fireEvent.click(main.getByRole('button', { name: 'Show and change keys…' }));
  await screen.findByRole('dialog', { name: 'Shortcuts' });
});
