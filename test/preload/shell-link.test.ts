import { describe, expect, it } from 'vitest';
import { ShellLink } from '../../electron/preload/shell-link.ts';

const link = () => new ShellLink(() => Promise.resolve({ value: undefined }));
const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve));

describe('the line to the shell', () => {
  it('tells paths that were opened before the window listened, once', async () => {
    const shell = link();
    shell.receive('pathsOpened', { paths: ['/a'] });
    shell.receive('pathsOpened', { paths: ['/b'] });
    const heard: unknown[] = [];
    shell.on('pathsOpened', (event) => heard.push(event));
    shell.on('pathsOpened', (event) => heard.push(event));
    await settled();
    expect(heard).toEqual([{ paths: ['/a', '/b'] }, { paths: ['/a', '/b'] }]);
    shell.receive('pathsOpened', { paths: ['/c'] });
    expect(heard.at(-1)).toEqual({ paths: ['/c'] });
    expect(heard).toHaveLength(4);
  });

  it('tells a listener how the engine is when it begins to listen', async () => {
    const shell = link();
    shell.receive('engineState', { state: 'starting', message: null });
    shell.receive('engineState', { state: 'ready', message: null });
    const heard: unknown[] = [];
    shell.on('engineState', (event) => heard.push(event));
    await settled();
    expect(heard).toEqual([{ state: 'ready', message: null }]);
  });

  it('does not keep menu commands for later', async () => {
    const shell = link();
    shell.receive('menuCommand', 'undo');
    const heard: unknown[] = [];
    shell.on('menuCommand', (event) => heard.push(event));
    await settled();
    expect(heard).toEqual([]);
  });

  it('passes nothing on that is no event of the shell', () => {
    const shell = link();
    const heard: unknown[] = [];
    shell.on('constructor' as 'menuCommand', (event) => heard.push(event));
    shell.receive('constructor', 'x');
    shell.receive(7, 'x');
    expect(heard).toEqual([]);
  });

  it('stops telling who stopped listening', () => {
    const shell = link();
    const heard: unknown[] = [];
    const stop = shell.on('menuCommand', (event) => heard.push(event));
    shell.receive('menuCommand', 'undo');
    stop();
    shell.receive('menuCommand', 'redo');
    expect(heard).toEqual(['undo']);
  });
});
