import { archiveEvents, type ArchiveApi } from '../contract/archive-api.ts';
import { archiveMethods } from '../contract/requests/archive-requests.ts';
import { toFailure } from '../contract/failure.ts';
import { shellEvents, type ShellApi } from '../contract/shell-api.ts';
import { shellMethods } from '../contract/requests/shell-requests.ts';
import type { Outcome, WindowBridge } from '../contract/window-bridge.ts';
import type { ArchiveLink } from './archive-link.ts';
import type { ShellLink } from './shell-link.ts';

/** Functions of fixed names only: whoever runs in the page can't name a channel, a method or an event of its own. */
export function windowBridge(
  archive: ArchiveLink,
  shell: ShellLink,
  pathOfFile: (file: unknown) => string,
): WindowBridge {
  return {
    archive: methodsOf(archiveMethods, (method: keyof ArchiveApi, request, callId) =>
      outcomeOf(archive.call(method, request, callId)),
    ) as unknown as WindowBridge['archive'],
    shell: methodsOf(shellMethods, (method: keyof ShellApi, request) =>
      shell.call(method, request),
    ) as unknown as WindowBridge['shell'],
    cancel: (callId) => archive.cancel(callId),
    onArchive: (name, listener) =>
      Object.hasOwn(archiveEvents, name) ? archive.on(name, listener) : ignored,
    onShell: (name, listener) => (Object.hasOwn(shellEvents, name) ? shell.on(name, listener) : ignored),
    pathOfFile,
  };
}

function ignored(): void {
  // There is no such event, so there is no subscription to end.
}

function methodsOf<Method extends string>(
  methods: readonly Method[],
  call: (method: Method, request: unknown, callId?: number) => Promise<Outcome<unknown>>,
): Readonly<Record<string, (request: unknown, callId?: number) => Promise<Outcome<unknown>>>> {
  return Object.fromEntries(
    methods.map((method) => [method, (request: unknown, callId?: number) => call(method, request, callId)]),
  );
}

async function outcomeOf(answer: Promise<unknown>): Promise<Outcome<unknown>> {
  try {
    return { value: await answer };
  } catch (thrown) {
    return { failure: toFailure(thrown) };
  }
}
