import { isSentence, type Said, sentence, type Sentence } from '../../../words/sentence.ts';
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from '../../sqlite.ts';
import { deleteDatabaseFiles } from '../files/library-folder.ts';
import type { LibraryPaths } from '../files/library-paths.ts';

/** Why a file was put aside: it was damaged, or another library's. */
export type AsideKind = 'damaged' | 'other';

/** Never over a file that was put aside before. The log belongs to the file, and is of no use without it. */
export function putAside(path: string, nowMs: number, kind: AsideKind = 'damaged'): string {
  const first = `${path}.${kind}-${Math.floor(nowMs)}`;
  let aside = first;
  for (let nth = 2; existsSync(aside); nth += 1) aside = `${first}-${nth}`;
  renameSync(path, aside);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  deleteDatabaseFiles(path);
  return aside;
}

/** A file that was put aside, and when. */
export type AsideFile = Readonly<{ path: string; kind: AsideKind; atMs: number }>;

const asideName = /^\.(damaged|other)-(\d+)(?:-\d+)?$/;

/** The files that were put aside in the place of `path`, newest first. */
export function asideFiles(path: string): AsideFile[] {
  const dir = dirname(path);
  const name = basename(path);
  return readdirSync(dir)
    .filter((file) => file.startsWith(name))
    .flatMap((file) => {
      const [, kind, atMs] = asideName.exec(file.slice(name.length)) ?? [];
      if (kind === undefined || atMs === undefined) return [];
      return [
        { path: join(dir, file), kind: kind === 'other' ? kind : 'damaged', atMs: Number(atMs) } as const,
      ];
    })
    .sort((a, b) => b.atMs - a.atMs);
}

/**
 * Sentences about files that were put aside and that no opening has named yet, but for those that `notices` names: whoever
 * put them aside may have ended before it could say so.
 */
export function nameAsideFiles(paths: LibraryPaths, library: Database, notices: readonly Said[]): Sentence[] {
  const all = [paths.library, paths.text, paths.index].flatMap(asideFiles);
  const named = library
    .prepare<{ value: number }>(`SELECT value FROM meta WHERE key = 'asideNamedMs'`)
    .get()?.value;
  const fresh = all.filter(({ atMs }) => atMs > (named ?? -1));
  if (fresh.length === 0) return [];
  const newest = Math.max(...fresh.map(({ atMs }) => atMs));
  library.prepare(`INSERT OR REPLACE INTO meta VALUES ('asideNamedMs', ?)`).run(newest);
  return fresh
    .filter(({ path }) => !notices.some((notice) => names(notice, path)))
    .map(({ path, kind }) =>
      kind === 'damaged' ? sentence('done.damaged-aside', { path }) : sentence('done.other-aside', { path }),
    );
}

function names(notice: Said, path: string): boolean {
  if (typeof notice === 'string') return notice.includes(path);
  return Object.values(notice.values ?? {}).some(
    (value) => value === path || (isSentence(value) && names(value, path)),
  );
}

/** Of what was put aside: the oldest, which may hold most, and so many of the newest. */
const newestKept = 2;

/**
 * Deletes files that were put aside, so that a disk which goes on damaging them is not filled with them. A folder stays, as
 * nobody knows what is in it. Returns a sentence about each.
 */
export function dropAsideFiles(paths: LibraryPaths): Sentence[] {
  return [paths.library, paths.text, paths.index].flatMap((path) => {
    const files = asideFiles(path).filter((aside) => statSync(aside.path).isFile());
    return (['damaged', 'other'] as const).flatMap((kind) =>
      files
        .filter((aside) => aside.kind === kind)
        .slice(newestKept, -1)
        .map((aside) => {
          deleteDatabaseFiles(aside.path);
          return sentence('done.aside-deleted', { path: aside.path, kept: newestKept });
        }),
    );
  });
}
