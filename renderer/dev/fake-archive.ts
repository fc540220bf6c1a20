import type { ArchiveEvents } from '../../electron/contract/archive-api.ts';
import { archiveMethods } from '../../electron/contract/requests/archive-requests.ts';
import { FailureError, toFailure, type Failure } from '../../electron/contract/failure.ts';
import type { ShellEvents } from '../../electron/contract/shell-api.ts';
import { shellMethods } from '../../electron/contract/requests/shell-requests.ts';
import type { WindowBridge } from '../../electron/contract/window-bridge.ts';
import { createFakeArchiveApi } from './fake-archive-api.ts';
import { FakeEvents } from './fake-events.ts';
import { createFakeShell } from './fake-shell.ts';
import { readScenario, type Scenario } from './scenario.ts';

const diesAfterMs = 1500;
const backAfterMs = 8000;

type Call = (request: unknown) => unknown;

/**
 * What the preload script would expose, over an archive in memory; the state is named by the address of the
 * page, for example `?state=importing&theme=dark&view=sources`.
 */
export function createFakeArchive(scenario?: Scenario): WindowBridge {
  const { state, latencyMs, memory } = scenario ?? readScenario(new URLSearchParams(window.location.search));
  const archiveEvents = new FakeEvents<ArchiveEvents>();
  const shellEvents = new FakeEvents<ShellEvents>();
  const archive = createFakeArchiveApi(state, archiveEvents);
  const shell = createFakeShell(memory);
  const given = new Map<number, (failure: Failure) => void>();
  let gone = false;

  if (state === 'restarting' || state === 'gone') {
    setTimeout(() => {
      gone = true;
      const dead = state === 'gone';
      const message = dead ? 'The archive could not be started again: the disk is full.' : null;
      shellEvents.emit('engineState', { state: dead ? 'failed' : 'restarting', message });
    }, diesAfterMs);
  }
  if (state === 'restarting') {
    setTimeout(() => {
      gone = false;
      shellEvents.emit('engineState', { state: 'ready', message: null });
    }, backAfterMs);
  }

  async function settle(call: () => unknown, callId: number | undefined): Promise<unknown> {
    const cancelled = new Promise<Failure>((resolve) => {
      if (callId !== undefined) given.set(callId, resolve);
    });
    const answered = async (): Promise<unknown> => {
      await new Promise((resolve) => setTimeout(resolve, latencyMs));
      if (gone)
        throw new FailureError({ code: 'engine-gone', message: 'The archive is being started again.' });
      return call();
    };
    const outcome = answered().then(
      (value) => ({ value }),
      (thrown: unknown) => ({ failure: toFailure(thrown) }),
    );
    return Promise.race([outcome, cancelled.then((failure) => ({ failure }))]);
  }

  function bridged(api: object, names: readonly string[]): unknown {
    const calls = api as Readonly<Record<string, Call>>;
    const entries = names.map((name) => {
      const answer = calls[name] ?? (() => notInvented(name));
      const method = async (request: unknown, callId?: number): Promise<unknown> =>
        await settle(() => answer(request), callId);
      return [name, method] as const;
    });
    return Object.fromEntries(entries);
  }

  return {
    archive: bridged(archive, archiveMethods) as WindowBridge['archive'],
    shell: bridged(shell, shellMethods) as WindowBridge['shell'],
    cancel: (callId) => given.get(callId)?.({ code: 'cancelled', message: 'Given up.' }),
    onArchive: (name, listener) => archiveEvents.on(name, listener),
    onShell: (name, listener) => shellEvents.on(name, listener),
    pathOfFile: (file) => (file instanceof File ? `/home/ada/Dropped/${file.name}` : ''),
  };
}

function notInvented(method: string): never {
  throw new FailureError({ code: 'not-found', message: `The archive in memory has no ${method}.` });
}
