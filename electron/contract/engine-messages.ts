import type { Failure } from './failure.ts';

/**
 * What the shell tells the engine's process. A `connect` comes with one end of a channel to serve the archive on; `let-write` names a path
 * that a person chose to write to.
 */
export type EngineCommand =
  Readonly<{ kind: 'connect' }> | Readonly<{ kind: 'let-write'; path: string }> | Readonly<{ kind: 'close' }>;

/** What the engine's process tells the shell. After `unopened` it ends, and to start it again would not help. */
export type EngineReport =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'unopened'; failure: Failure }>
  | Readonly<{ kind: 'log'; line: string }>;
