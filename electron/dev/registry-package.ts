import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export type RegistryPackage = Readonly<{
  /** An exact version: `name@1.2.3`. */
  spec: string;
  /** The sha512 that the registry names for its tarball, as `sha512-…`. */
  integrity: string;
}>;

export type Unpacking = Readonly<{
  /** Paths inside the package that are left out, with everything below them. */
  without?: readonly string[];
  /** Changes the unpacked files before the folder gets its final name. */
  finish?: (folder: string) => Promise<void>;
}>;

/** Unpacks a package of the npm registry into `folder`, once; throws when its bytes are not those pinned. */
export async function unpackRegistryPackage(
  { spec, integrity }: RegistryPackage,
  folder: string,
  { without = [], finish }: Unpacking = {},
): Promise<string> {
  if (existsSync(folder)) return folder;
  const tarball = await fetchTarball({ spec, integrity });
  const aside = `${folder}.${process.pid}.part`;
  await mkdir(aside, { recursive: true });
  try {
    const excluded = without.map((path) => `--exclude=package/${path}`);
    run('tar', ['-xzf', tarball, '-C', aside, '--strip-components=1', '--no-same-owner', ...excluded]);
    await finish?.(aside);
    await rename(aside, folder);
  } catch (error) {
    // Another process may have finished the same folder meanwhile; its files are the same.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

/** Throws unless the file has the checksum that `integrity` (`sha512-` and base64) names. */
export async function verifyIntegrity(file: string, integrity: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) {
    throw new Error(
      `${basename(file)} is not the file that was pinned: expected ${integrity}, found ${found}`,
    );
  }
}

// Tarballs are kept for the person, not for the checkout: a fresh clone need not fetch them again.
async function fetchTarball({ spec, integrity }: RegistryPackage): Promise<string> {
  const shelf = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'microfiche-development');
  const kept = join(shelf, `${spec.replace(/^@/, '').replace(/[/@]/g, '-')}.tgz`);
  if (existsSync(kept)) {
    try {
      await verifyIntegrity(kept, integrity);
      return kept;
    } catch {
      // Damaged or tampered with on disk: fetched anew below, and checked again.
      await rm(kept);
    }
  }
  await mkdir(shelf, { recursive: true });
  const aside = await mkdtemp(join(shelf, 'fetch-'));
  try {
    console.log(`fetching ${spec} from the npm registry`);
    run('npm', ['pack', spec, '--silent', '--pack-destination', aside]);
    const [name] = await readdir(aside);
    if (name === undefined) throw new Error(`npm pack ${spec} left no file`);
    await verifyIntegrity(join(aside, name), integrity);
    await rename(join(aside, name), kept);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return kept;
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${status}): ${stderr.trim()}`);
}
