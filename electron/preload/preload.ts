import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Outcome } from '../contract/window-bridge.ts';
import { ArchiveLink } from './archive-link.ts';
import { portOfDocument } from './dom-port.ts';
import { ShellLink } from './shell-link.ts';
import { windowBridge } from './make-bridge.ts';

const archive = new ArchiveLink();
const shell = new ShellLink(
  (method, request) => ipcRenderer.invoke('shell', method, request) as Promise<Outcome<unknown>>,
);

ipcRenderer.on('port', (event) => {
  const [port] = event.ports;
  if (port !== undefined) archive.accept(portOfDocument(port));
});
ipcRenderer.on('engine-gone', (_event, message: string) => archive.lose({ code: 'engine-gone', message }));
ipcRenderer.on('shell-event', (_event, name: unknown, payload: unknown) => shell.receive(name, payload));

// A frame inside the page gets no bridge: what it shows is somebody else's text.
if (process.isMainFrame) {
  contextBridge.exposeInMainWorld(
    'archive',
    windowBridge(archive, shell, (file) => (file instanceof File ? webUtils.getPathForFile(file) : '')),
  );
  void shell.call('reconnect', {});
}
