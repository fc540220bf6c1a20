import { cleanup, fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { sentence } from '../../../../electron/words/sentence.ts';
import { openWindow } from '../../support/open-window.ts';

afterEach(cleanup);

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search the archive' });
const message = sentence('hint.meant', { words: ['“kadhimi”'], counts: ['30 have it'] });

async function ask(query: string): Promise<void> {
  box().focus();
  await fireEvent.input(box(), { target: { value: query } });
}

test('what was probably meant is offered in the reading line, and taken by one key', async () => {
  await openWindow({
    meantQuery: ({ query }) =>
      Promise.resolve({ hint: query === 'kadimi' ? { at: 0, length: 6, message, query: 'kadhimi' } : null }),
  });
  await ask('kadimi');
  await screen.findByText('Did you mean “kadhimi”? 30 have it.');
  await fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(box().value).toBe('kadhimi'));
  await waitFor(() => expect(screen.queryByText(/Did you mean/u)).toBeNull());
});

test('without an offer the key finishes the question as Enter does', async () => {
  await openWindow({ meantQuery: () => Promise.resolve({ hint: null }) });
  await ask('kadhimi');
  await fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Results'));
  expect(box().value).toBe('kadhimi');
});
