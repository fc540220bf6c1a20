import { existsSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FailureError } from '../../contract/failure.ts';
import { sourceId } from '../../contract/ids.ts';
import type { UnpackDone, UnpackRequest } from '../../contract/packing-api.ts';
import { sentence } from '../../words/sentence.ts';
import { asideOf, discard, putInPlace } from '../export/output/put-in-place.ts';
import { writeFailure } from '../export/output/write-failure.ts';
import { libraryPaths } from '../library/files/library-paths.ts';
import { newLibraryId, setLibraryId } from '../library/schema/library-id.ts';
import { libraryMigrations } from '../library/schema/library-schema.ts';
import { migrate } from '../library/schema/migrate.ts';
import { Sources } from '../library/sources/sources.ts';
import { textMigrations } from '../library/texts/text-schema.ts';
import { closeWritable, type Database } from '../sqlite.ts';
import { openUnpacked } from './known-schema.ts';
import { PackedLibrary, packedNames, placeIn, sourcePlace, type Step } from './packed-library.ts';
import type { PackingWork } from './pack-library.ts';

/** Makes a library of a packed one: see `PackingApi`. A copy is another library, so that both can be open. */
export async function unpackLibrary(
  { path, libraryDir }: UnpackRequest,
  { mark, signal, progressed }: PackingWork,
): Promise<UnpackDone> {
  const packed = await PackedLibrary.open(path);
  const filesDir = join(dirname(libraryDir), `${basename(libraryDir)} files`);
  const aside = asideOf(libraryDir, mark);
  const filesAside = asideOf(filesDir, mark);
  const { manifest } = packed;
  const hasFiles = manifest.contents === 'sources' && manifest.sources.length > 0;
  let done = 0;
  const step: Step = (bytes) => {
    signal.throwIfAborted();
    done += bytes;
    progressed(done, packed.size);
  };
  try {
    if (manifest.contents === 'work') throw refused(sentence('pack.only-work', { path }));
    refuseTaken(libraryDir);
    if (hasFiles && existsSync(filesDir)) throw refused(sentence('export.is-there', { path: filesDir }));
    await mkdir(aside, { mode: 0o700 });
    await packed.refuseTooLarge(aside);
    const paths = libraryPaths(aside);
    await packed.extract(packedNames.library, paths.library, step);
    await packed.extract(packedNames.text, paths.text, step);
    const files = hasFiles ? packed.sourceFiles() : [];
    if (hasFiles) await mkdir(filesAside, { mode: 0o700 });
    for (const name of files) await packed.extract(name, placeIn(filesAside, withoutFirst(name)), step);
    const moved = hasFiles ? { filesDir, sources: manifest.sources } : null;
    const articles = settle(paths, path, moved);
    signal.throwIfAborted();
    if (hasFiles) putInPlace(filesAside, filesDir);
    // An empty folder may be chosen, and gives way.
    if (existsSync(libraryDir)) rmdirSync(libraryDir);
    try {
      putInPlace(aside, libraryDir);
    } catch (error) {
      if (hasFiles) renameSync(filesDir, filesAside);
      throw error;
    }
    return { libraryDir, articles, filesDir: hasFiles ? filesDir : null, files: files.length };
  } catch (error) {
    signal.throwIfAborted();
    throw writeFailure(error, libraryDir);
  } finally {
    packed.close();
    discard(aside);
    discard(filesAside);
  }
}

/** Gives both databases an id of their own, and sources the place where their files are now. Returns the number of articles. */
function settle(
  paths: ReturnType<typeof libraryPaths>,
  packed: string,
  moved: Readonly<{ filesDir: string; sources: readonly Readonly<{ id: number; name: string }>[] }> | null,
): number {
  const id = newLibraryId();
  const opened: Database[] = [];
  try {
    const text = openUnpacked(paths.text, textMigrations, packed);
    opened.push(text);
    const library = openUnpacked(paths.library, libraryMigrations, packed);
    opened.push(library);
    migrate(library, libraryMigrations);
    for (const db of [text, library]) setLibraryId(db, id);
    const sources = new Sources(library);
    for (const source of moved?.sources ?? [])
      sources.relocate(
        sourceId(source.id),
        placeIn(moved?.filesDir ?? '', withoutFirst(sourcePlace(source))),
      );
    return library.prepare<{ count: number }>('SELECT count(*) AS count FROM articles').get()?.count ?? 0;
  } finally {
    for (const db of opened) closeWritable(db);
  }
}

/** Without `sources/`, which the folder of the files stands for. */
function withoutFirst(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

function refuseTaken(libraryDir: string): void {
  const found = statSync(libraryDir, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isDirectory() && readdirSync(libraryDir).length === 0) return;
  throw refused(sentence('export.is-there', { path: libraryDir }));
}

function refused(message: ReturnType<typeof sentence>): FailureError {
  return new FailureError({ code: 'bad-request', message });
}
