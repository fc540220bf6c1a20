import type { Said } from '../../electron/words/sentence.ts';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import type { ArchiveApi, ArchiveEvents } from '../../electron/contract/archive-api.ts';
import { archiveMethods } from '../../electron/contract/requests/archive-requests.ts';
import type { EngineReport } from '../../electron/contract/engine-messages.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import type { Engine } from '../../electron/engine/create-engine.ts';
import { hostEngine, type ParentPort } from '../../electron/engine-host/host-engine.ts';
import { connect } from '../../electron/rpc/connect.ts';
import { portOfEmitter } from '../../electron/rpc/port.ts';
import { stubEngine } from '../support/stub-engine/stub-engine.ts';

function hosted(open: (log: (line: string) => void) => Promise<Engine>) {
  const reports: EngineReport[] = [];
  let command: Parameters<ParentPort['on']>[1] = () => undefined;
  const exits: number[] = [];
  const parent: ParentPort = {
    on: (_event, listener) => void (command = listener),
    postMessage: (report) => reports.push(report),
  };
  const settled = hostEngine(parent, (status) => exits.push(status), open);
  return {
    reports,
    settled,
    exits: () => exits,
    close: () => command({ data: { kind: 'close' }, ports: [] }),
    connect: () => {
      const { port1, port2 } = new MessageChannel();
      const wrapped = {
        on: (event: 'message' | 'close', listener: (given?: unknown) => void) =>
          port1.on(event, (data: unknown) => listener({ data })),
        postMessage: (message: unknown) => port1.postMessage(message),
      };
      command({ data: { kind: 'connect' }, ports: [wrapped] });
      return {
        port: port2,
        connection: connect<ArchiveApi, ArchiveEvents>(portOfEmitter(port2), archiveMethods),
      };
    },
  };
}

describe('the host of the engine', () => {
  it('says when the engine is ready, and passes on what it logs', async () => {
    const host = hosted((log) => {
      log('opened');
      return Promise.resolve(stubEngine({}));
    });
    await host.settled;
    expect(host.reports).toEqual([{ kind: 'log', line: 'opened' }, { kind: 'ready' }]);
  });

  it('ends the process when the engine dies', async () => {
    const engine = stubEngine({});
    const host = hosted(() => Promise.resolve(engine));
    await host.settled;
    engine.die('search-thread died');
    await vi.waitFor(() => expect(host.exits()).toEqual([1]));
  });

  it('says why the library can not be opened', async () => {
    const failure = { code: 'library-newer', message: 'made by a newer Microfiche' } as const;
    const host = hosted(() => Promise.reject(new FailureError(failure)));
    await host.settled;
    expect(host.reports).toEqual([{ kind: 'unopened', failure }]);
    host.close();
    await vi.waitFor(() => expect(host.exits()).toEqual([0]));
  });

  it('serves a port that arrived before the engine was open', async () => {
    let opened: ((engine: Engine) => void) | undefined;
    const host = hosted(
      () =>
        new Promise((resolve) => {
          opened = resolve;
        }),
    );
    const { connection, port } = host.connect();
    const answer = connection.calls.undo({});
    opened?.(stubEngine({ undo: () => Promise.resolve(null) }));
    expect(await answer).toBeNull();
    port.close();
  });

  it('reads requests by their parsers', async () => {
    const host = hosted(() => Promise.resolve(stubEngine({})));
    const { connection, port } = host.connect();
    await expect(connection.calls.search({} as never)).rejects.toMatchObject({
      failure: { code: 'bad-request' },
    });
    port.close();
  });

  it('tells events to every port, and stops when the port closes', async () => {
    const engine = stubEngine({ undo: () => Promise.resolve(null) });
    const host = hosted(() => Promise.resolve(engine));
    const [first, second] = [host.connect(), host.connect()];
    await Promise.all([first.connection.calls.undo({}), second.connection.calls.undo({})]);
    const heard: Said[] = [];
    for (const { connection } of [first, second]) {
      connection.on('noticed', ({ message }) => heard.push(message));
    }
    engine.tell('noticed', { message: 'hello' });
    await Promise.all([first.connection.calls.undo({}), second.connection.calls.undo({})]);
    expect(heard).toEqual(['hello', 'hello']);
    const before = engine.subscriptions;
    first.port.close();
    await vi.waitFor(() => expect(engine.subscriptions).toBe(before / 2));
    second.port.close();
  });

  it('closes the engine before the process ends', async () => {
    const engine = stubEngine({});
    const host = hosted(() => Promise.resolve(engine));
    await host.settled;
    host.close();
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect([engine.closed, host.exits()]).toEqual([true, [0]]);
  });
});
