import { FailureError } from '../../../contract/failure.ts';
import { sentence } from '../../../words/sentence.ts';
import { lstat, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve, sep } from 'node:path';

/** Whether `path` is `root` or lies in it. */
export function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** Whether there is anything at `path`, be it a broken link. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    // What can't be reached, for whatever reason, is not there for us.
    return false;
  }
}

/** A single file (`isFile`) that is gone from a folder that is there has vanished; a folder that is gone is away. */
export async function isReachable(root: string, isFile: boolean): Promise<boolean> {
  if (await isThere(root)) return true;
  if (!isFile) return false;
  try {
    return (await stat(dirname(root))).isDirectory();
  } catch {
    // The folder is gone too, or out of reach: a disk that is away.
    return false;
  }
}

/** The paths in their plain form. Fails with `bad-request` for one that is not absolute, with `not-found` where nothing is. */
export async function existingPaths(paths: readonly string[]): Promise<string[]> {
  const plain = paths.map((path) => {
    if (isAbsolute(path)) return resolve(path);
    throw new FailureError({ code: 'bad-request', message: sentence('trouble.not-absolute', { path }) });
  });
  for (const path of plain) {
    if (await isThere(path)) continue;
    throw new FailureError({ code: 'not-found', message: sentence('trouble.nothing-there', { path }) });
  }
  return plain;
}
