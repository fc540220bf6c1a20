import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { sha256Of } from '../../sha256.ts';
import type { Database } from '../../sqlite.ts';
import { isThere } from './source-paths.ts';

/** A file of a source as it was read last. */
export type SampleFile = Readonly<{
  path: string;
  size: number;
  /** Of the whole file, hexadecimal; null where several articles are in it. */
  sha256: string | null;
}>;

/** So many files speak for all of a source; which ones does not depend on their names. */
const samples = 16;
/** A folder that was edited since it was moved is still the one. */
const minShareFound = 0.5;
/** Folders above that may have been renamed, and how many are looked at beside each. */
const levelsUp = 4;
const foldersBeside = 500;

/** Some files of a source, that tell whether a folder holds what it held. */
export function sampleFiles(library: Database, source: number): SampleFile[] {
  return library
    .prepare<SampleFile>(
      `SELECT path, max(size) AS size, CASE WHEN max(record) = '' THEN lower(hex(max(sha256))) END AS sha256
       FROM locations WHERE source = ? AND missing = 0 GROUP BY path ORDER BY sha256, path LIMIT ?`,
    )
    .all(source, samples);
}

/** Whether what `files` were under `root` is under `folder` now, by content and not by name and time alone. */
export async function holdsFiles(
  folder: string,
  files: readonly SampleFile[],
  root: string,
): Promise<boolean> {
  let found = 0;
  for (const { path, size, sha256 } of files) {
    if (await isSameFile(join(folder, relative(root, path)), size, sha256)) found += 1;
  }
  return found > 0 && found >= files.length * minShareFound;
}

/** Where a folder that is gone from `root` is now: beside its old place, or where a folder around it was renamed. */
export async function findMovedFolder(root: string, files: readonly SampleFile[]): Promise<string | null> {
  let renamed = root;
  for (let level = 0; level < levelsUp && dirname(renamed) !== renamed; level += 1) {
    const below = relative(renamed, root);
    for (const beside of await foldersIn(dirname(renamed))) {
      if (beside === basename(renamed)) continue;
      const folder = join(dirname(renamed), beside, below);
      if (await holdsFiles(folder, files, root)) return folder;
    }
    // What is above is where it was: only below it something was renamed.
    if (await isThere(dirname(renamed))) return null;
    renamed = dirname(renamed);
  }
  return null;
}

async function foldersIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .slice(0, foldersBeside);
  } catch {
    // It is gone as well, or nobody may look into it: nothing is found there.
    return [];
  }
}

async function isSameFile(path: string, size: number, sha256: string | null): Promise<boolean> {
  try {
    if ((await stat(path)).size !== size) return false;
    if (sha256 === null) return true;
    return sha256Of(await readFile(path)).toString('hex') === sha256;
  } catch {
    // Not there.
    return false;
  }
}
