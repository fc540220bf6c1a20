import type { Failure } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Api } from '../../rpc/calls.ts';
import { connect, type Connection } from '../../rpc/connect.ts';
import { portOfEmitter } from '../../rpc/port.ts';

export type EngineThread<Shape extends Api<Shape>, Events> = Connection<Shape, Events> &
  Readonly<{
    /** Settles when the thread has ended, with what killed it, or null when it just stopped. */
    ended: Promise<Error | null>;
    post(message: unknown): void;
    terminate(): Promise<void>;
  }>;

/** Starts a built thread of the engine and connects to the api that it serves. */
export function startThread<Shape extends Api<Shape>, Events>(
  url: URL,
  data: unknown,
  methods: readonly (keyof Shape & string)[],
  log: (line: string) => void,
  resourceLimits: ResourceLimits = {},
): EngineThread<Shape, Events> {
  const worker = new Worker(url, { workerData: data, resourceLimits });
  const connection = connect<Shape, Events>(portOfEmitter(worker), methods);
  let killer: Error | null = null;
  const ended = new Promise<Error | null>((resolve) => {
    worker.on('error', (error: Error) => {
      killer = error;
      log(`${url.pathname.split('/').at(-1) ?? ''} died: ${error.stack ?? error.message}`);
      const failure: Failure = { code: 'engine-gone', message: error.message };
      connection.disconnect(failure);
    });
    worker.on('exit', () => {
      connection.disconnect({ code: 'engine-gone', message: sentence('engine.stopped') });
      resolve(killer);
    });
  });
  return {
    ...connection,
    ended,
    post: (message) => worker.postMessage(message),
    terminate: async () => {
      await worker.terminate();
    },
  };
}
