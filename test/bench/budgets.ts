import type { PhaseMemory } from './resident-memory.ts';
import { compareTimes, type QueryTimes } from './query-times.ts';

/** What the budgets are held against; null or missing for what was not measured. */
export type Figures = Readonly<{
  articles: number;
  importSeconds: number | null;
  recollSeconds: number | null;
  recollMissing: string | null;
  /** Bytes of text a second. */
  buildRates: Readonly<{ ours: number | null; lunr: number | null; fts5: number | null }>;
  /** Seconds an article at 10,000 articles and at all of them. */
  secondsAnArticle: Readonly<{ small: number | null; whole: number | null }>;
  importMemory: PhaseMemory | null;
  searchMemory: PhaseMemory | null;
  queries: Readonly<{ ours: QueryTimes | null; fts5: QueryTimes | null }>;
  cold: Readonly<{ ms: number; isCold: boolean }> | null;
  textBytes: number | null;
  indexBytes: number | null;
  storedTextBytes: number | null;
}>;

export type Verdict = 'pass' | 'fail' | 'not measured' | 'not measured at this size';

export type BudgetLine = Readonly<{
  what: string;
  budget: string;
  /** What was measured, in words. */
  measured: string;
  verdict: Verdict;
}>;

export const smallBuild = 10_000;

/** One line: `most` and `least` bound the figure. */
type Rule = Readonly<{
  what: string;
  budget: string;
  figure: number | null;
  say: (figure: number) => string;
  most?: number;
  least?: number;
  /** Why there is no figure. */
  missing?: string;
  /** Whether the budget speaks of archives of this size; when not given it does. */
  isOfThisSize?: boolean;
}>;

function judge({ what, budget, figure, say, most, least, missing, isOfThisSize = true }: Rule): BudgetLine {
  if (figure === null) return { what, budget, measured: missing ?? '', verdict: 'not measured' };
  const holds = figure <= (most ?? Infinity) && figure >= (least ?? -Infinity);
  const verdict = !isOfThisSize ? 'not measured at this size' : holds ? 'pass' : 'fail';
  return { what, budget, measured: say(figure), verdict };
}

function ratio(one: number | null, other: number | null): number | null {
  return one === null || other === null || other === 0 ? null : one / other;
}

const times = (figure: number): string => `${figure.toFixed(2)}x`;
const megabytes = (figure: number): string => `${figure.toFixed(0)} MB at its peak`;
const milliseconds = (figure: number): string => `${figure.toFixed(1)} ms`;

/** Every line of the budgets in docs/benchmarks.md, held against the figures of one run. */
export function evaluateBudgets(figures: Figures): BudgetLine[] {
  return [
    ...speedBudgets(figures),
    ...memoryBudgets(figures),
    ...queryBudgets(figures),
    ...sizeBudgets(figures),
  ];
}

function speedBudgets({
  articles,
  importSeconds,
  recollSeconds,
  recollMissing,
  buildRates,
  secondsAnArticle,
}: Figures): BudgetLine[] {
  return [
    judge({
      what: 'importing a folder',
      budget: '3x recollindex',
      figure: ratio(recollSeconds, importSeconds),
      say: times,
      least: 3,
      ...(recollMissing === null ? {} : { missing: recollMissing }),
    }),
    judge({
      what: 'index building from memory',
      budget: '15x stock Lunr',
      figure: ratio(buildRates.ours, buildRates.lunr),
      say: times,
      least: 15,
    }),
    judge({
      what: 'index building from memory',
      budget: '1.5x FTS5',
      figure: ratio(buildRates.ours, buildRates.fts5),
      say: times,
      least: 1.5,
    }),
    judge({
      what: `an article's building time, ${articles.toLocaleString('en')} articles to ${smallBuild.toLocaleString('en')}`,
      budget: '1.4x at most',
      figure: articles > smallBuild ? ratio(secondsAnArticle.whole, secondsAnArticle.small) : null,
      say: times,
      most: 1.4,
      missing: `takes more than ${smallBuild.toLocaleString('en')} articles`,
    }),
    judge({
      what: 'ranking (nDCG@10)',
      budget: '+0.02 over stock Lunr',
      figure: null,
      say: String,
      missing: 'npm run eval measures it',
    }),
  ];
}

function memoryBudgets({ articles, importMemory, searchMemory }: Figures): BudgetLine[] {
  // Memory may not grow with the archive, so that too much of it fails at any size.
  const line = (what: string, memory: PhaseMemory | null, most: number): BudgetLine =>
    judge({
      what: `memory while ${what}`,
      budget: `${String(most)} MB at 1,000,000`,
      figure: memory?.peakMb ?? null,
      say: megabytes,
      most,
      isOfThisSize: articles >= 1_000_000 || (memory?.peakMb ?? 0) > most,
    });
  return [line('importing', importMemory, 600), line('searching', searchMemory, 300)];
}

function queryBudgets({ articles, queries, cold }: Figures): BudgetLine[] {
  const { ours, fts5 } = queries;
  const p95 = ours?.mixed.ms?.p95 ?? null;
  const common = ours === null || fts5 === null ? null : compareTimes(ours, fts5);
  return [
    judge({
      what: 'query p95, mixed log',
      budget: '50 ms at 1,000,000',
      figure: p95,
      say: milliseconds,
      most: 50,
      isOfThisSize: articles >= 1_000_000 || (p95 ?? 0) > 50,
    }),
    judge({
      what: 'query p95, mixed log, against FTS5',
      budget: 'an eighth of its time at 100,000',
      figure: common === null ? null : ratio(common.ours, common.theirs),
      say: (figure) =>
        `1/${(1 / figure).toFixed(1)} (${milliseconds(common?.ours ?? 0)} to ${milliseconds(common?.theirs ?? 0)}, ` +
        `${String(common?.queries)} queries that both answer, ${String(common?.sameHits)} with as many hits)`,
      most: 1 / 8,
      isOfThisSize: articles >= 50_000 && articles <= 200_000,
    }),
    judge({
      what: 'key press to painted results',
      budget: '100 ms p95 at 100,000',
      figure: null,
      say: milliseconds,
      missing: 'npm run bench:ui measures it',
    }),
    judge({
      what: 'createEngine to first page, cold cache',
      budget: '500 ms at 1,000,000',
      figure: cold?.isCold === true ? cold.ms : null,
      say: milliseconds,
      most: 500,
      missing: cold === null ? '' : `${milliseconds(cold.ms)} with a warm cache; only root can empty it`,
      isOfThisSize: articles >= 1_000_000 || (cold?.ms ?? 0) > 500,
    }),
  ];
}

function sizeBudgets({ textBytes, indexBytes, storedTextBytes }: Figures): BudgetLine[] {
  const line = (what: string, bytes: number | null, most: number): BudgetLine =>
    judge({ what, budget: `${String(most)}x the text`, figure: ratio(bytes, textBytes), say: times, most });
  return [line('index on disk', indexBytes, 0.8), line('stored text', storedTextBytes, 0.5)];
}
