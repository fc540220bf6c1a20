import type { ArchiveApi, ArchiveEvents, WritingApi } from '../contract/archive-api.ts';
import { methodsOf } from '../contract/parse.ts';
import { archiveMethods } from '../contract/requests/archive-requests.ts';
import { writingRequests } from '../contract/requests/writing.ts';
import type { GuessedTable } from '../contract/table-columns.ts';
import type { ArticleSelection } from '../contract/search.ts';
import { callsOf, type Calls } from '../rpc/calls.ts';
import { givenUp, readAtOnce, type GivenUp, type ReadAtOnce } from './archive/reading-methods.ts';
import { mending } from './archive/self-repair.ts';
import { askOnce } from './threads/ask-once.ts';
import type { ExportDone } from '../contract/export-api.ts';
import type { PackDone, UnpackDone } from '../contract/packing-api.ts';
import type { ExportOrder } from './export/export-articles.ts';
import { OneOffWorkers } from './threads/one-off-workers.ts';
import type { PackOrder } from './threads/pack-thread.ts';
import { startThread, type EngineThread } from './threads/engine-thread.ts';
import { searchMethods, type SearchApi } from './threads/search-api.ts';
import { SearchFlags, type SearchThreadData } from './threads/search-flags.ts';
import { writerMethods, type WriterApi, type WriterData, type WriterEvents } from './threads/writer-api.ts';

export type EngineOptions = Readonly<{
  /** The folder of the library; it is made when it is missing. */
  libraryDir: string;
  /** Folder of the built thread files, with a slash at its end. */
  threadsUrl: URL;
  /** Milliseconds, for finding slow calls; any origin. */
  clock: () => number;
  log: (line: string) => void;
  limits?: WriterData['limits'];
  /** What can be read of a damaged `library.sqlite` is put into a new file, where it would be refused. */
  salvage?: boolean;
}>;

export type Engine = Readonly<{
  api: Calls<ArchiveApi>;
  /** Returns a function that ends the subscription. */
  on<Name extends keyof ArchiveEvents>(
    name: Name,
    listener: (event: ArchiveEvents[Name]) => void,
  ): () => void;
  /** Settles, with a sentence, if a thread of the engine dies: what is left can't go on. Never after `close`. */
  died: Promise<string>;
  /** Stops an import, closes the library and gives up its lock. */
  close(): Promise<void>;
}>;

type Writer = EngineThread<WriterApi, WriterEvents>;
type Exports = OneOffWorkers<Omit<ExportOrder, 'mark'>, ExportDone>;
type Packing = OneOffWorkers<PackOrder, PackDone | UnpackDone>;
type Search = EngineThread<SearchApi, Record<string, never>>;

const slowCallMs = 500;

/** A search makes much garbage for a short time: with less room for it, the slow ones take longer. */
const searchMemory = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 384 };

/** Keep the writer's garbage small: left to itself, V8 lets it grow past what an import may take. */
const writerMemory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 384 };

