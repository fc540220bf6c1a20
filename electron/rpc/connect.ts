import { FailureError, type Failure } from '../contract/failure.ts';
import { sentence } from '../words/sentence.ts';
import { callsOf, type Api, type Calls } from './calls.ts';
import { parseMessage } from './messages.ts';
import type { Port } from './port.ts';

export type Connection<Shape extends Api<Shape>, Events> = Readonly<{
  calls: Calls<Shape>;
  /** Returns a function that ends the subscription. */
  on<Name extends keyof Events & string>(name: Name, listener: (payload: Events[Name]) => void): () => void;
  /** Fails every pending call, and every later one, with `failure`. */
  disconnect(failure: Failure): void;
}>;

type Pending = Readonly<{ resolve: (value: unknown) => void; reject: (reason: Error) => void }>;

const engineGone: Failure = { code: 'engine-gone', message: sentence('engine.stopped') };

/** The calling side of `serve`. `methods` names every method of the api. */
export function connect<Shape extends Api<Shape>, Events>(
  port: Port,
  methods: readonly (keyof Shape & string)[],
): Connection<Shape, Events> {
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let nextId = 1;
  let gone: Failure | null = null;

  function call(method: string, request: unknown, signal?: AbortSignal): Promise<unknown> {
    if (gone !== null) return Promise.reject(new FailureError(gone));
    const id = nextId;
    nextId += 1;
    return new Promise((resolve, reject) => {
      const cancelled = (): void => {
        if (!pending.delete(id)) return;
        port.post({ kind: 'cancel', id });
        reject(aborted(method));
      };
      if (signal?.aborted === true) {
        reject(aborted(method));
        return;
      }
      const forget = (): void => signal?.removeEventListener('abort', cancelled);
      pending.set(id, {
        resolve: (value) => {
          forget();
          resolve(value);
        },
        reject: (reason) => {
          forget();
          reject(reason);
        },
      });
      signal?.addEventListener('abort', cancelled, { once: true });
      try {
        port.post({ kind: 'call', id, method, request });
      } catch (thrown) {
        pending.delete(id);
        forget();
        throw thrown;
      }
    });
  }

  function disconnect(failure: Failure): void {
    gone ??= failure;
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(new FailureError(failure));
  }

  port.onMessage((data) => {
    const message = parseMessage(data);
    if (message?.kind === 'event') {
      for (const listener of listeners.get(message.name) ?? []) listener(message.payload as never);
      return;
    }
    if (message?.kind !== 'reply' && message?.kind !== 'fail') return;
    // A reply to a call that was given up finds nothing here: stale answers are dropped by id.
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === 'reply') waiting?.resolve(message.value);
    else waiting?.reject(new FailureError(message.failure));
  });
  port.onClose(() => disconnect(engineGone));

  return {
    calls: callsOf(methods, call),
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener);
      return () => set.delete(listener);
    },
    disconnect,
  };
}

function aborted(method: string): FailureError {
  return new FailureError({ code: 'cancelled', message: sentence('trouble.call-given-up', { method }) });
}
