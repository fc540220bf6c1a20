import type { ArchiveApi } from '../../../electron/contract/archive-api.ts';
import { archiveMethods } from '../../../electron/contract/requests/archive-requests.ts';
import { FailureError, toFailure } from '../../../electron/contract/failure.ts';
import type { ShellApi } from '../../../electron/contract/shell-api.ts';
import { shellMethods } from '../../../electron/contract/requests/shell-requests.ts';
import type { WindowBridge } from '../../../electron/contract/window-bridge.ts';

export type StubbedBridge = Readonly<{
  bridge: WindowBridge;
  /** Ids of the calls that were given up. */
  cancelled: number[];
  emit: (name: string, event: unknown) => void;
}>;

/** A bridge that answers with the given functions; every other call fails. */
export function stubBridge(
  answers: Readonly<{ archive?: Partial<ArchiveApi>; shell?: Partial<ShellApi> }>,
): StubbedBridge {
  const listeners = new Map<string, Set<(event: never) => void>>();
  const cancelled: number[] = [];
  const subscribe = (name: string, listener: (event: never) => void) => {
    const others = listeners.get(name) ?? new Set();
    listeners.set(name, others.add(listener));
    return () => others.delete(listener);
  };
  const bridge = {
    archive: bridged(archiveMethods, answers.archive ?? {}),
    shell: bridged(shellMethods, answers.shell ?? {}),
    cancel: (callId: number) => cancelled.push(callId),
    onArchive: subscribe,
    onShell: subscribe,
    pathOfFile: () => '',
  } as unknown as WindowBridge;
  const emit = (name: string, event: unknown) =>
    listeners.get(name)?.forEach((listener) => listener(event as never));
  return { bridge, cancelled, emit };
}

function bridged(names: readonly string[], api: object): Record<string, unknown> {
  const answer = (name: string) => async (request: unknown) => {
    const method: unknown = Reflect.get(api, name);
    try {
      if (typeof method !== 'function') {
        throw new FailureError({ code: 'unexpected', message: `${name} was not expected` });
      }
      const value: unknown = await (method as (request: unknown) => unknown)(request);
      return { value };
    } catch (thrown) {
      return { failure: toFailure(thrown) };
    }
  };
  return Object.fromEntries(names.map((name) => [name, answer(name)]));
}
