import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { FailureError, toFailure } from '../../contract/failure.ts';
import type { Calls } from '../../rpc/calls.ts';
import { portOfEmitter } from '../../rpc/port.ts';
import { serve } from '../../rpc/serve.ts';
import { ArchiveReader } from '../archive-reader.ts';
import { DamagedTexts, damagedLibrary } from '../library/damaged-files.ts';
import { libraryPaths } from '../library/library-paths.ts';
import { openDatabase } from '../sqlite.ts';
import { systemNowMs } from './clock.ts';
import { refusingCalls } from './refusing-calls.ts';
import { searchMethods, searchParsers, type SearchApi } from './search-api.ts';
import { SearchFlags, type SearchThreadData } from './search-flags.ts';

const warmEveryMs = 30;
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
  let open = openReader(libraryDir);
  const calls: Calls<SearchApi> = {
    search: async ({ flag, ...request }, signal) => {
      await turn(signal);
      return open.reader.search(request, flags.checkpointOf(flag));
    },
    arrivals: async ({ resultSet }, signal) => {
      await turn(signal);
      return open.reader.arrivals(resultSet);
    },
    rows: async (request) => open.reader.rows(request),
    article: async ({ id, resultSet }) => open.reader.article(id, resultSet),
    original: async ({ id }) => open.reader.original(id),
    stats: async () => open.reader.stats(),
    listSources: async () => open.reader.library.sources(),
    listFailures: async ({ offset, limit }) => open.reader.library.failures(offset, limit),
    listTags: async () => open.reader.library.tags(),
    tagsOf: async ({ selection }) => open.reader.tagsOf(selection),
    exportRecords: async ({ selection, offset, limit }) =>
      open.reader.exportRecords(selection, offset, limit),
    idsOf: async ({ selection }) => open.reader.idsOf(selection),
    articleCount: async () => open.reader.library.counts().articles,
    reopen: async () => {
      open.close();
      open = openReader(libraryDir);
    },
  };
  return {
    calls,
    warmStep: () => open.reader.warmStep(),
    close: () => open.close(),
  };
}

function opened(): ReturnType<typeof callsOn> {
  try {
    return callsOn(libraryDir, new SearchFlags(flags));
  } catch (error) {
    const calls = refusingCalls<SearchApi>(searchMethods, toFailure(error));
    return { calls, warmStep: () => false, close: () => undefined };
  }
}

if (parentPort === null) throw new Error('search-thread runs as a thread of the engine');
const { libraryDir, flags } = workerData as SearchThreadData;
const port = portOfEmitter(parentPort);
const { calls, warmStep, close } = opened();
serve<SearchApi, Record<string, never>>(port, calls, searchParsers);
// Between the steps, calls that have come in are answered; commits and merges bring new segments to read ahead.
let warming = setTimeout(warm, warmEveryMs);
function warm(): void {
  let more = false;
  try {
    more = warmStep();
  } catch {
    // A damaged index is said by the first search that meets it; reading ahead is only a courtesy.
  }
  warming = setTimeout(warm, more ? warmEveryMs : lookEveryMs);
}
port.onMessage((message) => {
  if (message !== 'close') return;
  clearTimeout(warming);
  close();
  port.close();
});
