import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import ImportRing from '../../../renderer/components/import/ImportRing.svelte';
import { buttonNamed, findButton, openWindow, queryButton } from '../dev/open-window.ts';

describe('ImportRing', () => {
  test('is not there when there is nothing to say', async () => {
    const { shared } = openWindow(ImportRing, {}, 'state=empty');
    await shared.imports.load();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('tells how far the import is, and opens a panel that pauses, goes on and cancels it', async () => {
    const { shared } = openWindow(ImportRing, {}, 'state=importing');
    await shared.imports.load();
    await fireEvent.click(
      await findButton(
        /^Importing, [\d,]+ of 4,200 files, 47 a second, about \d+ seconds left, 3 files could not be read$/,
      ),
    );
    await fireEvent.click(buttonNamed('Pause'));
    await findButton('Go on');
    const { seen, done } = shared.imports.progress;
    const bar = screen.getByRole('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBe(String(Math.floor((100 * done) / seen)));
    await fireEvent.click(await findButton('Go on'));
    await fireEvent.click(await findButton('Cancel'));
    await waitFor(() => expect(shared.imports.progress.state).toBe('idle'));
    expect(queryButton('Cancel')).toBeNull();
  });

  test('leads to the files that could not be read', async () => {
    const { shared } = openWindow(ImportRing, {});
    await shared.imports.load();
    await fireEvent.click(await findButton('3 files could not be read'));
    await fireEvent.click(buttonNamed('Show them'));
    expect([shared.router.view, shared.sources.pane]).toEqual(['sources', 'failures']);
  });
});
