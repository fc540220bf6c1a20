import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../electron/contract/failure.ts';
import type { ShellApi } from '../../../electron/contract/shell-api.ts';
import { shellMethods } from '../../../electron/contract/requests/shell-requests.ts';
import { shellOutcome } from '../../../electron/main/shell/serve-shell.ts';

const window = { senderFrame: { url: 'app://microfiche/index.html', parent: null } };
const frame = { senderFrame: { url: 'article://a1/', parent: {} } };

function recorded(): { shell: ShellApi; asked: unknown[] } {
  const asked: unknown[] = [];
  const methods = shellMethods.map((method) => [
    method,
    (request: unknown) => {
      asked.push([method, request]);
      return method === 'print'
        ? Promise.reject(new FailureError({ code: 'not-found', message: 'no printer' }))
        : Promise.resolve('done');
    },
  ]);
  return { shell: Object.fromEntries(methods) as ShellApi, asked };
}

describe('the served shell', () => {
  it('does what the window asks', async () => {
    const { shell, asked } = recorded();
    expect(await shellOutcome(shell, window, 'copyText', { text: 'x', more: 1 })).toEqual({ value: 'done' });
    expect(asked).toEqual([['copyText', { text: 'x' }]]);
  });

  it('hands failures over as values', async () => {
    expect(await shellOutcome(recorded().shell, window, 'print', {})).toEqual({
      failure: { code: 'not-found', message: 'no printer' },
    });
  });

  it.each([
    ['a sub-frame', frame, 'copyText', { text: 'x' }],
    ['nobody', { senderFrame: null }, 'copyText', { text: 'x' }],
    ['the window, for a method that is none', window, 'constructor', {}],
    ['the window, for no method', window, undefined, {}],
    ['the window, with a request that can not be read', window, 'openLibrary', { libraryDir: 'relative' }],
  ])('does nothing for %s', async (_who, sender, method, request) => {
    const { shell, asked } = recorded();
    expect(await shellOutcome(shell, sender, method, request)).toMatchObject({
      failure: { code: 'bad-request' },
    });
    expect(asked).toEqual([]);
  });
});
