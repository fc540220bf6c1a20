import type { GuardedContents } from '../../electron/main/security/guard-contents.ts';
import type { GuardedSession } from '../../electron/main/security/guard-session.ts';

type Handler = (...given: never[]) => unknown;

/** A session that keeps what it is given, so that a test can ask it as Chromium would. */
export function fakeSession() {
  const handlers = new Map<string, Handler>();
  const set = (name: string) => (handler: Handler) => void handlers.set(name, handler);
  const spelling = { enabled: true, languages: ['en-US'] };
  const session = {
    setPermissionRequestHandler: set('permission request'),
    setPermissionCheckHandler: set('permission check'),
    setDevicePermissionHandler: set('device permission'),
    setSpellCheckerEnabled: (enabled: boolean) => void (spelling.enabled = enabled),
    setSpellCheckerLanguages: (languages: string[]) => void (spelling.languages = languages),
    webRequest: { onBeforeRequest: set('request') },
    on: (name: string, handler: Handler) => set(name)(handler),
  } as unknown as GuardedSession;

  const ask = (name: string, ...given: unknown[]): unknown => handlers.get(name)?.(...(given as never[]));
  return {
    session,
    spelling,
    grants: (permission: string): unknown => {
      let granted: unknown = 'not asked';
      ask('permission request', null, permission, (answer: unknown) => (granted = answer), {});
      return granted;
    },
    checks: (permission: string): unknown =>
      ask('permission check', null, permission, 'app://microfiche', {}),
    device: (deviceType: string): unknown => ask('device permission', { deviceType }),
    cancels: (url: string): unknown => {
      let answer: unknown = 'not asked';
      ask('request', { url }, (decided: unknown) => (answer = decided));
      return (answer as { cancel?: unknown }).cancel;
    },
    refusesDownload: (): boolean => isPrevented((event) => ask('will-download', event)),
  };
}

/** The contents of a page that keep what they are given. */
export function fakeContents() {
  const handlers = new Map<string, Handler>();
  let openWindow: ((details: unknown) => unknown) | undefined;
  let webRtcPolicy = 'default';
  const contents = {
    on: (name: string, handler: Handler) => void handlers.set(name, handler),
    setWindowOpenHandler: (handler: (details: unknown) => unknown) => void (openWindow = handler),
    setWebRTCIPHandlingPolicy: (policy: string) => void (webRtcPolicy = policy),
  } as unknown as GuardedContents;
  return {
    contents,
    refuses: (event: string, details: Readonly<Record<string, unknown>> = {}): boolean =>
      isPrevented((prevented) => handlers.get(event)?.({ ...details, ...prevented } as never)),
    opens: (url: string): unknown => openWindow?.({ url }),
    webRtcPolicy: (): string => webRtcPolicy,
  };
}

function isPrevented(emit: (event: Readonly<{ preventDefault: () => void }>) => void): boolean {
  let prevented = false;
  emit({ preventDefault: () => void (prevented = true) });
  return prevented;
}