/**
 * Opens a library and returns its archive: reading is answered by the search thread, writing by the writer thread, and
 * this thread only passes on. Fails with `library-unusable` or `library-newer`; a library that another process writes
 * to opens read-only.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { libraryDir, threadsUrl, log } = options;
  const writerData: WriterData = {
    libraryDir,
    ingestUrl: new URL('ingest-worker.js', threadsUrl).href,
    backupUrl: new URL('backup-thread.js', threadsUrl).href,
    salvage: options.salvage ?? false,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  };
  const writer: Writer = startThread<WriterApi, WriterEvents>(
    new URL('writer-thread.js', threadsUrl),
    writerData,
    writerMethods,
    log,
    writerMemory,
  );
  const exports: Exports = new OneOffWorkers(new URL('export-thread.js', threadsUrl), libraryDir);
  const packing: Packing = new OneOffWorkers(new URL('pack-thread.js', threadsUrl), libraryDir);
  const flags = new SearchFlags();
  const searchData: SearchThreadData = { libraryDir, flags: flags.buffer };
  // Reads its code while the writer opens the library, and nothing of the library before it is called.
  const search: Search = startThread<SearchApi, Record<string, never>>(
    new URL('search-thread.js', threadsUrl),
    searchData,
    searchMethods,
    log,
    searchMemory,
  );
  // Before anything is waited for: an index that can't be used is replaced as soon as the library is open.
  writer.on('indexReplaced', () => {
    search.calls.reopen({}).catch((error: unknown) => log(`reopen: ${String(error)}`));
  });
  let closing = false;
  let isImporting = false;
  // The window waits for no import to end: what came with it is read ahead before somebody asks for it.
  writer.on('importProgressed', ({ state }) => {
    const hasEnded = isImporting && state === 'idle';
    isImporting = state !== 'idle';
    if (!hasEnded || closing) return;
    search.calls.readAhead({}).catch((error: unknown) => log(`reading ahead: ${String(error)}`));
  });
  try {
    await writer.calls.writerStatus({});
    await search.calls.articleCount({});
    return {
      api: timed(routes({ writer, search, flags, exports, packing, libraryDir, threadsUrl }), options),
      on: (name, listener) => {
        const stops = [writer.on(name, listener), exports.on(name, listener), packing.on(name, listener)];
        return () => {
          for (const stop of stops) stop();
        };
      },
      died: firstDeath([writer, search], () => closing),
      close: async () => {
        closing = true;
        await Promise.all([exports.close(), packing.close()]);
        // Readers go first, so that the writer can fold the logs into the databases.
        search.post('close');
        await search.ended;
        await writer.calls.close({});
        await writer.terminate();
      },
    };
  } catch (error) {
    for (const thread of [search, writer]) await thread.terminate();
    throw error;
  }
}

function firstDeath(threads: readonly Pick<Writer, 'ended'>[], expected: () => boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const { ended } of threads) {
      void ended.then((error) => {
        if (!expected()) resolve(error?.message ?? 'A thread of the archive engine stopped.');
      });
    }
  });
}

type Parts = Readonly<{
  writer: Writer;
  search: Search;
  flags: SearchFlags;
  exports: Exports;
  packing: Packing;
  libraryDir: string;
  threadsUrl: URL;
}>;

function routes({
  writer,
  search,
  flags,
  exports,
  packing,
  libraryDir,
  threadsUrl,
}: Parts): Calls<ArchiveApi> {
  const { calls: write } = writer;
  const { calls: read } = search;
  const mended = mending(write.check);
  return {
    ...callsOf<ReadAtOnce>(readAtOnce, (method, request, signal) => read[method](request, signal)),
    originalPage: async (request, signal) =>
      askOnce<string>(new URL('page-thread.js', threadsUrl), await read.originalFile(request, signal)),
    readTable: async (request, signal) =>
      askOnce<GuessedTable>(new URL('table-thread.js', threadsUrl), await read.tableFile(request, signal)),
    exportArticles: async ({ selection, ...order }, signal) =>
      exports.run({ ...order, ids: await read.orderedIdsOf({ selection }, signal) }, signal),
    packLibrary: (request, signal) => packing.run(request, signal) as Promise<PackDone>,
    unpackLibrary: (request, signal) => packing.run(request, signal) as Promise<UnpackDone>,
    ...callsOf<WritingApi>(methodsOf(writingRequests), async (method, request, signal) =>
      write[method](await resolved(request), signal),
    ),
    stats: mended(read.stats),
    ...callsOf<GivenUp>(givenUp, (method, request: object, signal) => {
      const call = mended<object, unknown>((asked, given) =>
        read[method]({ ...asked, flag: flags.take(given) } as never, given),
      );
      return call(request, signal);
    }),
    importFinished: async (request, signal) => {
      const progress = await write.importFinished(request, signal);
      // So that the first query after an import does not wait for what came with it.
      await read.readAhead({});
      return progress;
    },
    status: async () => {
      const status = await write.writerStatus({});
      const articles = await read.articleCount({});
      return { libraryDir, articles, ...status };
    },
  };

  /** Only the search thread knows what a selection selects: the writer is told the ids. */
  async function resolved(request: Readonly<{ selection?: ArticleSelection }>): Promise<never> {
    const { selection, ...rest } = request;
    return (selection === undefined ? request : { ...rest, ids: await read.idsOf({ selection }) }) as never;
  }
}

/** Logs the names of slow calls: no request, since a query is nobody's business. */
function timed(api: Calls<ArchiveApi>, { clock, log }: EngineOptions): Calls<ArchiveApi> {
  const waits: readonly string[] = [
    ...['importFinished', 'check', 'exportArticles'],
    ...['packLibrary', 'unpackLibrary', 'mergeLibrary'],
  ];
  return callsOf<ArchiveApi>(archiveMethods, async (name, request, signal) => {
    const startedMs = clock();
    try {
      return await api[name](request, signal);
    } finally {
      const tookMs = clock() - startedMs;
      if (tookMs > slowCallMs && !waits.includes(name))
        log(`slow call: ${name} took ${tookMs.toFixed(0)} ms`);
    }
  });
}
