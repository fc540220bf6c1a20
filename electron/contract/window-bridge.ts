import type { ArchiveApi, ArchiveEvents } from './archive-api.ts';
import type { Failure } from './failure.ts';
import type { ShellApi, ShellEvents } from './shell-api.ts';

/** Failures cross the bridge as values: an Error loses its fields on the way out of the preload. */
export type Outcome<Value> = Readonly<{ value: Value }> | Readonly<{ failure: Failure }>;

type Bridged<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (request: infer Asked) => Promise<infer Value>
    ? (request: Asked, callId?: number) => Promise<Outcome<Value>>
    : never;
};

/** What the preload script puts on `window.archive`: functions only, never a port or a channel. */
export type WindowBridge = Readonly<{
  archive: Bridged<ArchiveApi>;
  shell: Bridged<ShellApi>;
  /** Gives up a call to the archive that was made with this `callId`; it settles with `cancelled`. */
  cancel(callId: number): void;
  /** Each returns a function that ends the subscription. */
  onArchive<Name extends keyof ArchiveEvents>(
    name: Name,
    listener: (event: ArchiveEvents[Name]) => void,
  ): () => void;
  onShell<Name extends keyof ShellEvents>(
    name: Name,
    listener: (event: ShellEvents[Name]) => void,
  ): () => void;
  /** Absolute path of a file that was dropped on the window. */
  pathOfFile(file: unknown): string;
}>;
