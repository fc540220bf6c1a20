import { describe, expect, it } from 'vitest';
import { archiveMethods } from '../../electron/contract/requests/archive-requests.ts';
import { shellMethods } from '../../electron/contract/requests/shell-requests.ts';
import { ArchiveLink } from '../../electron/preload/archive-link.ts';
import { ShellLink } from '../../electron/preload/shell-link.ts';
import { windowBridge } from '../../electron/preload/make-bridge.ts';

function bridge(asked: unknown[] = []) {
  const archive = new ArchiveLink();
  archive.lose({ code: 'engine-gone', message: 'it crashed' });
  const shell = new ShellLink((method, request) => {
    asked.push([method, request]);
    return Promise.resolve({ value: 'told' });
  });
  return windowBridge(archive, shell, () => '/a');
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

describe('what the window is given', () => {
  it('is functions only, one for every method', () => {
    const given = bridge();
    expect(new Set(leaves(given).map((leaf) => typeof leaf))).toEqual(new Set(['function']));
    expect(Object.keys(given.archive)).toEqual(archiveMethods);
    expect(Object.keys(given.shell)).toEqual(shellMethods);
    expect(Object.keys(given).sort()).toEqual([
      'archive',
      'cancel',
      'onArchive',
      'onShell',
      'pathOfFile',
      'shell',
    ]);
  });

  it('answers with failures as values, which keep their fields on the way to the page', async () => {
    expect(await bridge().archive.status({})).toEqual({
      failure: { code: 'engine-gone', message: 'it crashed' },
    });
  });

  it('names the method itself, whatever the page passes along', async () => {
    const asked: unknown[] = [];
    expect(await bridge(asked).shell.copyText({ text: 'x' })).toEqual({ value: 'told' });
    expect(asked).toEqual([['copyText', { text: 'x' }]]);
  });

  it('ends a subscription to an event that does not exist without a word', () => {
    const stop = bridge().onArchive('__proto__' as 'noticed', () => undefined);
    expect(stop()).toBeUndefined();
  });
});
