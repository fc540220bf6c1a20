import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import DropZone from '../../../renderer/components/import/DropZone.svelte';
import { openWindow } from '../dev/open-window.ts';

const files = [new File(['1'], 'one.txt'), new File(['2'], 'two.txt')];
const carried = { dataTransfer: { types: ['Files'], files } };
const text = { dataTransfer: { types: ['text/plain'], files: [] } };

describe('DropZone', () => {
  test('adds the paths of what is dropped on the window', async () => {
    const { bridge } = openWindow(DropZone, {});
    const added = vi.spyOn(bridge.archive, 'addSources');
    await fireEvent.drop(window, carried);
    await waitFor(() => expect(added).toHaveBeenCalledOnce());
    expect(added.mock.calls[0]?.[0]).toEqual({
      paths: ['/home/ada/Dropped/one.txt', '/home/ada/Dropped/two.txt'],
    });
  });

  test('invites while files are over the window, whatever they pass on their way', async () => {
    openWindow(DropZone, {});
    await fireEvent.dragEnter(window, carried);
    await fireEvent.dragEnter(window, carried);
    await fireEvent.dragLeave(window, carried);
    expect(screen.queryByText('Drop to add')).not.toBeNull();
    await fireEvent.dragLeave(window, carried);
    expect(screen.queryByText('Drop to add')).toBeNull();
  });

  test('has nothing to do with text that is dragged', async () => {
    const { bridge } = openWindow(DropZone, {});
    const added = vi.spyOn(bridge.archive, 'addSources');
    await fireEvent.dragEnter(window, text);
    expect(screen.queryByText('Drop to add')).toBeNull();
    await fireEvent.drop(window, text);
    expect(added).not.toHaveBeenCalled();
  });

  test('says why something could not be added', async () => {
    const { bridge } = openWindow(DropZone, {});
    vi.spyOn(bridge.archive, 'addSources').mockResolvedValue({
      failure: { code: 'library-busy', message: 'another process holds the library' },
    });
    await fireEvent.drop(window, carried);
    await screen.findByText('What was dropped could not be added: another process holds the library');
  });
});
