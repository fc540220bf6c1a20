import { FailureError } from '../../contract/failure.ts';
import { sentence } from '../../words/sentence.ts';
import { setImmediate, setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { callsOf, trusting, type Calls } from '../../rpc/calls.ts';
import { portOfEmitter } from '../../rpc/port.ts';
import { serve } from '../../rpc/serve.ts';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import {
  givenUp,
  methodsToGiveUp,
  readAtOnce,
  readingMethods,
  type ReadAtOnce,
} from '../archive/reading-methods.ts';
import { onceLoaded } from '../index/loaded-later.ts';
import { openReader, type OpenReader } from '../archive/open-reader.ts';
import { libraryPaths } from '../library/files/library-paths.ts';
import { systemNowMs } from './clock.ts';
import type { Flagged, SearchApi } from './search-api.ts';
import { SearchFlags, type SearchThreadData } from './search-flags.ts';

const warmEveryMs = 5;
const lookEveryMs = 500;
/** While a file is being replaced. */
const openAgainMs = 50;
const triesToOpen = 40;

/** Lets messages that wait be heard, so that a search which was given up meanwhile is never begun. */
async function turn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted === true)
    throw new FailureError({ code: 'cancelled', message: sentence('trouble.given-up') });
}

function callsOn(
  libraryDir: string,
  flags: SearchFlags,
): Readonly<{ calls: Calls<SearchApi>; warmStep(): boolean; close(): void }> {
  const paths = libraryPaths(libraryDir);
  let open: OpenReader | null = null;
  // Opened by the first call, which comes once the writer has made sure that there is a sound library, and again by the first
  // one after a file was replaced: what was deleted can still be read by whoever had it open.
  async function reader(): Promise<ArchiveReader> {
    const wasOpen = open !== null;
    if (open?.isReplaced() === true) closeReader();
    for (let tries = 1; ; tries += 1) {
      try {
        open ??= openReader(paths, systemNowMs);
        return open.reader;
      } catch (error) {
        // Between two moments of a replacement there is no file, or an empty one.
        if (!wasOpen || tries === triesToOpen) throw error;
        await setTimeoutAsync(openAgainMs);
      }
    }
  }
  function closeReader(): void {
    open?.close();
    open = null;
  }
  function warmStep(): boolean {
    try {
      return open?.reader.warmStep() ?? false;
    } catch {
      // A damaged index is said by the first search that meets it; reading ahead is only a courtesy.
      return false;
    }
  }
  const calls: Calls<SearchApi> = {
    ...callsOf<ReadAtOnce>(readAtOnce, async (method, request, signal) => {
      await turn(signal);
      return await onceLoaded(async () => await readingMethods(await reader())[method](request));
    }),
    ...callsOf<Flagged>(givenUp, async (method, { flag, ...request }: Readonly<{ flag: number }>, signal) => {
      await turn(signal);
      const checkpoint = flags.checkpointOf(flag);
      return await onceLoaded(
        async () => await methodsToGiveUp(await reader(), checkpoint)[method](request as never),
      );
    }),
    idsOf: async ({ selection }) => await onceLoaded(async () => (await reader()).idsToChange(selection)),
    orderedIdsOf: async ({ selection }) =>
      await onceLoaded(async () => (await reader()).orderedIds(selection)),
    originalFile: async ({ id }) => (await reader()).originals.file(id),
    tableFile: async ({ path }) => (await reader()).sourceReports.tableFile(path),
    articleCount: async () => (await reader()).library.counts().articles,
    readAhead: async () => {
      // Between the steps, searches are answered: who waits for the end of an import waits for nobody's query.
      while (warmStep()) await setImmediate();
    },
    reopen: async () => {
      closeReader();
      await reader();
    },
  };
  return {
    calls,
    warmStep,
    close: closeReader,
  };
}

if (parentPort === null) throw new Error('search-thread runs as a thread of the engine');
const { libraryDir, flags } = workerData as SearchThreadData;
const port = portOfEmitter(parentPort);
const { calls, warmStep, close } = callsOn(libraryDir, new SearchFlags(flags));
serve<SearchApi, Record<string, never>>(port, calls, trusting(calls));
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
