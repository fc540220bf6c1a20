import type { ConcordanceSort } from '../../../electron/contract/concordance-api.ts';
import type { ResultSetId } from '../../../electron/contract/ids.ts';
import { maxCountedQuestions } from '../../../electron/contract/saved-searches.ts';
import type { SearchFilter, SearchPage } from '../../../electron/contract/search.ts';
import type { Engine } from '../../../electron/engine/create-engine.ts';
import { pageSize } from '../systems/memory-system.ts';

type Api = Engine['api'];

/** Milliseconds on the wall, and of processor time of all threads of the engine. */
export type Taken = Readonly<{ ms: number; cpuMs: number }>;

/** What is measured, each time it was done. */
export type FindingTimes = Readonly<Record<FindingKind, readonly Taken[]>>;

export type FindingKind =
  'facets' | 'timeline' | 'suggestions' | 'more like this' | 'first lines' | 'all lines' | 'batch';

export type FindingTask = Readonly<{
  /** Asked one after the other. */
  queries: readonly string[];
  /** Counted as a list. */
  names: readonly string[];
  /** A query with at least `lines` hits, where the library has that many. */
  frequent: string;
  lines: number;
}>;

const noFilter: SearchFilter = { tags: [], sources: [], untagged: false };
const linesShown = 200;
const lettersTyped = [1, 2, 3, 4];

async function timed<Value>(times: Taken[], work: () => Promise<Value>): Promise<Value> {
  const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(startedCpu);
  times.push({ ms: performance.now() - startedMs, cpuMs: (user + system) / 1_000 });
  return value;
}

async function search(api: Api, query: string): Promise<SearchPage> {
  const how = { grammar: 'news', sort: 'relevance', filter: noFilter, offset: 0, typing: false } as const;
  return await api.search({ query, ...how, limit: pageSize });
}

/** Lines in the wanted order, read on until there are `lines` of them or no more. */
async function readLines(
  api: Api,
  resultSet: ResultSetId,
  sort: ConcordanceSort,
  lines: number,
): Promise<number> {
  for (;;) {
    const request = { resultSet, sort, left: 10, right: 10, offset: 0, limit: linesShown };
    const { total, read } = await api.concordance(request);
    if (total >= lines || read.isWhole) return total;
  }
}

/** Does with a library what the search view does beside asking. */
export async function timeFinding(api: Api, task: FindingTask): Promise<FindingTimes> {
  const times: Record<FindingKind, Taken[]> = {
    ...{ facets: [], timeline: [], suggestions: [], 'more like this': [] },
    ...{ 'first lines': [], 'all lines': [], batch: [] },
  };
  for (const query of task.queries) await search(api, query);
  for (const query of task.queries) {
    const { resultSet, hits } = await search(api, query);
    await timed(times.facets, () => api.facets({ resultSet }));
    const question = { query, grammar: 'news', sort: 'relevance', filter: noFilter } as const;
    await timed(times.timeline, () => api.trends({ questions: [question], unit: null, span: null }));
    await timed(times['first lines'], () => readLines(api, resultSet, 'answer', linesShown));
    const [first] = hits;
    if (first === undefined) continue;
    await timed(times['more like this'], async () => {
      const like = await api.likeArticle({ id: first.id });
      return await search(api, like.query);
    });
  }
  for (const text of task.queries) {
    for (const letters of lettersTyped) {
      const query = text.slice(0, letters);
      await timed(times.suggestions, () => api.suggest({ query, caret: query.length }));
    }
  }
  const { resultSet } = await search(api, task.frequent);
  await timed(times['all lines'], () => readLines(api, resultSet, 'R1', task.lines));
  await timed(times.batch, async () => {
    for (let at = 0; at < task.names.length; at += maxCountedQuestions) {
      const questions = task.names.slice(at, at + maxCountedQuestions).map((query) => ({
        question: { query, grammar: 'news', sort: 'relevance', filter: noFilter } as const,
        seenUpTo: 0,
      }));
      await api.countQuestions({ questions });
    }
  });
  return times;
}
