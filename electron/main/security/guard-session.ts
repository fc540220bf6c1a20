import type { Session } from 'electron';
import { isLocalUrl } from './local-urls.ts';

export type GuardedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'on'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/** Refuses every permission, every download, and every request that is not to one of the app's own protocols. */
export function guardSession(session: GuardedSession, options: Readonly<{ devTools: boolean }>): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isLocalUrl(url, options.devTools) });
  });
  session.on('will-download', (event) => event.preventDefault());
  // Electron fetches a dictionary as soon as a session exists, past the filter above, unless no language is left.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
