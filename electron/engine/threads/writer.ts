import { FailureError, type Failure, messageOf, toFailure, saidBy } from '../../contract/failure.ts';
import { type Said, sentence } from '../../words/sentence.ts';
import { noImport, type CheckReport } from '../../contract/archive-api.ts';
import { writingRequests } from '../../contract/requests/writing.ts';
import { callsOf, type Calls } from '../../rpc/calls.ts';
import { collectCrashes } from '../ingest/files/crash-journal.ts';
import { FileRegistry } from '../ingest/files/file-registry.ts';
import type { IndexOpener } from '../library/commits/article-index.ts';
import type { StepListener } from '../library/commits/committer.ts';
import type { BackupStarter } from '../library/files/daily-backup.ts';
import { isFilled, libraryPaths, type LibraryPaths } from '../library/files/library-paths.ts';
import type { Tell } from '../library/library-events.ts';
import { ArchiveWriter, type ArchiveWriterOptions } from '../archive/archive-writer.ts';
import { alwaysAnswered, writingMethods, type WrittenOnly } from '../archive/writing-methods.ts';
import { onlyReadable } from '../library/opening/only-readable.ts';
import { WritableLibrary } from '../library/writable-library.ts';
import { openDatabase } from '../sqlite.ts';
import { writerMethods, type WriterApi } from './writer-api.ts';

export type WriterOptions = Readonly<{
  libraryDir: string;
  openIndex: IndexOpener;
  openPool: ArchiveWriterOptions['openPool'];
  nowMs: () => number;
  startBackup: BackupStarter;
  backUpAfterMs: number;
  backUpAgainMs: number;
  tidyAfterMs: number;
  lookEveryMs: number;
  tell: Tell;
  onStep?: StepListener;
  /** What can be read of a damaged `library.sqlite` is put into a new file, where it would be refused. */
  salvage?: boolean;
}>;

const writtenOnly = Object.keys(writingRequests).filter(
  (method) => !alwaysAnswered.some((name) => name === method),
) as (keyof WrittenOnly)[];

/** Answers every call with why the library could not be opened. */
export function failingWriter(failure: Failure): Calls<WriterApi> {
  const refusing = callsOf<WriterApi>(writerMethods, () => Promise.reject(new FailureError(failure)));
  return { ...refusing, close: async () => undefined };
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
  let notices: readonly Said[] = [];
  let mended: readonly Said[] = [];
  let refusal: Failure;
  let caughtUp = Promise.resolve();
  let open = await tryOpen((first) => WritableLibrary.open(first));
  let opening: Promise<void> | null = null;
  let closed = false;

  function notice(message: Said): void {
    notices = [...notices, message];
    options.tell('noticed', { message });
  }

  async function tryOpen(openLibrary: typeof WritableLibrary.open): Promise<ArchiveWriter | null> {
    const fixed = onlyReadable(libraryPaths(libraryDir));
    if (fixed !== null) {
      refusal = fixed;
      notices = [fixed.message];
      return null;
    }
    let library: WritableLibrary | null;
    try {
      library = await openLibrary({ ...options, onNotice: notice });
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== 'disk-full' || !canBeRead(libraryPaths(libraryDir))) throw error;
      const message = sentence('trouble.until-then', { why: failure.message });
      refusal = { ...failure, message };
      notices = [message];
      return null;
    }
    if (library === null) {
      refusal = {
        code: 'library-busy',
        message: sentence('trouble.busy', { path: libraryDir }),
      };
      return null;
    }
    try {
      return startWriting(library);
    } catch (error) {
      // What holds its lock would keep it from everybody, and from the next attempt.
      await library.close();
      throw error;
    }
  }

  function startWriting(library: WritableLibrary): ArchiveWriter {
    const known = new FileRegistry(library.library);
    for (const crash of collectCrashes(libraryDir)) known.countCrash(crash);
    notices = [];
    library.notices.forEach(notice);
    mended = library.mended;
    const writer = new ArchiveWriter(library, options);
    library.dailyBackup.begin();
    caughtUp = writer.catchUp().catch((error: unknown) => {
      notice(sentence('trouble.index-behind', { why: saidBy(error) }));
    });
    return writer;
  }

  /** Those who ask while an attempt goes on wait for it: a second one would find the lock taken by the first. */
  async function openBy(attempt: () => Promise<ArchiveWriter | null>): Promise<void> {
    opening ??= attempt()
      .then((opened) => {
        open = opened;
      })
      .finally(() => {
        opening = null;
      });
    await opening;
  }

  async function writer(): Promise<ArchiveWriter> {
    if (open === null && !closed) await openBy(() => tryOpen((again) => WritableLibrary.open(again)));
    if (open === null) throw new FailureError(refusal);
    open.assertThere();
    return open;
  }

  const tagsChanged = (): void => options.tell('tagsChanged', {});

  async function check({ repair }: Readonly<{ repair: boolean }>): Promise<CheckReport> {
    const { libraryIsSound, ...report } = await (await writer()).check(repair);
    if (!repair || libraryIsSound) return report;
    const damaged = open;
    open = null;
    await openBy(async () => {
      await damaged?.close().catch((error: unknown) => notice(messageOf(error)));
      return await tryOpen((again) => WritableLibrary.salvage(again));
    });
    options.tell('indexReplaced', {});
    await caughtUp;
    await (await writer()).check(true);
    return report;
  }

  return {
    ...callsOf<WrittenOnly>(writtenOnly, async (method, request) => {
      const methods = writingMethods(await writer(), {
        nowMs: options.nowMs,
        tagsChanged,
        annotationsChanged: (change) => options.tell('annotationsChanged', { change }),
        searchesChanged: () => options.tell('searchesChanged', {}),
      });
      return await methods[method](request);
    }),
    importFinished: async () => {
      await caughtUp;
      return (await open?.importer.finished()) ?? noImport;
    },
    undoState: async () => open?.acts.state() ?? { undo: null, redo: null },
    writerStatus: async () => ({
      readOnly: open === null,
      readOnlyBecause: open === null ? refusal.message : null,
      notices,
      mended,
      import: open?.progress() ?? noImport,
    }),
    check,
    close: async () => {
      closed = true;
      // What an attempt opens that goes on is closed like any other; why one fails is told to who asked for it.
      await opening?.catch(() => undefined);
      const closing = open;
      open = null;
      await closing?.close();
    },
  };
}
