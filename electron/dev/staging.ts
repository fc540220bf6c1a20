import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { cacheDir, checkout } from './checkout.ts';
import { shippedPackages } from './shipped-packages.ts';
import type { Runtime } from './runtime.ts';

export type Place = Readonly<{ runtime: Runtime; app: string }>;

/** True when the user `uid` can read all that the running app reads: a checkout below /root is closed to others. */
export function isReadableBy(uid: number, runtime: Runtime): boolean {
  return canRead(uid, [runtime.folder, ...appPaths().map((path) => join(checkout, path))]);
}

/** True when the user `uid` can read every one of `paths` and all below them. */
export function canRead(uid: number, paths: readonly string[]): boolean {
  const asUser = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--'];
  const search = ['find', ...paths, '!', '-type', 'l', '!', '-readable', '-print', '-quit'];
  const { status, stdout } = spawnSync('setpriv', [...asUser, ...search], { encoding: 'utf8', cwd: '/' });
  return status === 0 && stdout === '';
}

/** Lets everybody read `folder` and all below it. */
export function openToAll(folder: string): void {
  const { status, stderr } = spawnSync('chmod', ['-R', 'a+rX', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`chmod of ${folder} failed: ${stderr.trim()}`);
}

/** Copies runtime and app to a folder that everybody may read: the runtime once, the app once a process. */
export function stage(runtime: Runtime): Place {
  staged ??= copyToStage(runtime);
  return staged;
}

// Kept, so that a second app does not pull the files from under the first.
let staged: Place | undefined;

function copyToStage(runtime: Runtime): Place {
  const folder = stageFolder();
  const app = join(folder, 'app');
  const copy = join(folder, `electron-${runtime.version}`);
  if (!existsSync(copy)) {
    cpSync(runtime.folder, copy, { recursive: true, filter: (path) => !path.endsWith('/resources/app') });
    if (!runtime.takesAppPath) symlinkSync('../../app', join(copy, 'resources/app'));
  }
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app);
  for (const path of appPaths()) cpSync(join(checkout, path), join(app, path), { recursive: true });
  openToAll(folder);
  const executable = join(copy, relative(runtime.folder, runtime.executable));
  return { runtime: { ...runtime, folder: copy, executable }, app };
}

// A fresh random name in a folder where anybody may make files; a note in the cache lets later runs find it again.
function stageFolder(): string {
  const note = join(cacheDir, 'stage.txt');
  if (existsSync(note)) {
    const noted = readFileSync(note, 'utf8');
    const found = lstatSync(noted, { throwIfNoEntry: false });
    if (found?.isDirectory() === true && found.uid === process.getuid?.()) return noted;
  }
  const folder = mkdtempSync(join(tmpdir(), 'microfiche-stage-'));
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(note, folder);
  return folder;
}

function appPaths(): readonly string[] {
  return ['package.json', 'dist', 'assets', ...shippedPackages()].filter((path) =>
    existsSync(join(checkout, path)),
  );
}
