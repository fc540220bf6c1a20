import { FailureError } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import { DamagedLibrary, DamagedTexts } from '../library/files/damaged-files.ts';
import { identityOf } from '../library/files/file-identity.ts';
import type { LibraryPaths } from '../library/files/library-paths.ts';
import { refuseOtherFiles } from '../library/opening/own-files.ts';
import { libraryIdOf } from '../library/schema/library-id.ts';
import { openDatabase } from '../sqlite.ts';
import { ArchiveReader, type ReadConnections } from './archive-reader.ts';

export type OpenReader = Readonly<{
  reader: ArchiveReader;
  /** Whether a file is not the one any more that was opened: a repair, perhaps of another process, has replaced it. */
  isReplaced(): boolean;
  close(): void;
}>;

/**
 * Opens the files of a library to be read. Fails with `library-unusable` where they are not of one library, or where somebody
 * is just replacing one.
 */
export function openReader(paths: LibraryPaths, nowMs: () => number): OpenReader {
  const files = [paths.library, paths.text, paths.index];
  const identities = files.map(identityOf);
  const opened: { close(): void }[] = [];
  const keep = <Connection extends { close(): void }>(connection: Connection): Connection => {
    opened.push(connection);
    return connection;
  };
  const close = (): void => {
    for (const connection of opened) connection.close();
  };
  try {
    const library = keep(
      openDatabase(paths.library, { readOnly: true, damaged: (saying) => new DamagedLibrary(paths, saying) }),
    );
    const text = keep(
      openDatabase(paths.text, { readOnly: true, damaged: (saying) => new DamagedTexts(paths, saying) }),
    );
    const index = keep(openDatabase(paths.index, { readOnly: true }));
    assertReadable(paths, { library, text, index });
    return {
      reader: new ArchiveReader({ library, text, index }, nowMs),
      isReplaced: () => files.some((path, nth) => identityOf(path) !== identities[nth]),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function assertReadable(paths: LibraryPaths, { library, text, index }: ReadConnections): void {
  const begun = index.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'segments'`).get() !== undefined;
  if (!begun) {
    throw new FailureError({
      code: 'library-unusable',
      message: sentence('trouble.being-built', { path: paths.index }),
    });
  }
  refuseOtherFiles(paths, {
    library: libraryIdOf(library),
    text: libraryIdOf(text),
    index: libraryIdOf(index),
  });
}
