import { FailureError } from '../../../contract/failure.ts';
import { sentence, type Said, type Sentence } from '../../../words/sentence.ts';
import { listBackups } from './backup.ts';
import type { LibraryPaths } from './library-paths.ts';

/** `text.sqlite` can't be read; `WritableLibrary.replaceTexts` is the cure. */
export class DamagedTexts extends FailureError {
  /** What SQLite said. */
  readonly saying: string;

  constructor({ text }: LibraryPaths, saying: string) {
    super({
      code: 'damaged',
      message: sentence('trouble.texts-damaged', { path: text, why: saying }),
    });
    this.saying = saying;
  }
}

/** What people did is in `library.sqlite` alone, so that nothing is done to a damaged one without them. */
export class DamagedLibrary extends FailureError {
  constructor(paths: LibraryPaths, saying: Said) {
    const { library } = paths;
    super({
      code: 'library-unusable',
      message: sentence('trouble.library-damaged', { path: library, why: saying, cure: cureOf(paths) }),
    });
  }
}

/** Texts without the library that names them: beginning anew would throw away what a backup can bring back. */
export function lostLibrary(paths: LibraryPaths): FailureError {
  const message = sentence('trouble.library-lost', { path: paths.library, cure: cureOf(paths) });
  return new FailureError({ code: 'library-unusable', message });
}

/** How the newest backup is put in the place of the library. */
export function cureOf({ dir, library, backups }: LibraryPaths): Sentence {
  const newest = listBackups(backups).at(-1);
  if (newest === undefined) {
    return sentence('cure.no-backup', { backups, dir });
  }
  return sentence('cure.backup', { newest, library });
}
