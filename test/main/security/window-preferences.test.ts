import { expect, it } from 'vitest';
import { windowPreferences } from '../../../electron/main/security/window-preferences.ts';

it('gives the page the sandbox, a world of its own, and no Node', () => {
  expect(windowPreferences('/preload.cjs', false)).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});
