import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

export type Need = Readonly<{
  /** What is missing, in words for people. */
  what: string;
  /** Debian packages that bring it: the first that this release knows is taken. */
  packages: readonly string[];
}>;

// Names of Debian 12 first, then those since its 64-bit time change (Debian 13, Ubuntu 24.04).
const librariesOf: Readonly<Record<string, string>> = {
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXrandr.so.2': 'libxrandr2',
};

/** The shared libraries that `executable` asks for and this machine lacks. Linux only; elsewhere nothing is missing. */
export function missingLibraries(executable: string): readonly Need[] {
  if (process.platform !== 'linux') return [];
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return missingIn(stdout);
}

/** Reads what `ldd` prints. */
export function missingIn(listing: string): readonly Need[] {
  const names = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)].map((name) => {
    const known = librariesOf[name];
    return { what: name, packages: known === undefined ? [] : [known, `${known}t64`] };
  });
}

/** Without a single font every letter of the window is a box. */
export function missingFonts(folders: readonly string[] = fontFolders()): readonly Need[] {
  if (process.platform !== 'linux' || folders.some(holdsFont)) return [];
  return [{ what: 'any font', packages: ['fonts-dejavu-core'] }];
}

/** Programs that the tests run and this machine lacks. */
export function missingPrograms(programs: Readonly<Record<string, string>>): readonly Need[] {
  if (process.platform !== 'linux') return [];
  const folders = (process.env['PATH'] ?? '').split(':');
  return Object.entries(programs)
    .filter(([program]) => !folders.some((folder) => existsSync(`${folder}/${program}`)))
    .map(([program, name]) => ({ what: program, packages: [name] }));
}

/** Installs what is missing where that is possible, and says so; otherwise throws with the one line to run. */
export function provide(needs: readonly Need[]): void {
  if (needs.length === 0) return;
  const whats = needs.map(({ what }) => what).join(', ');
  const unknown = needs.filter(({ packages }) => packages.length === 0);
  if (unknown.length > 0) throw new Error(`missing on this machine: ${whats}; please install them`);
  const hasApt = existsSync('/usr/bin/apt-get');
  if (!hasApt || process.getuid?.() !== 0) throw new Error(lineToRun(whats, needs, hasApt));

  console.log(`missing on this machine: ${whats}`);
  apt(['update', '-qq']);
  const names = [...new Set(needs.map(({ packages }) => packages.find(isAvailable) ?? packages[0] ?? ''))];
  console.log(`installing the packages ${names.join(' ')}`);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
}

function lineToRun(whats: string, needs: readonly Need[], hasApt: boolean): string {
  const names = [
    ...new Set(needs.map(({ packages }) => (hasApt && packages.find(isAvailable)) || packages[0])),
  ];
  const line = `sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
  return hasApt
    ? `missing on this machine: ${whats}. Run this, then try again:\n  ${line}`
    : `missing on this machine: ${whats}. Install them; on Debian or Ubuntu:\n  ${line}`;
}

function isAvailable(name: string): boolean {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(stdout);
}

function apt(args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed (${status}):\n${stdout}${stderr}`);
}

function fontFolders(): readonly string[] {
  const home = process.env['HOME'] ?? '/';
  return ['/usr/share/fonts', '/usr/local/share/fonts', `${home}/.fonts`, `${home}/.local/share/fonts`];
}

function holdsFont(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name)));
}
