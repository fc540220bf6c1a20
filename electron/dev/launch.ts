import { chmodSync, chownSync, copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from './checkout.ts';
import type { Runtime } from './runtime.ts';
import { isReadableBy, stage } from './staging.ts';

/** The user `nobody`, who owns nothing that matters. */
export const ordinaryUid = 65_534;

export type Launch = Readonly<{
  executable: string;
  /** What goes before the app's own arguments. */
  args: readonly string[];
  /** What the process needs beside the caller's environment. */
  env: Readonly<Record<string, string>>;
}>;

/** True when Electron must give up root before it starts. */
export function mustDropRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * How to start the built app of a checkout, without a `dir` of this one. `home` is the app's home folder, used only when dropping
 * root. Another checkout has to be readable by everybody.
 */
export function prepareLaunch(runtime: Runtime, home: string, dir: string = checkout): Launch {
  if (!mustDropRoot()) {
    return { executable: runtime.executable, args: runtime.takesAppPath ? [dir] : [], env: {} };
  }
  const { runtime: readable, app } =
    dir !== checkout || isReadableBy(ordinaryUid, runtime) ? { runtime, app: dir } : stage(runtime);
  return { ...dropRoot(readable.executable, home), args: readable.takesAppPath ? [app] : [] };
}

/** How root starts `executable` as an ordinary user; `home` becomes that user's. */
export function dropRoot(executable: string, home: string): Omit<Launch, 'args'> {
  giveAway(home);
  copyXAuthority(home);
  return {
    executable: join(checkout, 'electron/dev/unprivileged.sh'),
    env: {
      MICROFICHE_ELECTRON: executable,
      MICROFICHE_HOME: home,
      MICROFICHE_UID: String(ordinaryUid),
    },
  };
}

/** Makes a folder that the user who runs the app may write to; the caller removes it. */
export function makeSharedFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  giveAway(folder);
  return folder;
}

/** The home of an app that was started by root: kept from one start to the next. */
export function lastingHome(): string {
  const home = '/var/tmp/microfiche-home';
  if (!existsSync(home)) {
    mkdirSync(home, { mode: 0o700 });
    giveAway(home);
  }
  const found = lstatSync(home);
  if (!found.isDirectory() || found.uid !== ordinaryUid) throw new Error(`${home} belongs to somebody else`);
  return home;
}

function giveAway(path: string): void {
  if (mustDropRoot()) chownSync(path, ordinaryUid, ordinaryUid);
}

// The cookie of root's X session, without which the X server turns another user away.
function copyXAuthority(home: string): void {
  const cookie = process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority');
  if (!existsSync(cookie)) return;
  const copy = join(home, '.Xauthority');
  copyFileSync(cookie, copy);
  chmodSync(copy, 0o600);
  giveAway(copy);
}
