import { FailureError, type Failure, messageOf, toFailure } from '../../contract/failure.ts';
import { noImport } from '../../contract/archive-api.ts';
import type { Calls } from '../../rpc/calls.ts';
import type { IngestPool } from '../ingest/ingest-pool.ts';
import { collectCrashes } from '../ingest/crash-journal.ts';
import { KnownFiles } from '../ingest/known-files.ts';
import type { IndexOpener } from '../library/commits/article-index.ts';
import type { StepListener } from '../library/commits/committer.ts';
import type { BackupStarter } from '../library/files/daily-backup.ts';
import { libraryPaths, type LibraryPaths } from '../library/files/library-paths.ts';
import type { Tell } from '../library/library-events.ts';
import { LibraryWriter } from '../archive/archive-writer.ts';
import { isFilled } from '../library/opening/open-databases.ts';
import { onlyReadable } from '../library/opening/only-readable.ts';
import { WritableLibrary } from '../library/writable-library.ts';
import { openDatabase } from '../sqlite.ts';
import { refusingCalls } from './refusing-calls.ts';
import { writerMethods, type WriterApi } from './writer-api.ts';

export type WriterOptions = Readonly<{
  libraryDir: string;
  openIndex: IndexOpener;
  openPool: () => IngestPool;
  nowMs: () => number;
  startBackup: BackupStarter;
  backUpAfterMs: number;
  backUpAgainMs: number;
  tidyAfterMs: number;
  tell: Tell;
  onStep?: StepListener;
}>;

/** Answers every call with why the library could not be opened. */
export function refusingWriter(failure: Failure): Calls<WriterApi> {
  return { ...refusingCalls<WriterApi>(writerMethods, failure), close: async () => undefined };
}

/** Whether nothing has to be written before a library can be read: an index may be about to be built. */
function canBeRead({ library, text, index }: LibraryPaths): boolean {
  if (![library, text, index].every((path) => isFilled(path))) return false;
  const db = openDatabase(index, { readOnly: true });
  try {
    return db.prepare(`SELECT 1 FROM meta WHERE key = 'version'`).get() !== undefined;
  } catch {
    // Not begun: what opened it for writing has said why.
    return false;
  } finally {
    db.close();
  }
}

/**
 * Opens a library for writing and answers `WriterApi` on it. While somebody else holds the library, writing fails
 * with `library-busy`, where it can't be written to, with `library-unusable`, and on a full disk with `disk-full`; every
 * attempt looks again.
 */
export async function openWriter(options: WriterOptions): Promise<Calls<WriterApi>> {
  const { libraryDir } = options;
  let notices: readonly string[] = [];
  let refusal: Failure;
  let caughtUp = Promise.resolve();
  let open = await tryOpen();
  let closed = false;

  function notice(message: string): void {
    notices = [...notices, message];
    options.tell('noticed', { message });
  }

  async function tryOpen(): Promise<LibraryWriter | null> {
    const fixed = onlyReadable(libraryPaths(libraryDir));
    if (fixed !== null) {
      refusal = fixed;
      notices = [fixed.message];
      return null;
    }
    let library: WritableLibrary | null;
    try {
      library = await WritableLibrary.open({ ...options, onNotice: notice });
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== 'disk-full' || !canBeRead(libraryPaths(libraryDir))) throw error;
      const message = `${failure.message} Until then the library can be searched and read, and not changed.`;
      refusal = { ...failure, message };
      notices = [message];
      return null;
    }
    if (library === null) {
      refusal = {
        code: 'library-busy',
        message: `Another Microfiche is writing to the library ${libraryDir}. Close it, or wait until it has finished.`,
      };
      return null;
    }
    const known = new KnownFiles(library.library);
    for (const path of collectCrashes(libraryDir)) known.countCrash(path);
    notices = [];
    library.notices.forEach(notice);
    const writer = new LibraryWriter(library, options);
    caughtUp = writer.catchUp().catch((error: unknown) => {
      notice(`The search index could not be brought up to date: ${messageOf(error)}`);
    });
    library.dailyBackup.begin();
    return writer;
  }

  async function writer(): Promise<LibraryWriter> {
    if (!closed) open ??= await tryOpen();
    if (open === null) throw new FailureError(refusal);
    open.assertThere();
    return open;
  }

  /** Acts on tags and notes change what lists show. */
  async function tagging<Value>(act: (open: LibraryWriter) => Value): Promise<Value> {
    const value = act(await writer());
    options.tell('tagsChanged', {});
    return value;
  }

  return {
    writerStatus: async () => ({
      readOnly: open === null,
      notices,
      import: open?.progress() ?? noImport,
    }),
    check: async ({ repair }) => await (await writer()).check(repair),
    optimize: async () => await (await writer()).optimize(),
    addSources: async ({ paths }) => await (await writer()).addSources(paths),
    rescan: async ({ sources }) => (await writer()).rescan(sources),
    removeSource: async ({ source }) => await (await writer()).removeSource(source),
    weighSource: async ({ source }) => (await writer()).weighSource(source),
    removeArticles: async ({ ids }) => await (await writer()).removeArticles(ids),
    pauseImport: async () => await (await writer()).importer.pause(),
    resumeImport: async () => (await writer()).importer.resume(),
    cancelImport: async () => await (await writer()).importer.cancel(),
    importFinished: async () => {
      await caughtUp;
      return (await open?.importer.finished()) ?? noImport;
    },
    retryFailures: async ({ failures }) => (await writer()).retryFailures(failures),
    createTag: ({ name, colour }) => tagging(({ tags }) => tags.create(name, colour)),
    renameTag: ({ tag, name }) => tagging(({ tags }) => tags.rename(tag, name)),
    recolourTag: ({ tag, colour }) => tagging(({ tags }) => tags.recolour(tag, colour)),
    mergeTags: ({ tags: ids, into }) => tagging(({ tags }) => tags.merge(ids, into)),
    deleteTag: ({ tag }) => tagging(({ tags }) => tags.delete(tag)),
    setTags: ({ ids, add, remove }) => tagging(({ tags }) => tags.set(ids, add, remove)),
    undoState: async () => open?.tags.state() ?? { undo: null, redo: null },
    undo: () => tagging(({ tags }) => tags.undo()),
    redo: () => tagging(({ tags }) => tags.redo()),
    addNote: async ({ article, text }) => (await writer()).notes.add(article, text, options.nowMs()),
    editNote: async ({ note, text }) => (await writer()).notes.edit(note, text, options.nowMs()),
    deleteNote: async ({ note }) => (await writer()).notes.delete(note),
    close: async () => {
      closed = true;
      const closing = open;
      open = null;
      await closing?.close();
    },
  };
}
