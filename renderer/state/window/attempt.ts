import type { Toasts } from './toasts.svelte.ts';

/** Does what the person asked for, and says so when it can't be done. */
export async function attempt(toasts: Toasts, otherwise: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    toasts.showFailure(otherwise, thrown);
  }
}
