import { say } from '../../../electron/words/say.ts';
import { FailureError, messageOf } from '../../../electron/contract/failure.ts';

export type Toast = Readonly<{
  id: number;
  message: string;
  undo: (() => unknown) | null;
  isFailure: boolean;
}>;

const shownMs = 8000;

/** Short sentences at the foot of the window that go away by themselves. */
export class Toasts {
  toasts = $state.raw<readonly Toast[]>([]);
  #lastId = 0;

  show(toast: Readonly<{ message: string; undo?: () => unknown; isFailure?: boolean }>): void {
    const id = ++this.#lastId;
    const { message, undo = null, isFailure = false } = toast;
    // Undo takes back the newest act: an offer to undo an older one would take back the wrong one.
    const others = this.toasts.filter((other) => other.undo === null);
    this.toasts = [...others.slice(-2), { id, message, undo, isFailure }];
    setTimeout(() => this.dismiss(id), shownMs);
  }

  /** Says that something the person asked for could not be done; says nothing of what was called off. */
  showFailure(what: string, thrown: unknown): void {
    if (isCancelled(thrown)) return;
    const why = messageOf(thrown);
    this.show({ message: say('common.failure', { what, why }), isFailure: true });
  }

  dismiss(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}

function isCancelled(thrown: unknown): boolean {
  return thrown instanceof FailureError && thrown.failure.code === 'cancelled';
}
