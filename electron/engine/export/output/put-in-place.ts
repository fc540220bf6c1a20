import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FailureError } from '../../../contract/failure.ts';
import { sentence, type Sentence } from '../../../words/sentence.ts';

/** Where something is written before it has its name: in the same folder, so that giving it the name is one step. */
export function asideOf(path: string, mark: string): string {
  return join(dirname(path), `.${basename(path)}.${mark}.part`);
}

/** Gives what was written aside its name, for good. */
export function putInPlace(aside: string, path: string): void {
  renameSync(aside, path);
  syncFolder(dirname(path));
}

export function discard(aside: string): void {
  rmSync(aside, { recursive: true, force: true });
}

/** So that a new name outlives a power failure; Windows opens no folders, and has no need of it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** A file may be written over, a folder never. */
export function refuseFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw refused(sentence('export.is-folder', { path }));
  }
}

export function refuseWhereIs(path: string): void {
  if (existsSync(path)) throw refused(sentence('export.is-there', { path }));
}

function refused(message: Sentence): FailureError {
  return new FailureError({ code: 'bad-request', message });
}
