import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { FailureError, toFailure } from '../../contract/failure.ts';
import { shellRequests } from '../../contract/requests/shell-requests.ts';
import type { ShellApi } from '../../contract/shell-api.ts';
import type { Outcome } from '../../contract/window-bridge.ts';
import { isOwnWindow, type Sender } from '../security/is-own-window.ts';

/** Serves the shell to the window's own page: first who asks, then whether the request can be read, then the act. */
export function serveShell(ipcMain: Pick<IpcMain, 'handle'>, shell: ShellApi): void {
  ipcMain.handle('shell', (event: IpcMainInvokeEvent, method: unknown, request: unknown) =>
    shellOutcome(shell, event, method, request),
  );
}

export async function shellOutcome(
  shell: ShellApi,
  sender: Sender,
  method: unknown,
  request: unknown,
): Promise<Outcome<unknown>> {
  try {
    if (!isOwnWindow(sender)) throw refused('the shell serves the window only');
    if (!isMethod(method)) throw refused(`the shell has no method ${JSON.stringify(method)}`);
    const parsed = shellRequests[method](request);
    return { value: await shell[method](parsed as never) };
  } catch (thrown) {
    return { failure: toFailure(thrown) };
  }
}

function isMethod(method: unknown): method is keyof ShellApi {
  return typeof method === 'string' && Object.hasOwn(shellRequests, method);
}

function refused(message: string): FailureError {
  return new FailureError({ code: 'bad-request', message });
}
