import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { PackDone, PackRequest } from '../../contract/packing-api.ts';
import { asideOf, discard, putInPlace, refuseFolder } from '../export/output/put-in-place.ts';
import { refuseRead } from '../export/output/refuse-read.ts';
import { writeFailure } from '../export/output/write-failure.ts';
import type { LibraryPaths } from '../library/files/library-paths.ts';
import { openDatabase, type Database } from '../sqlite.ts';
import { packedNames, packedVersion, sourcePlace, type PackedManifest } from './packed-library.ts';
import { takeSnapshot } from './snapshot.ts';
import { ZipWriter } from './zip-writer.ts';

export type PackingWork = Readonly<{
  /** No other writes aside under it. */
  mark: string;
  signal: AbortSignal;
  /** How many bytes of how many are packed; throws to end the work. */
  progressed: (done: number, total: number) => void;
}>;

type SourceFile = Readonly<{ path: string; name: string; size: number; modifiedMs: number }>;

/** Packs a library, which may be in use, into one file: see `PackingApi`. */
export async function packLibrary(
  paths: LibraryPaths,
  { path, contents }: PackRequest,
  work: PackingWork,
): Promise<PackDone> {
  const { mark, signal } = work;
  const aside = asideOf(path, mark);
  const folder = `${aside}.copy`;
  try {
    refuseFolder(path);
    refuseRead(path, paths.dir, sourcePaths(paths));
    await mkdir(folder, { mode: 0o700 });
    await takeSnapshot(paths, folder, contents, signal);
    const { manifest, files, missing } = await contentOf(folder, contents);
    const packer = new Packer(await ZipWriter.create(aside), work);
    try {
      const bytes = await packer.pack(folder, manifest, files);
      signal.throwIfAborted();
      putInPlace(aside, path);
      return {
        path,
        articles: manifest.articles,
        bytes,
        files: packer.files,
        missing: missing + packer.gone,
      };
    } catch (error) {
      await packer.close();
      throw error;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw writeFailure(error, path);
  } finally {
    discard(aside);
    discard(folder);
  }
}

/** Writes what belongs into a packed library, and counts it. */
class Packer {
  files = 0;
  /** Files that were there and could not be read. */
  gone = 0;
  readonly #zip: ZipWriter;
  readonly #work: PackingWork;
  #isFinished = false;
  #done = 0;
  #total = 0;

  constructor(zip: ZipWriter, work: PackingWork) {
    this.#zip = zip;
    this.#work = work;
  }

  async pack(folder: string, manifest: PackedManifest, files: readonly SourceFile[]): Promise<number> {
    const databases = await Promise.all(
      (manifest.contents === 'work' ? [packedNames.library] : [packedNames.library, packedNames.text]).map(
        async (name) => ({ name, ...(await lookAt(join(folder, name))) }),
      ),
    );
    const packedMs = Math.max(...databases.map(({ modifiedMs }) => modifiedMs));
    const json = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await this.#zip.add(packedNames.manifest, packedMs, pieceOf(json));
    this.#total = [...databases, ...files].reduce((sum, { size }) => sum + size, 0);
    for (const { name, path, modifiedMs } of databases)
      await this.#zip.add(name, modifiedMs, this.#pieces(path));
    for (const file of files) await this.#file(file);
    const bytes = await this.#zip.finish();
    this.#isFinished = true;
    return bytes;
  }

  async close(): Promise<void> {
    if (!this.#isFinished) await this.#zip.close();
  }

  async #file({ path, name, modifiedMs }: SourceFile): Promise<void> {
    try {
      // One that is there and may not be read is told before anything of it is written.
      await openable(path);
    } catch {
      this.gone += 1;
      return;
    }
    await this.#zip.add(name, modifiedMs, this.#pieces(path));
    this.files += 1;
  }

  async *#pieces(path: string): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      const bytes = piece as Buffer;
      this.#done += bytes.length;
      this.#work.signal.throwIfAborted();
      this.#work.progressed(Math.min(this.#done, this.#total), this.#total);
      yield bytes;
    }
  }
}

async function openable(path: string): Promise<void> {
  const stream = createReadStream(path, { end: 0 });
  for await (const piece of stream) if ((piece as Buffer).length > 0) break;
}

// A stream of one piece, as the others are.
async function* pieceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function lookAt(path: string): Promise<Readonly<{ path: string; size: number; modifiedMs: number }>> {
  const { size, mtimeMs } = await stat(path);
  return { path, size, modifiedMs: mtimeMs };
}

async function contentOf(
  folder: string,
  contents: PackRequest['contents'],
): Promise<Readonly<{ manifest: PackedManifest; files: readonly SourceFile[]; missing: number }>> {
  const db = openDatabase(join(folder, packedNames.library), { readOnly: true });
  try {
    const articles =
      db.prepare<{ count: number }>('SELECT count(*) AS count FROM articles').get()?.count ?? 0;
    const sources = contents === 'sources' ? sourcesOf(db) : [];
    const files: SourceFile[] = [];
    let missing = 0;
    for (const source of sources) {
      const found = await filesOf(db, source);
      files.push(...found.files);
      missing += found.missing;
    }
    const named = sources.map(({ id, name }) => ({ id, name }));
    return { manifest: { packed: packedVersion, contents, articles, sources: named }, files, missing };
  } finally {
    db.close();
  }
}

type PackedSource = Readonly<{ id: number; path: string; name: string }>;

function sourcesOf(db: Database): PackedSource[] {
  return db
    .prepare<{ id: number; path: string }>('SELECT id, path FROM sources ORDER BY id')
    .all()
    .map(({ id, path }) => ({ id, path, name: basename(path).replace(/[\\/:\p{Cc}]/gu, '_') || 'files' }));
}

/** What was read of a source, or could not be: other files in its folders are nobody's articles. */
async function filesOf(
  db: Database,
  source: PackedSource,
): Promise<Readonly<{ files: readonly SourceFile[]; missing: number }>> {
  const paths = db
    .prepare<{ path: string }>(
      `SELECT path FROM locations WHERE source = ?1 UNION SELECT path FROM failures WHERE source = ?1 ORDER BY path`,
    )
    .all(source.id);
  const files: SourceFile[] = [];
  let missing = 0;
  for (const { path } of paths) {
    const inside = relative(source.path, path).split(sep).join('/');
    const name = inside === '' ? sourcePlace(source) : `${sourcePlace(source)}/${inside}`;
    const found = await stat(path).catch(() => null);
    if (found?.isFile() === true) files.push({ path, name, size: found.size, modifiedMs: found.mtimeMs });
    else missing += 1;
  }
  return { files, missing };
}

function sourcePaths(paths: LibraryPaths): string[] {
  const db = openDatabase(paths.library, { readOnly: true });
  try {
    return sourcesOf(db).map(({ path }) => path);
  } finally {
    db.close();
  }
}
