import type { WebContents } from 'electron';
import { isArticleUrl } from './local-urls.ts';

export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>;

/** Keeps a page where it is: it goes nowhere, opens nothing, and holds no webview. */
export function guardContents(contents: GuardedContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // WebRTC sends datagrams past the request filter; without a proxy this leaves it no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

type FrameNavigation = Readonly<{
  url: string;
  isMainFrame: boolean;
  /** Absent where it was no frame. */
  initiator?: Readonly<{ parent: unknown }> | null | undefined;
}>;

/** Only the frame inside the window moves, only to an article, and not by itself: an article leads to no other. */
function mayNavigate({ url, isMainFrame, initiator }: FrameNavigation): boolean {
  const isByItself = initiator !== undefined && initiator !== null && initiator.parent !== null;
  return !isMainFrame && !isByItself && isArticleUrl(url);
}
