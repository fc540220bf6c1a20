import { describe, expect, it } from 'vitest';
import { isOwnWindow } from '../../../electron/main/security/is-own-window.ts';

const url = 'app://microfiche/index.html';

describe('the sender of a message', () => {
  it('is heard when it is the top frame of the window', () => {
    expect(isOwnWindow({ senderFrame: { url, parent: null } })).toBe(true);
  });

  it.each([
    ['a frame inside the window', { url, parent: {} }],
    ['an article in a frame', { url: 'article://a1/', parent: {} }],
    ['an article that took over the window', { url: 'article://a1/', parent: null }],
    ['a page from the network', { url: 'https://microfiche/index.html', parent: null }],
    ['another host of the scheme', { url: 'app://elsewhere/index.html', parent: null }],
    ['a blank page', { url: 'about:blank', parent: null }],
    ['a page without an address', { url: '', parent: null }],
    ['a frame that is gone', null],
  ])('is refused when it is %s', (_who, senderFrame) => {
    expect(isOwnWindow({ senderFrame })).toBe(false);
  });
});
