import { archiveEvents, type ArchiveApi, type ArchiveEvents } from '../contract/archive-api.ts';
import type { EngineCommand, EngineReport } from '../contract/engine-messages.ts';
import { toFailure } from '../contract/failure.ts';
import { archiveRequests } from '../contract/requests/archive-requests.ts';
import type { Engine } from '../engine/create-engine.ts';
import { portOfEmitter, type EmitterPort } from '../rpc/port.ts';
import { serve } from '../rpc/serve.ts';
import { LetWrite } from './let-write.ts';

/** `process.parentPort` of a utility process, as far as it is used here. */
export type ParentPort = Readonly<{
  on(event: 'message', listener: (message: Readonly<{ data: unknown; ports: unknown[] }>) => void): unknown;
  postMessage(report: EngineReport): void;
}>;

/**
 * Opens an engine, serves it on every port that the shell hands over, and closes it when the shell says so. Exits with
 * status 1 when the engine dies.
 */
export async function hostEngine(
  parent: ParentPort,
  exit: (status: number) => void,
  open: (log: (line: string) => void) => Promise<Engine>,
): Promise<void> {
  const letWrite = new LetWrite();
  // The command arrives before the engine is open, as a rule: ports wait for it here.
  const opening = open((line) => parent.postMessage({ kind: 'log', line }));
  parent.on('message', ({ data, ports }) => {
    void opening.then(
      async (engine) => {
        const command = data as EngineCommand;
        if (command.kind === 'connect') serveEngine(engine, letWrite, ports[0] as EmitterPort);
        else if (command.kind === 'let-write') letWrite.let(command.path);
        else await engine.close().finally(() => exit(0));
      },
      () => {
        // Why it was not opened is told below, once; there is nothing to close.
        if ((data as EngineCommand).kind === 'close') exit(0);
      },
    );
  });
  try {
    const { died } = await opening;
    parent.postMessage({ kind: 'ready' });
    // Half an engine answers half of the calls: better to end, so that the shell starts a whole one.
    void died.then((message) => {
      parent.postMessage({ kind: 'log', line: message });
      exit(1);
    });
  } catch (thrown) {
    parent.postMessage({ kind: 'unopened', failure: toFailure(thrown) });
  }
}

function serveEngine(engine: Engine, letWrite: LetWrite, emitter: EmitterPort): void {
  const port = portOfEmitter(emitter, (event) => (event as Readonly<{ data: unknown }>).data);
  const served = serve<ArchiveApi, ArchiveEvents>(port, letWrite.guard(engine.api), archiveRequests);
  const stops = (Object.keys(archiveEvents) as (keyof ArchiveEvents)[]).map((name) =>
    engine.on(name, (event) => served.send(name, event)),
  );
  port.onClose(() => {
    for (const stop of stops) stop();
  });
}
