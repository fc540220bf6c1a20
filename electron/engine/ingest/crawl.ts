import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FailureCodeOfFile } from '../../contract/archive-api.ts';
import { isUnder } from '../library/sources/source-paths.ts';

export type Found =
  | Readonly<{ kind: 'file'; path: string }>
  | Readonly<{
      kind: 'failed';
      path: string;
      code: FailureCodeOfFile;
      reason: string;
      /** It is a folder, of which nothing is known now: what was in it before has not vanished. */
      folder: boolean;
    }>;

type Folder = Readonly<{ path: string; viaLink: boolean }>;

const listed = 256;

/** Whether Microfiche reads this kind of file. */
export function isArticleFile(path: string): boolean {
  // macOS leaves a `._name` beside a file on other file systems: its attributes, no text.
  return path.toLowerCase().endsWith('.txt') && !basename(path).startsWith('._');
}

/**
 * Lists the article files under `root`, a few hundred at a time and holding no more than the folders that are still
 * to be read. Links to folders are followed once, after the folders proper, so that a folder is known by its own
 * path where it has one. `skip`: paths that belong to another source.
 */
export async function* crawl(root: string, skip: ReadonlySet<string>): AsyncGenerator<readonly Found[]> {
  const kind = await kindOf(root);
  if (kind === 'file') {
    yield [isArticleFile(root) ? { kind: 'file', path: root } : unsupported(root)];
    return;
  }
  const visited = new Set<string>();
  for (const other of skip) {
    const real = await realPathOf(other);
    if (real !== null) visited.add(real);
  }
  const folders: Folder[] = [{ path: root, viaLink: false }];
  const links: Folder[] = [];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop() ?? links.shift()) {
    const real = await realPathOf(folder.path);
    if (real === null) continue;
    if (visited.has(real)) {
      if (folder.viaLink && isUnder(folder.path, real)) yield [linkFailure(folder.path, 'ELOOP')];
      continue;
    }
    visited.add(real);
    yield* listFolder(folder.path, skip, folders, links);
  }
}

async function* listFolder(
  path: string,
  skip: ReadonlySet<string>,
  folders: Folder[],
  links: Folder[],
): AsyncGenerator<readonly Found[]> {
  let found: Found[] = [];
  try {
    for await (const entry of await opendir(path, { bufferSize: listed })) {
      const child = join(path, entry.name);
      if (skip.has(child)) continue;
      const item = await look(child, entry, folders, links);
      if (item !== null) found.push(item);
      if (found.length < listed) continue;
      yield found;
      found = [];
    }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      const reason = `this folder can't be listed: ${errorCode(error)}`;
      found.push({ kind: 'failed', path, code: 'unreadable', reason, folder: true });
    }
  }
  yield found;
}

async function look(path: string, entry: Dirent, folders: Folder[], links: Folder[]): Promise<Found | null> {
  const link = entry.isSymbolicLink();
  const known = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : null;
  const kind = known ?? (await kindOf(path));
  if (kind === 'folder') {
    if (link) links.push({ path, viaLink: true });
    else folders.push({ path, viaLink: false });
    return null;
  }
  if (kind === 'ELOOP') return linkFailure(path, kind);
  if (!isArticleFile(path)) return null;
  if (path.includes('\ufffd')) {
    return { kind: 'failed', path, code: 'unreadable', reason: 'its name is not valid UTF-8', folder: false };
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
        reason: 'this link leads back to where it is',
        folder: false,
      }
    : {
        kind: 'failed',
        path,
        code: 'unreadable',
        reason: 'this link leads to a file that is not there',
        folder: false,
      };
}

function unsupported(path: string): Found {
  return { kind: 'failed', path, code: 'unsupported', reason: 'only .txt files can be read', folder: false };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
