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

async function openReport(): Promise<HTMLElement> {
  const toggle = await findButton('What was read of courier');
  await fireEvent.click(toggle);
  await screen.findByRole('table');
  return toggle;
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
    await waitFor(() =>
      expect(rows.map((row) => /Not here any more|can’t be reached/.test(row.textContent))).toEqual([
        false,
        false,
        true,
      ]),
    );
    expect(rows[0]?.textContent).toContain('12 .docx not read');
  });

  test('offers a source that was moved where its files are now', async () => {
    const { bridge } = await open();
    const relocate = vi.spyOn(bridge.archive, 'relocateSource');
    await fireEvent.click(await findButton('Read it from there'));
    await screen.findByText(/is read from where it is now/);
    expect(relocate.mock.calls.map(([{ path }]) => path)).toEqual([
      expect.stringMatching(/^\/home\/ada\/media/),
    ]);
    await waitFor(() => expect(queryButton('Read it from there')).toBeNull());
  });

  test('reads a source that is away from the folder that the person chose', async () => {
    const { bridge } = await open();
    const relocate = vi.spyOn(bridge.archive, 'relocateSource');
    await fireEvent.click(await findButton('Look elsewhere…'));
    await waitFor(() =>
      expect(relocate.mock.calls.map(([{ path }]) => path)).toEqual(['/home/ada/Downloads/scrape']),
    );
  });

  test('says what a removal takes away, and removes nothing before that is confirmed', async () => {
    const { bridge, shared } = await open();
    const [courier] = shared.sources.sources;
    if (courier === undefined) throw new Error('the invented archive has no source');
    const weight = await valueOf(bridge.archive.sourceRemovalImpact({ source: courier.id }));
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

  test('shows what recurs in a source, hides what the person ticks, and takes that back', async () => {
    const { bridge } = await open();
    const hide = vi.spyOn(bridge.archive, 'hideLines');
    await fireEvent.click(buttonNamed('Lines that recur in courier'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Lines that recur in courier' }));
    const confirm = dialog.getByRole<HTMLButtonElement>('button', { name: 'Hide the ticked lines' });
    expect([confirm.disabled, dialog.getByRole('status').textContent.trim()]).toEqual([
      true,
      'Nothing is hidden in 100 articles',
    ]);
    await fireEvent.click(dialog.getByRole('checkbox', { name: /The editors may shorten comments/ }));
    expect(dialog.getByRole('status').textContent.trim()).toBe('1 line, 99 times in 100 articles');
    await fireEvent.click(confirm);
    await screen.findByText('1 line is hidden in courier');
    await fireEvent.click(await findButton('Undo'));
    await screen.findByText('No line is hidden in courier');
    expect(hide.mock.calls.map(([request]) => request)).toEqual([
      { source: 1, lines: ['The editors may shorten comments.'] },
      { source: 1, lines: [] },
    ]);
  });

  test('shows what was read of a source as what, and why the rest was not', async () => {
    const { bridge } = await open();
    const retry = vi.spyOn(bridge.archive, 'retryFailures');
    const toggle = await openReport();
    const rows = within(await screen.findByRole('table')).getAllByRole('row');
    expect(rows.slice(1).map((row) => row.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Text85 articles85 files3 (3.4%)',
      'Mailbox12 articles1 file',
      'Table3 articles1 file1 (25%)',
      'Of no format2 (100%)',
    ]);
    const [group] = within(screen.getByRole('list', { name: 'Could not be read' })).getAllByRole('listitem');
    expect(group?.textContent).toContain('scan-00001.txt');
    await fireEvent.click(buttonNamed('Read these again: it has no bytes'));
    await screen.findByText('Reading 1 file again.');
    expect(retry.mock.calls.map(([request]) => request)).toEqual([{ failures: [1] }]);
    await fireEvent.click(toggle);
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('has the columns of a table corrected, with its first rows in sight, and guessed again', async () => {
    const { bridge } = await open();
    const choose = vi.spyOn(bridge.archive, 'chooseColumns');
    await openReport();
    await fireEvent.click(await findButton('Columns of list.csv'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Columns of list.csv' }));
    const read = dialog.getByRole<HTMLButtonElement>('button', { name: 'Read so' });
    const holds = (name: string) => dialog.getByRole<HTMLSelectElement>('combobox', { name });
    expect([read.disabled, holds('What summary holds').value, holds('What story holds').value]).toEqual([
      true,
      'body',
      '',
    ]);
    expect(dialog.getByText(/^The ferry between Esta and Adeen/)).toBeTruthy();
    await fireEvent.change(holds('What title holds'), { target: { value: '' } });
    await fireEvent.change(holds('What summary holds'), { target: { value: '' } });
    expect([read.disabled, dialog.getByRole('status').textContent.slice(0, 15)]).toEqual([
      true,
      'Choose a column',
    ]);
    await fireEvent.change(holds('What story holds'), { target: { value: 'body' } });
    await fireEvent.click(read);
    await screen.findByText('1 file of courier is read again with these columns');
    await fireEvent.click(await findButton('Columns of list.csv'));
    await fireEvent.click(await findButton('Guess again'));
    await screen.findByText('courier is read by what its columns look like');
    const columns = ['title', 'summary', 'story', 'seen', 'link'];
    expect(choose.mock.calls.map(([request]) => request)).toEqual([
      { source: 1, columns, roles: { story: 'body', seen: 'published', link: 'url' } },
      { source: 1, columns, roles: null },
    ]);
  });

  test('makes labels of files tags, those that the person leaves in', async () => {
    const { bridge } = await open();
    const tag = vi.spyOn(bridge.archive, 'tagByLabels');
    await openReport();
    await fireEvent.click(await findButton('Harbour, 8 articles'));
    await fireEvent.click(await findButton('Make 1 label a tag'));
    await screen.findByText(/was tagged by its labels/);
    expect(tag.mock.calls.map(([request]) => request)).toEqual([{ source: 1, labels: ['Council/Zirin'] }]);
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
