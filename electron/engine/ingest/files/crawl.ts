import { type Said, sentence } from '../../../words/sentence.ts';
import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileFailureCode } from '../../../contract/file-reports.ts';
import { isUnder } from '../../library/sources/source-paths.ts';
import type { FormatTable } from '../formats/format-table.ts';
import { hasEnding, isOfSystem, openingOf, skippedKind } from './skipped-kind.ts';

export type Found =
  | Readonly<{ kind: 'file'; path: string }>
  | Readonly<{
      kind: 'failed';
      path: string;
      code: FileFailureCode;
      reason: Said;
      /** It is a folder, of which nothing is known now: what was in it before has not vanished. */
      folder: boolean;
    }>
  /** It is of a kind that is not read, see `skippedKind`. */
  | Readonly<{ kind: 'skipped'; path: string; skipped: string }>;

type Folder = Readonly<{
  path: string;
  viaLink: boolean;
  /** It, or one around it, is hidden or the system's own: what is not read there does not count. */
  ofSystem: boolean;
}>;

const listed = 256;

/** Whether a file may hold articles, by its name, or by what it opens with where its name has no ending. */
export function isArticleFile(path: string, opening: string, formats: FormatTable): boolean {
  // macOS leaves a `._name` beside a file on other file systems: its attributes, no text.
  if (basename(path).startsWith('._')) return false;
  return formats.takes(path) || formats.takesOpening(opening);
}

/**
 * Lists the article files under `root`, a few hundred at a time and holding no more than the folders that are still
 * to be read. Links to folders are followed once, after the folders proper, so that a folder is known by its own
 * path where it has one. A `root` that is a file is listed whatever its name: somebody has chosen it. `skip`: paths that
 * belong to another source.
 */
export async function* crawl(
  root: string,
  skip: ReadonlySet<string>,
  formats: FormatTable,
): AsyncGenerator<readonly Found[]> {
  const kind = await kindOf(root);
  if (kind === 'file') {
    yield [{ kind: 'file', path: root }];
    return;
  }
  const visited = new Set<string>();
  for (const other of skip) {
    const real = await realPathOf(other);
    if (real !== null) visited.add(real);
  }
  const folders: Folder[] = [{ path: root, viaLink: false, ofSystem: false }];
  const links: Folder[] = [];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop() ?? links.shift()) {
    const real = await realPathOf(folder.path);
    if (real === null) continue;
    if (visited.has(real)) {
      if (folder.viaLink && isUnder(folder.path, real)) yield [linkFailure(folder.path, 'ELOOP')];
      continue;
    }
    visited.add(real);
    yield* listFolder(folder, { skip, formats }, folders, links);
  }
}

async function* listFolder(
  folder: Folder,
  { skip, formats }: Readonly<{ skip: ReadonlySet<string>; formats: FormatTable }>,
  folders: Folder[],
  links: Folder[],
): AsyncGenerator<readonly Found[]> {
  const { path } = folder;
  let found: Found[] = [];
  try {
    for await (const entry of await opendir(path, { bufferSize: listed })) {
      const child = join(path, entry.name);
      if (skip.has(child)) continue;
      const item = await look(child, entry, folder.ofSystem, formats, folders, links);
      if (item !== null) found.push(item);
      if (found.length < listed) continue;
      yield found;
      found = [];
    }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      const reason = sentence('file.folder-not-listed', { why: errorCode(error) });
      found.push({ kind: 'failed', path, code: 'unreadable', reason, folder: true });
    }
  }
  yield found;
}

async function look(
  path: string,
  entry: Dirent,
  isHidden: boolean,
  formats: FormatTable,
  folders: Folder[],
  links: Folder[],
): Promise<Found | null> {
  const link = entry.isSymbolicLink();
  const known = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : null;
  const kind = known ?? (await kindOf(path));
  if (kind === 'folder') {
    const ofSystem = isHidden || isOfSystem(path);
    (link ? links : folders).push({ path, viaLink: link, ofSystem });
    return null;
  }
  if (kind === 'ELOOP') return linkFailure(path, kind);
  const opening = kind === 'file' && !hasEnding(path) ? await openingOf(path) : '';
  if (!isArticleFile(path, opening, formats)) {
    if (kind !== 'file' || isHidden || isOfSystem(path)) return null;
    return { kind: 'skipped', path, skipped: skippedKind(path, opening) };
  }
  if (path.includes('\ufffd')) {
    return {
      kind: 'failed',
      path,
      code: 'unreadable',
      reason: sentence('file.name-not-utf8'),
      folder: false,
    };
  }
  if (kind === 'file') return { kind: 'file', path };
  return link ? linkFailure(path, 'ENOENT') : null;
}

/** What a path leads to, or the code of the error. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'ELOOP' | 'other'> {
  try {
    const stats = await stat(path);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch (error) {
    return errorCode(error) === 'ELOOP' ? 'ELOOP' : 'other';
  }
}

async function realPathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    // Gone, or a loop of links: the caller says which.
    return null;
  }
}

function linkFailure(path: string, code: 'ELOOP' | 'ENOENT'): Found {
  return code === 'ELOOP'
    ? {
        kind: 'failed',
        path,
        code: 'link-loop',
        reason: sentence('file.link-back'),
        folder: false,
      }
    : {
        kind: 'failed',
        path,
        code: 'unreadable',
        reason: sentence('file.link-nowhere'),
        folder: false,
      };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
