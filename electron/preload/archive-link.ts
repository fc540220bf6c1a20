import { FailureError, type Failure } from '../contract/failure.ts';
import { sentence } from '../words/sentence.ts';
import { archiveEvents, type ArchiveApi, type ArchiveEvents } from '../contract/archive-api.ts';
import { archiveMethods } from '../contract/requests/archive-requests.ts';
import { connect, type Connection } from '../rpc/connect.ts';
import type { Port } from '../rpc/port.ts';
import { Subscriptions } from './subscriptions.ts';

type ArchiveConnection = Connection<ArchiveApi, ArchiveEvents>;
type Waiting = Readonly<{
  resolve: (connection: ArchiveConnection) => void;
  reject: (reason: Error) => void;
}>;

/**
 * The document's line to the engine, over one port after another: calls made before the first port wait for it, calls
 * made while the engine is gone fail with `engine-gone`, and subscriptions outlive the port.
 */
export class ArchiveLink {
  readonly #events = new Subscriptions<ArchiveEvents>();
  readonly #abortable = new Map<number, AbortController>();
  #port: Port | null = null;
  #connection: ArchiveConnection | null = null;
  #gone: Failure | null = null;
  #waiting: Waiting[] = [];

  accept(port: Port): void {
    this.#drop({ code: 'engine-gone', message: sentence('engine.restarted') });
    const connection = connect<ArchiveApi, ArchiveEvents>(port, archiveMethods);
    port.onClose(() => {
      // A port that has been replaced may close late.
      if (this.#port === port) this.lose({ code: 'engine-gone', message: sentence('engine.stopped') });
    });
    for (const name of Object.keys(archiveEvents) as (keyof ArchiveEvents)[]) {
      connection.on(name, (event) => this.#events.tell(name, event));
    }
    this.#port = port;
    this.#connection = connection;
    this.#gone = null;
    for (const { resolve } of this.#waiting.splice(0)) resolve(connection);
  }

  /** Fails what is pending, and every call until the next port. */
  lose(failure: Failure): void {
    this.#gone = failure;
    this.#drop(failure);
    for (const { reject } of this.#waiting.splice(0)) reject(new FailureError(failure));
  }

  async call(method: keyof ArchiveApi, request: unknown, callId?: number): Promise<unknown> {
    const controller = new AbortController();
    if (callId !== undefined) this.#abortable.set(callId, controller);
    try {
      const connection = await this.#connected();
      return await connection.calls[method](request as never, controller.signal);
    } finally {
      if (callId !== undefined && this.#abortable.get(callId) === controller) this.#abortable.delete(callId);
    }
  }

  cancel(callId: number): void {
    this.#abortable.get(callId)?.abort();
  }

  on<Name extends keyof ArchiveEvents>(
    name: Name,
    listener: (event: ArchiveEvents[Name]) => void,
  ): () => void {
    return this.#events.on(name, listener);
  }

  #drop(failure: Failure): void {
    this.#connection?.disconnect(failure);
    this.#connection = null;
    this.#port?.close();
    this.#port = null;
  }

  #connected(): Promise<ArchiveConnection> {
    if (this.#connection !== null) return Promise.resolve(this.#connection);
    if (this.#gone !== null) return Promise.reject(new FailureError(this.#gone));
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }
}
