import { fireEvent, waitFor } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import FirstRun from '../../../renderer/views/first-run/FirstRun.svelte';
import { buttonNamed, openWindow } from '../dev/open-window.ts';

describe('FirstRun', () => {
  test('adds the folder that the person chooses', async () => {
    const { bridge } = openWindow(FirstRun, {}, 'state=empty');
    const added = vi.spyOn(bridge.archive, 'addSources');
    await fireEvent.click(buttonNamed('Add a folder'));
    await waitFor(() => expect(added).toHaveBeenCalledOnce());
    expect(added.mock.calls[0]?.[0]).toEqual({ paths: ['/home/ada/Downloads/scrape'] });
  });

  test('does nothing when the person chooses no folder', async () => {
    const { bridge } = openWindow(FirstRun, {}, 'state=empty');
    const chosen = vi.spyOn(bridge.shell, 'choosePaths').mockResolvedValue({ value: [] });
    const added = vi.spyOn(bridge.archive, 'addSources');
    await fireEvent.click(buttonNamed('Add a folder'));
    await waitFor(() => expect(chosen).toHaveBeenCalledOnce());
    expect(added).not.toHaveBeenCalled();
  });

  test('opens the sample archive that comes with the app', async () => {
    const { bridge } = openWindow(FirstRun, {}, 'state=empty');
    const added = vi.spyOn(bridge.archive, 'addSources');
    await fireEvent.click(buttonNamed('Open the sample archive'));
    await waitFor(() => expect(added).toHaveBeenCalledOnce());
    expect(added.mock.calls[0]?.[0]).toEqual({ paths: ['/opt/microfiche/sample-archive'] });
  });
});
