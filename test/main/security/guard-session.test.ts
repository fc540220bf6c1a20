import { describe, expect, it } from 'vitest';
import { guardSession } from '../../../electron/main/security/guard-session.ts';
import { fakeSession } from '../../support/fake-electron.ts';

const permissions = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'openExternal',
  'fullscreen',
  'new',
];

function guarded(devTools = false) {
  const fake = fakeSession();
  guardSession(fake.session, { devTools });
  return fake;
}

describe('a guarded session', () => {
  it.each(permissions)('refuses the permission %s, asked for or checked', (permission) => {
    const session = guarded();
    expect([session.grants(permission), session.checks(permission)]).toEqual([false, false]);
  });

  it('refuses devices', () => {
    expect(guarded().device('usb')).toBe(false);
  });

  it.each([
    'http://127.0.0.1:8080/',
    'https://example.org/',
    'ws://localhost/',
    'wss://example.org/',
    'ftp://example.org/x',
    'file:///etc/passwd',
    'chrome://gpu/',
    'chrome-extension://abc/x.js',
    'app://elsewhere/index.html',
    'blob:https://example.org/1',
    'javascript:alert(1)',
    'new-scheme:x',
    'no address at all',
  ])('cancels the request for %s', (url) => {
    expect(guarded(true).cancels(url)).toBe(true);
  });

  it.each([
    'app://microfiche/index.html',
    'article://a1/',
    'data:image/png;base64,AA==',
    'blob:app://microfiche/1f',
  ])('lets %s through', (url) => {
    expect(guarded().cancels(url)).toBe(false);
  });

  it('lets the developer tools load only where there are any', () => {
    const url = 'devtools://devtools/bundled/inspector.html';
    expect([guarded(true).cancels(url), guarded(false).cancels(url)]).toEqual([false, true]);
  });

  it('refuses downloads', () => {
    expect(guarded().refusesDownload()).toBe(true);
  });

  it('leaves no language to check the spelling of, for which a dictionary would be fetched', () => {
    expect(guarded().spelling).toEqual({ enabled: false, languages: [] });
  });
});
