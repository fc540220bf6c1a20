import { setTimeout } from 'node:timers/promises';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { articleId } from '../../../electron/contract/ids.ts';
import type { SearchRequest } from '../../../electron/contract/search.ts';
import { checkout } from '../../../electron/dev/checkout.ts';
import { createEngine, type Engine } from '../../../electron/engine/create-engine.ts';
import { maxSegmentsAtRest } from '../../../electron/engine/index/merging/merge-policy.ts';
import { libraryPaths } from '../../../electron/engine/library/files/library-paths.ts';
import type { LoggedQuery } from '../query-log/logged-query.ts';
import { benchTags } from '../query-log/query-maker.ts';
import { timeQueries } from '../query-times.ts';
import { pageSize } from '../systems/memory-system.ts';
import type { ColdJob, ColdResult, ImportJob, ImportResult, SearchJob, SearchResult } from './job.ts';

type EnterPhase = (phase: string) => Promise<void>;

const tagEvery = [10, 200] as const;

async function openEngine(libraryDir: string): Promise<Engine> {
  return await createEngine({
    libraryDir,
    threadsUrl: pathToFileURL(join(checkout, 'dist/engine/threads/')),
    clock: () => performance.now(),
    log: () => undefined,
  });
}

function requestOf({
  text,
  grammar,
  typing,
}: Pick<LoggedQuery, 'text' | 'grammar' | 'typing'>): SearchRequest {
  const filter = { tags: [], sources: [], untagged: false };
  return { query: text, grammar, sort: 'relevance', filter, offset: 0, limit: pageSize, typing };
}

const lookEveryMs = 1_000;
const maxRestMs = 1_800_000;

/** Settles when the index has stopped changing: merges go on after an import, and free pages go back to the disk. */
async function indexAtRest(engine: Awaited<ReturnType<typeof openEngine>>): Promise<void> {
  const startedMs = performance.now();
  let before = '';
  for (let quiet = 0; quiet < 3;) {
    await setTimeout(lookEveryMs);
    const { segments, indexBytes } = await engine.api.stats({});
    const now = `${String(segments)} ${String(indexBytes)}`;
    quiet = now === before && segments <= maxSegmentsAtRest ? quiet + 1 : 0;
    before = now;
    if (performance.now() - startedMs > maxRestMs) throw new Error('the index does not come to rest');
  }
}

/** Imports a folder into a new library, and tags some of its articles. */
export async function doImport(
  { libraryDir, folder }: ImportJob,
  enterPhase: EnterPhase,
): Promise<ImportResult> {
  const engine = await openEngine(libraryDir);
  await enterPhase('importing');
  const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()];
  await engine.api.addSources({ paths: [folder] });
  const { added, failed } = await engine.api.importFinished({});
  const seconds = (performance.now() - startedMs) / 1_000;
  const { user, system } = process.cpuUsage(startedCpu);
  await enterPhase('merging');
  await indexAtRest(engine);
  await enterPhase('idle after importing');
  await enterPhase('tagging');
  for (const [at, name] of benchTags.entries()) {
    const every = tagEvery[at] ?? 10;
    const ids = Array.from({ length: Math.ceil(added / every) }, (_, nth) => articleId(1 + nth * every));
    await engine.api.setTags({ selection: { ids }, add: [name], remove: [] });
  }
  await engine.close();
  const { index, text, library } = libraryPaths(libraryDir);
  const bytesOf = (path: string): number => statSync(path).size;
  return {
    articles: added,
    failed,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    indexBytes: bytesOf(index),
    storedTextBytes: bytesOf(text),
    libraryBytes: bytesOf(library),
  };
}

/** Asks a library the queries of the log. */
export async function doSearch(
  { libraryDir, log }: SearchJob,
  enterPhase: EnterPhase,
): Promise<SearchResult> {
  const engine = await openEngine(libraryDir);
  await enterPhase('searching');
  const queries = await timeQueries(log, async (query) => (await engine.api.search(requestOf(query))).total);
  await enterPhase('idle');
  const { segments } = await engine.api.stats({});
  await engine.close();
  return { queries, segments };
}

/** Times `createEngine` to the first answered page. */
export async function doCold({ libraryDir, query }: ColdJob): Promise<ColdResult> {
  const startedMs = performance.now();
  const engine = await openEngine(libraryDir);
  const { total } = await engine.api.search(requestOf({ text: query, grammar: 'news', typing: false }));
  const ms = performance.now() - startedMs;
  await engine.close();
  return { ms, hits: total };
}
