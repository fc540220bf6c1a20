import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import SourcesView from '../../../renderer/views/sources/SourcesView.svelte';
import {
  type OpenWindow,
  buttonNamed,
  findButton,
  openWindow,
  press,
  queryButton,
  valueOf,
} from '../dev/open-window.ts';

async function open(address = ''): Promise<OpenWindow> {
  const opened = openWindow(SourcesView, {}, address);
  await findButton('courier');
  return opened;
}

describe('SourcesView', () => {
  test('lists where each source is, what it holds, and that a drive is away', async () => {
    await open();
    const rows = within(screen.getByRole('list', { name: 'Sources' })).getAllByRole('listitem');
    expect(rows.map((row) => /(\d+ articles)/.exec(row.textContent)?.[1])).toEqual([
      '100 articles',
      '100 articles',
      '100 articles',
    ]);
    expect(rows.map((row) => row.textContent.includes('can’t be reached'))).toEqual([false, false, true]);
  });

  test('says what a removal takes away, and removes nothing before that is confirmed', async () => {
    const { bridge, shared } = await open();
    const [courier] = shared.sources.sources;
    if (courier === undefined) throw new Error('the invented archive has no source');
    const weight = await valueOf(bridge.archive.weighSource({ source: courier.id }));
    await fireEvent.click(buttonNamed('Remove courier'));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('100 articles will leave the library.');
    expect(dialog.textContent).toContain(
      `The tags of ${String(weight.tagged)} and the notes of ${String(weight.noted)} go too.`,
    );
    expect(await valueOf(bridge.archive.listSources({}))).toHaveLength(3);
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Remove 100 articles' }));
    await screen.findByText('Removed 100 articles. The files are where they were.');
    expect(queryButton('courier')).toBeNull();
  });

  test('keeps the source when the removal is cancelled', async () => {
    const { bridge } = await open();
    await fireEvent.click(buttonNamed('Remove courier'));
    await fireEvent.click(await findButton('Cancel'));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(await valueOf(bridge.archive.listSources({}))).toHaveLength(3);
  });

  test('adds the folder that the person chose', async () => {
    await open();
    await fireEvent.click(buttonNamed('Add a folder'));
    await findButton('scrape');
  });

  test('scans one source again, or all of them', async () => {
    const { bridge } = await open();
    const rescan = vi.spyOn(bridge.archive, 'rescan');
    await fireEvent.click(buttonNamed('Scan lantern again'));
    await fireEvent.click(buttonNamed('Scan all again'));
    expect(rescan.mock.calls.map(([request]) => request)).toEqual([{ sources: [2] }, { sources: [] }]);
  });

  test('moves through the sources by the arrow keys', async () => {
    await open();
    buttonNamed('courier').focus();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowUp');
    expect(document.activeElement?.textContent).toBe('lantern');
  });
});

describe('the files that could not be read', () => {
  async function openFailures(address: string): Promise<OpenWindow> {
    const opened = await open(address);
    await fireEvent.click(buttonNamed(/^Could not be read/));
    await screen.findByRole('list', { name: 'Files that could not be read' });
    return opened;
  }

  test('are listed with a reason in plain words, as many as are in sight', async () => {
    await openFailures('state=failed');
    await screen.findByText('2,300 files could not be read. The rest of the import went on without them.');
    const rows = screen.getAllByRole('listitem');
    expect(rows[0]?.textContent).toMatch(/scan-00001\.txt.*Empty:.*it has no bytes/s);
    expect(rows.length).toBeLessThan(50);
  });

  test('are all read again by one button, and those that can be read now are gone from the list', async () => {
    const { bridge } = await openFailures('');
    await fireEvent.click(buttonNamed('Retry failed'));
    await screen.findByText('Reading 3 files again.');
    await screen.findByText(/^1 file could not be read/);
    expect((await valueOf(bridge.archive.listFailures({ offset: 0, limit: 9 }))).total).toBe(1);
  });

  test('are read again one by one', async () => {
    const { bridge } = await openFailures('');
    const retry = vi.spyOn(bridge.archive, 'retryFailures');
    await fireEvent.click(buttonNamed('Read scan-00002.txt again'));
    expect(retry.mock.calls[0]?.[0]).toEqual({ failures: [2] });
  });

  test('can be shown in their folder and copied as a list', async () => {
    const { bridge } = await openFailures('');
    const shown = vi.spyOn(bridge.shell, 'showInFolder');
    const copied = vi.spyOn(bridge.shell, 'copyText');
    await fireEvent.click(buttonNamed('Show scan-00001.txt in its folder'));
    await fireEvent.click(buttonNamed('Copy list'));
    await screen.findByText('Copied 3 lines.');
    expect(shown.mock.calls[0]?.[0]).toEqual({ path: '/home/ada/Archive/courier/2020/scan-00001.txt' });
    expect(copied.mock.calls[0]?.[0].text.split('\n')[0]).toBe(
      '/home/ada/Archive/courier/2020/scan-00001.txt\tempty\tit has no bytes',
    );
  });

  test('are walked by the arrow keys, the same button of the next row', async () => {
    await openFailures('');
    buttonNamed('Show scan-00001.txt in its folder').focus();
    await press('ArrowDown');
    await waitFor(() =>
      expect(document.activeElement).toBe(buttonNamed('Show scan-00002.txt in its folder')),
    );
  });
});
