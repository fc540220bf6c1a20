import { describe, expect, it } from 'vitest';
import { guardContents } from '../../../electron/main/security/guard-contents.ts';
import { fakeContents } from '../../support/fake-electron.ts';

function guarded() {
  const fake = fakeContents();
  guardContents(fake.contents);
  return fake;
}

describe('guarded contents', () => {
  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])(
    'refuse %s, wherever it leads',
    (event) => {
      expect(guarded().refuses(event, { url: 'app://microfiche/index.html' })).toBe(true);
    },
  );

  it.each([
    ['https://example.org/', false],
    ['https://example.org/', true],
    ['article://a1/', true],
    ['app://microfiche/index.html', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
  ])('refuse to take a frame to %s (main frame: %s)', (url, isMainFrame) => {
    expect(guarded().refuses('will-frame-navigate', { url, isMainFrame })).toBe(true);
  });

  it('let the frame inside the window show another article', () => {
    expect(guarded().refuses('will-frame-navigate', { url: 'article://a2/', isMainFrame: false })).toBe(
      false,
    );
  });

  it('let the window show another article in its frame, and no article do so by itself', () => {
    const url = 'article://a2/page';
    const [window, frame] = [{ parent: null }, { parent: {} }];
    const refused = (initiator: unknown) =>
      guarded().refuses('will-frame-navigate', { url, isMainFrame: false, initiator });
    expect([refused(window), refused(null), refused(frame)]).toEqual([false, false, true]);
  });

  it.each(['https://example.org/', 'app://microfiche/index.html', 'about:blank'])(
    'open no window for %s',
    (url) => {
      expect(guarded().opens(url)).toEqual({ action: 'deny' });
    },
  );

  it('leave WebRTC no way to send datagrams', () => {
    expect(guarded().webRtcPolicy()).toBe('disable_non_proxied_udp');
  });
});
