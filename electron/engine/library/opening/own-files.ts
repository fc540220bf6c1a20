import { FailureError } from '../../../contract/failure.ts';
import { sentence, type Sentence } from '../../../words/sentence.ts';
import { openDatabase } from '../../sqlite.ts';
import { cureOf } from '../files/damaged-files.ts';
import { isFilled, type LibraryPaths } from '../files/library-paths.ts';
import { libraryIdOf } from '../schema/library-id.ts';
import { putAside } from './put-aside.ts';

/** To which library each file in a folder says that it belongs; null where it does not say, or is not there. */
type Owners = Readonly<{ library: number | null; text: number | null; index: number | null }>;

/** Looks without writing. */
function ownersOf(paths: LibraryPaths): Owners {
  return { library: ownerOf(paths.library), text: ownerOf(paths.text), index: ownerOf(paths.index) };
}

function ownerOf(path: string): number | null {
  if (!isFilled(path)) return null;
  try {
    const db = openDatabase(path, { readOnly: true });
    try {
      return libraryIdOf(db);
    } finally {
      db.close();
    }
  } catch {
    // Damaged, or not of a version that says so: whoever opens it for writing finds out what is to be done.
    return null;
  }
}

/** Whose the files of a folder are, and sentences about those that were somebody else's. */
export type OwnFiles = Readonly<{
  /** The library that texts without a `library.sqlite` that says so belong to; null when they don't say either. */
  id: number | null;
  notices: readonly Sentence[];
}>;

/**
 * Puts texts and an index of another library aside, since they would be shown under this one's paths. Fails with
 * `library-unusable` when it is `library.sqlite` that is another library's: what people did in the right one is nowhere else.
 */
export function settleOwners(paths: LibraryPaths, nowMs: number): OwnFiles {
  const { library, text, index } = ownersOf(paths);
  if (library !== null && text !== null && library !== text && index === text) throw strangeLibrary(paths);
  const id = library ?? text;
  const notices: Sentence[] = [];
  if (text !== null && text !== id) {
    const aside = putAside(paths.text, nowMs, 'other');
    notices.push(sentence('done.texts-of-another', { path: paths.text, aside }));
  }
  if (index !== null && id !== null && index !== id) {
    const aside = putAside(paths.index, nowMs, 'other');
    notices.push(sentence('done.index-of-another', { path: paths.index, aside }));
  }
  return { id, notices };
}

function strangeLibrary(paths: LibraryPaths): FailureError {
  const { library, text, index } = paths;
  return new FailureError({
    code: 'library-unusable',
    message: sentence('trouble.other-library', { library, text, index, cure: cureOf(paths) }),
  });
}

/** For readers that can't put anything right: fails with `library-unusable` unless all files are of one library. */
export function refuseOtherFiles(paths: LibraryPaths, owners: Owners): void {
  const { library } = owners;
  const other = (['text', 'index'] as const).find((name) => ![null, library].includes(owners[name]));
  if (other === undefined || library === null) return;
  throw new FailureError({
    code: 'library-unusable',
    message: sentence('trouble.other-file', { path: paths[other], library: paths.library }),
  });
}
