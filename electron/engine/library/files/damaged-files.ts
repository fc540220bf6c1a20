import { FailureError } from '../../../contract/failure.ts';
import { listBackups } from './backup.ts';
import type { LibraryPaths } from './library-paths.ts';

/** `text.sqlite` can't be read; `WritableLibrary.replaceTexts` is the cure. */
export class DamagedTexts extends FailureError {
  /** What SQLite said. */
  readonly saying: string;

  constructor({ text }: LibraryPaths, saying: string) {
    super({
      code: 'damaged',
      message:
        `${text} is damaged (${saying}). Check the library with repair (“microfiche check --repair”): what can be ` +
        'read of it is kept, and the other articles are read again from their files.',
    });
    this.saying = saying;
  }
}

/** What people did is in `library.sqlite` alone, so that nothing is done to a damaged one without them. */
export function damagedLibrary(paths: LibraryPaths, saying: string): FailureError {
  const message = `${paths.library} is damaged (${saying}), and was left as it is. ${cureOf(paths)}`;
  return new FailureError({ code: 'library-unusable', message });
}

/** Texts without the library that names them: beginning anew would throw away what a backup can bring back. */
export function lostLibrary(paths: LibraryPaths): FailureError {
  const message = `${paths.library} is gone or empty, while the texts of its articles are there. ${cureOf(paths)}`;
  return new FailureError({ code: 'library-unusable', message });
}

function cureOf({ dir, library, backups }: LibraryPaths): string {
  const newest = listBackups(backups).at(-1);
  if (newest === undefined) {
    return (
      `There is no backup in ${backups} yet. Keep the files of ${dir}, move them to another folder, and import the ` +
      'articles again.'
    );
  }
  return (
    `The newest backup is ${newest}. Close Microfiche, move ${library} and, if it is there, ${library}-wal to another ` +
    `folder, copy the backup to ${library}, and open the library again: tags and notes are as they were then, and ` +
    'articles that came later are read again from their files.'
  );
}
