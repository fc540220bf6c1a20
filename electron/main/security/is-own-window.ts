import { isWindowUrl } from './local-urls.ts';

export type Sender = Readonly<{
  senderFrame: Readonly<{ url: string; parent: unknown }> | null;
}>;

/** Messages are heard from the top frame of the window's own page, and from nobody else. */
export function isOwnWindow({ senderFrame }: Sender): boolean {
  return senderFrame !== null && senderFrame.parent === null && isWindowUrl(senderFrame.url);
}
