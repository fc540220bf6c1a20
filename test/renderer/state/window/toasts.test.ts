import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from '../../../../renderer/state/window/toasts.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the sentences at the foot of the window', () => {
  const said = (toasts: Toasts) => toasts.toasts.map(({ message }) => message);

  it('offer to undo the newest act alone, since that is the one that would be undone', () => {
    const toasts = new Toasts();
    toasts.show({ message: 'Copied 3 lines.' });
    toasts.show({ message: 'Added “Water”.', undo: () => undefined });
    toasts.show({ message: 'Added “Dams”.', undo: () => undefined });
    expect(said(toasts)).toEqual(['Copied 3 lines.', 'Added “Dams”.']);
    toasts.show({ message: 'Undone: Added “Dams”.' });
    expect(said(toasts)).toEqual(['Copied 3 lines.', 'Undone: Added “Dams”.']);
  });

  it('go away by themselves', () => {
    const toasts = new Toasts();
    toasts.show({ message: 'Copied 3 lines.' });
    vi.advanceTimersByTime(60_000);
    expect(said(toasts)).toEqual([]);
  });
});
