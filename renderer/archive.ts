import type { ArchiveApi, ArchiveEvents } from '../electron/contract/archive-api.ts';
import { FailureError } from '../electron/contract/failure.ts';
import { archiveMethods } from '../electron/contract/requests/archive-requests.ts';
import { shellMethods } from '../electron/contract/requests/shell-requests.ts';
import type { ShellApi, ShellEvents } from '../electron/contract/shell-api.ts';
import type { Outcome, WindowBridge } from '../electron/contract/window-bridge.ts';

type Calls<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (request: infer Asked) => Promise<infer Value>
    ? (request: Asked, signal?: AbortSignal) => Promise<Value>
    : never;
};
type AnyCall = (request: unknown, callId?: number) => Promise<Outcome<unknown>>;

declare global {
  interface Window {
    readonly archive?: WindowBridge;
  }
}

let installed: WindowBridge | undefined;
let lastCallId = 0;

/** Stands in for the preload script's bridge, in tests and on the development server. */
export function installBridge(bridge: WindowBridge): void {
  installed = bridge;
}

export function hasBridge(): boolean {
  return (installed ?? window.archive) !== undefined;
}

/** Every call throws a `FailureError`; an aborted one with the code `cancelled`, at once. */
export const archive = callsOf<ArchiveApi>(archiveMethods, (method) => bridge().archive[method] as AnyCall);
export const shell = callsOf<ShellApi>(shellMethods, (method) => bridge().shell[method] as AnyCall);

/** Returns a function that ends the subscription. */
export function onArchive<Name extends keyof ArchiveEvents>(
  name: Name,
  listener: (event: ArchiveEvents[Name]) => void,
): () => void {
  return bridge().onArchive(name, listener);
}

/** Returns a function that ends the subscription. */
export function onShell<Name extends keyof ShellEvents>(
  name: Name,
  listener: (event: ShellEvents[Name]) => void,
): () => void {
  return bridge().onShell(name, listener);
}

/** Absolute path of a file that was dropped on the window. */
export function pathOfFile(file: File): string {
  return bridge().pathOfFile(file);
}

function bridge(): WindowBridge {
  const found = installed ?? window.archive;
  if (found === undefined) throw new Error('the preload script exposed no archive');
  return found;
}

function callsOf<Api>(names: readonly (keyof Api)[], method: (name: keyof Api) => AnyCall): Calls<Api> {
  const calls = names.map((name) => [
    name,
    (request: unknown, signal?: AbortSignal) => call(method(name), request, signal),
  ]);
  return Object.fromEntries(calls) as Calls<Api>;
}

async function call(method: AnyCall, request: unknown, signal: AbortSignal | undefined): Promise<unknown> {
  if (signal === undefined) return valueOf(await method(request));
  if (signal.aborted) throw cancelled();
  const callId = ++lastCallId;
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      bridge().cancel(callId);
      reject(cancelled());
    };
    signal.addEventListener('abort', onAbort);
  });
  try {
    return valueOf(await Promise.race([method(request, callId), aborted]));
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  }
}

function valueOf(outcome: Outcome<unknown>): unknown {
  if ('failure' in outcome) throw new FailureError(outcome.failure);
  return outcome.value;
}

function cancelled(): FailureError {
  return new FailureError({ code: 'cancelled', message: 'the window gave the call up' });
}
