import { FailureError, toFailure } from '../contract/failure.ts';
import { sentence } from '../words/sentence.ts';
import type { Api, Calls, RequestParsers } from './calls.ts';
import { parseMessage, type CallMessage } from './messages.ts';
import type { Port } from './port.ts';

export type Served<Events> = Readonly<{
  send<Name extends keyof Events & string>(name: Name, payload: Events[Name]): void;
  close(): void;
}>;

/**
 * Answers calls that arrive on `port` with `api`. Every request goes through its parser first, and a method without
 * one does not exist. When the port closes, calls that still run are told to stop and their answers are dropped.
 */
export function serve<Shape extends Api<Shape>, Events>(
  port: Port,
  api: Calls<Shape>,
  parsers: RequestParsers<Shape>,
): Served<Events> {
  const running = new Map<number, AbortController>();
  let closed = false;

  function post(message: unknown): void {
    if (!closed) port.post(message);
  }

  async function answer(call: CallMessage): Promise<void> {
    const controller = new AbortController();
    running.set(call.id, controller);
    try {
      const method = methodNamed(parsers, call.method);
      const request = parsers[method](call.request);
      post({ kind: 'reply', id: call.id, value: await api[method](request, controller.signal) });
    } catch (thrown) {
      post({ kind: 'fail', id: call.id, failure: toFailure(thrown) });
    } finally {
      running.delete(call.id);
    }
  }

  function stop(): void {
    closed = true;
    for (const controller of running.values()) controller.abort();
  }

  port.onMessage((data) => {
    const message = parseMessage(data);
    // An id that still runs names one call for both sides: a second one under it could be neither told nor cancelled.
    if (message?.kind === 'call' && !running.has(message.id)) void answer(message);
    if (message?.kind === 'cancel') running.get(message.id)?.abort();
  });
  port.onClose(stop);

  return {
    send: (name, payload) => post({ kind: 'event', name, payload }),
    close: () => {
      stop();
      port.close();
    },
  };
}

/** Names that every object inherits, such as `constructor`, are no methods. */
function methodNamed<Shape extends Api<Shape>>(parsers: RequestParsers<Shape>, name: string): keyof Shape {
  if (Object.hasOwn(parsers, name)) return name as keyof Shape;
  throw new FailureError({
    code: 'bad-request',
    message: sentence('trouble.no-method', { method: JSON.stringify(name) }),
  });
}
