import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from '../../sqlite.ts';
import { deleteDatabaseFiles } from '../files/library-folder.ts';
import type { LibraryPaths } from '../files/library-paths.ts';

/** Never over a file that was put aside before. The log belongs to the file, and is of no use without it. */
export function putAside(path: string, nowMs: number): string {
  let aside = `${path}.damaged-${Math.floor(nowMs)}`;
  for (let nth = 2; existsSync(aside); nth += 1) aside = `${path}.damaged-${Math.floor(nowMs)}-${nth}`;
  renameSync(path, aside);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  deleteDatabaseFiles(path);
  return aside;
}

/** A file that was put aside, and when. */
export type AsideFile = Readonly<{ path: string; atMs: number }>;

const asideName = /\.damaged-(\d+)(?:-\d+)?$/;

/** The files that were put aside in the place of `path`, newest first. */
export function asideFiles(path: string): AsideFile[] {
  const dir = dirname(path);
  const name = basename(path);
  return readdirSync(dir)
    .filter((file) => file.startsWith(name))
    .flatMap((file) => {
      const atMs = asideName.exec(file.slice(name.length))?.[1];
      return atMs === undefined ? [] : [{ path: join(dir, file), atMs: Number(atMs) }];
    })
    .sort((a, b) => b.atMs - a.atMs);
}

/**
 * Sentences about files that were put aside and that no opening has named yet, but for those that `notices` names: whoever
 * put them aside may have ended before it could say so.
 */
export function nameAsideFiles(paths: LibraryPaths, library: Database, notices: readonly string[]): string[] {
  const all = [paths.library, paths.text, paths.index].flatMap(asideFiles);
  const named = library
    .prepare<{ value: number }>(`SELECT value FROM meta WHERE key = 'asideNamedMs'`)
    .get()?.value;
  const fresh = all.filter(({ atMs }) => atMs > (named ?? -1));
  if (fresh.length === 0) return [];
  const newest = Math.max(...fresh.map(({ atMs }) => atMs));
  library.prepare(`INSERT OR REPLACE INTO meta VALUES ('asideNamedMs', ?)`).run(newest);
  return fresh
    .filter(({ path }) => !notices.some((notice) => notice.includes(path)))
    .map(({ path }) => `${path} was put aside since it was damaged. Delete it once you miss nothing.`);
}
