import { FailureError, saidBy } from '../../../contract/failure.ts';
import { type Said, sentence } from '../../../words/sentence.ts';
import { accessSync, constants, existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ownerFolder } from '../../owner-only.ts';

/**
 * File systems that reach over a network, by the `f_type` that Linux's statfs(2) gives. SQLite's write-ahead log
 * needs memory shared by all its readers, which no network share has (https://sqlite.org/wal.html).
 */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x73757245, 'Coda'],
  [0x564c, 'NCP'],
]);

/** The name of the network file system with this statfs type, or null for a file system that can hold a library. */
export function networkFileSystem(type: number): string | null {
  return networkFileSystems.get(type >>> 0) ?? null;
}

function unusable(message: Said): FailureError {
  return new FailureError({ code: 'library-unusable', message });
}

/** Folder by folder: Node's own recursive way never returns where nothing can be made, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: ownerFolder });
}

/** Makes the folder of a library when it is missing; fails with `library-unusable` when it can't hold one. */
export function prepareLibraryFolder(libraryDir: string): void {
  if (existsSync(libraryDir) && !statSync(libraryDir).isDirectory()) {
    throw unusable(sentence('trouble.folder-is-file', { path: libraryDir }));
  }
  try {
    makeFolder(libraryDir);
  } catch (error) {
    throw unusable(
      sentence('trouble.folder-not-made', {
        path: libraryDir,
        parent: dirname(libraryDir),
        why: saidBy(error),
      }),
    );
  }
  try {
    accessSync(libraryDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw unusable(sentence('trouble.folder-read-only', { path: libraryDir }));
  }
  refuseNetworkShare(libraryDir);
}

function refuseNetworkShare(libraryDir: string): void {
  const name = process.platform === 'linux' ? networkFileSystem(statfsSync(libraryDir).type) : null;
  const isShare = name !== null || libraryDir.startsWith('\\\\');
  if (!isShare) return;
  throw unusable(
    sentence('trouble.network-share', { path: libraryDir, kind: name === null ? '' : ` (${name})` }),
  );
}

/** Deletes a database and the two files that SQLite keeps next to it. */
export function deleteDatabaseFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
