import { describe, expect, it } from 'vitest';
import { evaluateBudgets, type BudgetLine, type Figures } from './budgets.ts';
import { queryKinds } from './query-log/logged-query.ts';
import type { KindTimes, QueryTimes } from './query-times.ts';

function queryTimes(ms: readonly number[]): QueryTimes {
  const none: KindTimes = { asked: 0, skipped: 0, ms: null, medianHits: null };
  const worst = Math.max(...ms);
  return {
    byKind: Object.fromEntries(queryKinds.map((kind) => [kind, none])) as QueryTimes['byKind'],
    unasked: 0,
    mixed: { ...none, asked: ms.length, ms: { p50: worst, p95: worst, p99: worst, worst } },
    mixedAnswers: Object.fromEntries(ms.map((time, at) => [`query ${String(at)}`, { ms: time, hits: 1 }])),
    slowest: [],
  };
}

const good: Figures = {
  articles: 1_000_000,
  importSeconds: 100,
  recollSeconds: 301,
  recollMissing: null,
  buildRates: { ours: 30, lunr: 2, fts5: 20 },
  secondsAnArticle: { small: 1, whole: 1.3 },
  importMemory: { peakMb: 599, lastMb: 10 },
  searchMemory: { peakMb: 299, lastMb: 10 },
  queries: { ours: queryTimes([49, 40]), fts5: queryTimes([400, 320]) },
  cold: { ms: 499, isCold: true },
  textBytes: 100,
  indexBytes: 79,
  storedTextBytes: 49,
};

function verdicts(figures: Figures): Record<string, BudgetLine['verdict']> {
  return Object.fromEntries(
    evaluateBudgets(figures).map(({ what, budget, verdict }) => [`${what}: ${budget}`, verdict]),
  );
}

const mixed = 'query p95, mixed log: 50 ms at 1,000,000';
const againstFts5 = 'query p95, mixed log, against FTS5: an eighth of its time at 100,000';
const ranking = 'ranking (nDCG@10): +0.02 over stock Lunr';
const keys = 'key press to painted results: 100 ms p95 at 100,000';

describe('the table of budgets', () => {
  it('passes what holds, and leaves out what another tool or size is for', () => {
    const found = verdicts(good);
    expect(found).toMatchObject({
      [ranking]: 'not measured',
      [keys]: 'not measured',
      [againstFts5]: 'not measured at this size',
    });
    const rest = Object.entries(found).filter(([line]) => ![ranking, keys, againstFts5].includes(line));
    expect(rest).toHaveLength(10);
    expect(rest.filter(([, verdict]) => verdict !== 'pass')).toEqual([]);
  });

  it('fails each budget by itself when its figure is just over it', () => {
    const over: readonly (readonly [string, Partial<Figures>])[] = [
      ['importing a folder', { recollSeconds: 299 }],
      ['index building from memory: 15x', { buildRates: { ...good.buildRates, lunr: 2.01 } }],
      ['index building from memory: 1.5x', { buildRates: { ...good.buildRates, fts5: 20.1 } }],
      ['an article', { secondsAnArticle: { small: 1, whole: 1.41 } }],
      ['memory while importing', { importMemory: { peakMb: 601, lastMb: 0 } }],
      ['memory while searching', { searchMemory: { peakMb: 301, lastMb: 0 } }],
      [mixed, { queries: { ...good.queries, ours: queryTimes([51]) } }],
      ['createEngine', { cold: { ms: 501, isCold: true } }],
      ['index on disk', { indexBytes: 81 }],
      ['stored text', { storedTextBytes: 51 }],
    ];
    for (const [line, change] of over) {
      const failed = Object.entries(verdicts({ ...good, ...change })).filter(
        ([, verdict]) => verdict === 'fail',
      );
      expect(failed.map(([name]) => name.startsWith(line))).toEqual([true]);
    }
  });

  it('holds query times against those of FTS5 at 100,000, over the queries that both answer', () => {
    const figures = { ...good, articles: 100_000 };
    expect(verdicts(figures)[againstFts5]).toBe('pass');
    const slower = { ...good.queries, fts5: queryTimes([391, 320]) };
    expect(verdicts({ ...figures, queries: slower })[againstFts5]).toBe('fail');
    const fewer = { ...good.queries, fts5: queryTimes([400]) };
    const [line] = evaluateBudgets({ ...figures, queries: fewer }).filter(({ what }) =>
      what.endsWith('FTS5'),
    );
    expect(line?.measured).toContain('1 queries that both answer, 1 with as many hits');
  });

  it('does not pass at a small size what is said of a million, but fails it where it is broken already', () => {
    const small = { ...good, articles: 10_000 };
    expect(verdicts(small)[mixed]).toBe('not measured at this size');
    expect(verdicts({ ...small, queries: { ...good.queries, ours: queryTimes([51]) } })[mixed]).toBe('fail');
  });

  it('calls a warm start no measurement of a cold one', () => {
    const line = evaluateBudgets({ ...good, cold: { ms: 20, isCold: false } }).find(({ what }) =>
      what.startsWith('createEngine'),
    );
    expect(line).toMatchObject({
      verdict: 'not measured',
      measured: expect.stringContaining('warm') as string,
    });
  });

  it('says not measured of everything when nothing was', () => {
    const nothing: Figures = {
      articles: 1_000,
      importSeconds: null,
      recollSeconds: null,
      recollMissing: 'recollindex is not installed',
      buildRates: { ours: null, lunr: null, fts5: null },
      secondsAnArticle: { small: null, whole: null },
      importMemory: null,
      searchMemory: null,
      queries: { ours: null, fts5: null },
      cold: null,
      textBytes: null,
      indexBytes: null,
      storedTextBytes: null,
    };
    expect(new Set(Object.values(verdicts(nothing)))).toEqual(new Set(['not measured']));
    expect(evaluateBudgets(nothing)[0]?.measured).toBe('recollindex is not installed');
  });
});
