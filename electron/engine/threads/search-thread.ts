import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '../../contract/failure.ts';
import type { Calls } from '../../rpc/calls.ts';
import { portOfEmitter } from '../../rpc/port.ts';
import { serve } from '../../rpc/serve.ts';
import { ArchiveReader } from '../archive/archive-reader.ts';
import { DamagedTexts, damagedLibrary } from '../library/files/damaged-files.ts';
import { libraryPaths } from '../library/files/library-paths.ts';
import { openDatabase } from '../sqlite.ts';
import { systemNowMs } from './clock.ts';
import { searchParsers, type SearchApi } from './search-api.ts';
import { SearchFlags, type SearchThreadData } from './search-flags.ts';

const warmEveryMs = 5;
const lookEveryMs = 500;

/** Lets messages that wait be heard, so that a search which was given up meanwhile is never begun. */
async function turn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted === true)
    throw new FailureError({ code: 'cancelled', message: 'the search was given up' });
}

function openReader(libraryDir: string): Readonly<{ reader: ArchiveReader; close(): void }> {
  const paths = libraryPaths(libraryDir);
  const connections = {
    library: openDatabase(paths.library, {
      readOnly: true,
      damaged: (saying) => damagedLibrary(paths, saying),
    }),
    text: openDatabase(paths.text, { readOnly: true, damaged: (saying) => new DamagedTexts(paths, saying) }),
    index: openDatabase(paths.index, { readOnly: true }),
  };
  return {
    reader: new ArchiveReader(connections, systemNowMs),
    close: () => {
      for (const connection of Object.values(connections)) connection.close();
    },
  };
}

function callsOn(
  libraryDir: string,
  flags: SearchFlags,
): Readonly<{ calls: Calls<SearchApi>; warmStep(): boolean; close(): void }> {
  let open: ReturnType<typeof openReader> | null = null;
  // Opened by the first call, which comes once the writer has made sure that there is a sound library.
  const reader = (): ArchiveReader => (open ??= openReader(libraryDir)).reader;
  function warmStep(): boolean {
    try {
      return open?.reader.warmStep() ?? false;
    } catch {
      // A damaged index is said by the first search that meets it; reading ahead is only a courtesy.
      return false;
    }
  }
  const calls: Calls<SearchApi> = {
    search: async ({ flag, ...request }, signal) => {
      await turn(signal);
      return reader().search(request, flags.checkpointOf(flag));
    },
    arrivals: async ({ resultSet }, signal) => {
      await turn(signal);
      return reader().arrivals(resultSet);
    },
    facets: async ({ resultSet }, signal) => {
      await turn(signal);
      return reader().facets(resultSet);
    },
    rows: async (request) => reader().rows(request),
    article: async ({ id, resultSet }) => reader().article(id, resultSet),
    original: async ({ id }) => reader().original(id),
    stats: async () => reader().stats(),
    listSources: async () => reader().library.sources(),
    listFailures: async ({ offset, limit }) => reader().library.failures(offset, limit),
    listTags: async () => reader().library.tags(),
    tagsOf: async ({ selection }) => reader().tagsOf(selection),
    exportRecords: async ({ selection, offset, limit }) => reader().exportRecords(selection, offset, limit),
    idsOf: async ({ selection }) => reader().idsToChange(selection),
    articleCount: async () => reader().library.counts().articles,
    readAhead: async () => {
      // Between the steps, searches are answered: who waits for the end of an import waits for nobody's query.
      while (warmStep()) await setImmediate();
    },
    reopen: async () => {
      open?.close();
      open = null;
      reader();
    },
  };
  return {
    calls,
    warmStep,
    close: () => open?.close(),
  };
}

if (parentPort === null) throw new Error('search-thread runs as a thread of the engine');
const { libraryDir, flags } = workerData as SearchThreadData;
const port = portOfEmitter(parentPort);
const { calls, warmStep, close } = callsOn(libraryDir, new SearchFlags(flags));
serve<SearchApi, Record<string, never>>(port, calls, searchParsers);
// Between the steps, calls that have come in are answered; commits and merges bring new segments to read ahead.
let warming = setTimeout(warm, lookEveryMs);
function warm(): void {
  warming = setTimeout(warm, warmStep() ? warmEveryMs : lookEveryMs);
}
port.onMessage((message) => {
  if (message !== 'close') return;
  clearTimeout(warming);
  close();
  port.close();
});
