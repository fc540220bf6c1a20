import type { ArchiveApi, ArchiveEvents } from '../../../electron/contract/archive-api.ts';
import { archiveMethods } from '../../../electron/contract/requests/archive-requests.ts';
import { FailureError } from '../../../electron/contract/failure.ts';
import type { Engine } from '../../../electron/engine/create-engine.ts';
import type { Calls } from '../../../electron/rpc/calls.ts';

export type StubEngine = Engine & {
  tell<Name extends keyof ArchiveEvents>(name: Name, event: ArchiveEvents[Name]): void;
  /** Has the engine die, as when one of its threads does. */
  die(message: string): void;
  readonly subscriptions: number;
  readonly closed: boolean;
};

/** An engine of which each test answers the methods that it is about; the others are not found. */
export function stubEngine(answers: Partial<Calls<ArchiveApi>>): StubEngine {
  const listeners = new Set<Readonly<{ name: string; listener: (event: never) => void }>>();
  let closed = false;
  const unanswered = Object.fromEntries(
    archiveMethods.map((method) => [
      method,
      () => Promise.reject(new FailureError({ code: 'not-found', message: `the stub has no ${method}` })),
    ]),
  ) as unknown as Calls<ArchiveApi>;
  let die: (message: string) => void = () => undefined;
  return {
    api: { ...unanswered, ...answers },
    on: (name, listener) => {
      const subscription = { name, listener };
      listeners.add(subscription);
      return () => void listeners.delete(subscription);
    },
    tell: (name, event) => {
      for (const { name: heard, listener } of listeners) if (heard === name) listener(event as never);
    },
    died: new Promise((resolve) => (die = resolve)),
    die: (message) => die(message),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
    get subscriptions() {
      return listeners.size;
    },
    get closed() {
      return closed;
    },
  };
}
