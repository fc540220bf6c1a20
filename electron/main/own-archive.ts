import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { ArchiveApi, ArchiveEvents } from '../contract/archive-api.ts';
import { archiveMethods } from '../contract/requests/archive-requests.ts';
import type { Calls } from '../rpc/calls.ts';
import { connect, type Connection } from '../rpc/connect.ts';
import { FailureError } from '../contract/failure.ts';
import { portOfEmitter } from '../rpc/port.ts';
import { say } from '../words/say.ts';

/** The main process's own line to the engine: for the originals that `article://` shows, and for the self-check. */
export class OwnArchive {
  #connection: Connection<ArchiveApi, ArchiveEvents> | null = null;

  connect(engine: (port: MessagePortMain) => boolean): void {
    const { port1, port2 } = new MessageChannelMain();
    this.disconnect();
    if (!engine(port2)) return;
    const port = portOfEmitter(port1, (event) => (event as Readonly<{ data: unknown }>).data);
    this.#connection = connect<ArchiveApi, ArchiveEvents>(port, archiveMethods);
  }

  disconnect(): void {
    this.#connection?.disconnect({ code: 'engine-gone', message: say('engine.stopped') });
    this.#connection = null;
  }

  /** Throws `engine-gone` while there is no engine. */
  get calls(): Calls<ArchiveApi> {
    if (this.#connection !== null) return this.#connection.calls;
    throw new FailureError({ code: 'engine-gone', message: say('engine.not-running') });
  }
}
