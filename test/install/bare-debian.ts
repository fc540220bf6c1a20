import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../electron/dev/checkout.ts';

const release = 'bookworm';
/** A command that takes longer hangs. */
const limitMs = 5 * 60_000;
const usualMirror = 'http://deb.debian.org/debian';
const places = '/var/tmp/microfiche-install-test';
const base = join(places, 'base');
const enter = join(checkout, 'test/install/enter.sh');

export type Ran = Readonly<{ status: number; output: string }>;
export type Runs = Readonly<{
  /** Root when not given. */
  user?: string;
  env?: Readonly<Record<string, string>>;
  /** A folder on which nothing can be written. */
  readOnly?: string;
}>;

/** What desktops bring to find apps and open files, and a font. */
const desktop = [
  'desktop-file-utils',
  'shared-mime-info',
  'libglib2.0-bin',
  'fonts-dejavu-core',
  'xdg-utils',
];

/** A Debian 12 with nothing but what every Debian has, in a folder of its own; made by debootstrap, as root. */
export class BareDebian {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** Makes a fresh one of what `prepare` made. */
  static make(): BareDebian {
    BareDebian.prepare([]);
    const root = join(places, 'root');
    rmSync(root, { recursive: true, force: true });
    run('cp', ['-a', base, root]);
    return new BareDebian(root);
  }

  /**
   * Makes what each is copied from, with what desktops bring and a person whose name is `reader`. `wanted`: packages that are
   * fetched already, with all that they need, and not installed. Kept for the next time.
   */
  static prepare(wanted: readonly string[]): void {
    if (existsSync(base)) return;
    mkdirSync(places, { recursive: true });
    const begun = `${base}.begun`;
    rmSync(begun, { recursive: true, force: true });
    run('debootstrap', ['--variant=minbase', release, begun, mirror()]);
    cpSync('/etc/resolv.conf', join(begun, 'etc/resolv.conf'), { dereference: true });
    const debian = new BareDebian(begun);
    debian.run(['useradd', '--create-home', '--shell', '/bin/sh', 'reader']);
    debian.run(['apt-get', 'update', '-qq']);
    debian.install(...desktop);
    if (wanted.length > 0) debian.install('--download-only', ...wanted);
    renameSync(begun, base);
  }

  /** With what the packages need, and without what they only recommend. */
  install(...names: readonly string[]): void {
    this.run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names]);
  }

  /** Runs a command to its end; fails when it fails, with what it printed. */
  run(command: readonly string[], runs: Runs = {}): string {
    const { status, output } = this.try(command, runs);
    if (status !== 0) throw new Error(`${command.join(' ')} failed (${status}):\n${output}`);
    return output;
  }

  /** As `run`, for a command that may fail. */
  try(command: readonly string[], runs: Runs = {}): Ran {
    const [program = '', ...args] = this.#entering(command, runs);
    const ran = spawnSync(program, args, {
      env: environment(runs),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      timeout: limitMs,
    });
    return { status: ran.status ?? 1, output: `${ran.stdout}${ran.stderr}`.trim() };
  }

  /** Starts a command that goes on by itself. Its processes are a group of their own. */
  start(command: readonly string[], runs: Runs = {}): ChildProcess {
    const [program = '', ...args] = this.#entering(command, runs);
    return spawn(program, args, { env: environment(runs), stdio: 'ignore', detached: true });
  }

  /** Every file of the system, but for what apt and dpkg keep of their own work, and people's homes. */
  files(): ReadonlySet<string> {
    const listed = this.run([
      'find',
      '/',
      '-xdev',
      '(',
      '-path',
      '/proc',
      '-o',
      '-path',
      '/sys',
      '-o',
      '-path',
      '/dev',
      '-o',
      '-path',
      '/tmp',
      '-o',
      '-path',
      '/var/cache',
      '-o',
      '-path',
      '/var/lib/apt',
      '-o',
      '-path',
      '/var/lib/dpkg',
      '-o',
      '-path',
      '/var/log',
      '-o',
      '-path',
      '/home',
      ')',
      '-prune',
      '-o',
      '-print',
    ]);
    return new Set(listed.split('\n'));
  }

  /** The folder of a path in it, as this machine sees it. */
  path(inside: string): string {
    return join(this.root, inside);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #entering(command: readonly string[], { user, readOnly }: Runs): readonly string[] {
    const asUser = user === undefined ? command : ['runuser', '-u', user, '--', ...command];
    const env = readOnly === undefined ? [] : ['env', `READ_ONLY=${readOnly}`];
    return ['unshare', '--mount', '--', ...env, enter, this.root, ...asUser];
  }
}

function environment({ user, env = {} }: Runs): NodeJS.ProcessEnv {
  const home = user === undefined ? '/root' : `/home/${user}`;
  const { http_proxy, https_proxy, DISPLAY } = process.env;
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    DEBIAN_FRONTEND: 'noninteractive',
    ...(http_proxy === undefined ? {} : { http_proxy }),
    ...(https_proxy === undefined ? {} : { https_proxy }),
    ...(DISPLAY === undefined ? {} : { DISPLAY }),
    ...env,
  };
}

/** Where this machine has its own Debian packages from. */
function mirror(): string {
  const folder = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []),
  ];
  const texts = files.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8'));
  return /https?:\/\/\S+\/debian\/?(?=\s)/u.exec(texts.join('\n'))?.[0] ?? usualMirror;
}

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed (${status}):\n${stdout.slice(-2000)}${stderr}`);
}
