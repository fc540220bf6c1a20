import { percentilesOf, type Percentiles } from './percentiles.ts';
import {
  mixedKinds,
  queryKinds,
  type LoggedQuery,
  type QueryKind,
  type QueryLog,
} from './query-log/logged-query.ts';

/** Answers a query with the number of its hits, or null when the system has no way to ask it. */
export type QueryRunner = (query: LoggedQuery) => Promise<number | null> | number | null;

export type KindTimes = Readonly<{
  asked: number;
  /** Queries of this kind that the system has no way to ask. */
  skipped: number;
  ms: Percentiles | null;
  medianHits: number | null;
}>;

export type Answer = Readonly<{ ms: number; hits: number }>;

export type QueryTimes = Readonly<{
  byKind: Readonly<Record<QueryKind, KindTimes>>;
  /** Queries that were left when the time was over. */
  unasked: number;
  /** Over the kinds of the mixed log together. */
  mixed: KindTimes;
  /** Each query of the mixed log that was answered, to compare systems on those that all of them can answer. */
  mixedAnswers: Readonly<Record<string, Answer>>;
  slowest: readonly Readonly<{ text: string; ms: number; hits: number }>[];
}>;

type Timed = Readonly<{ query: LoggedQuery; ms: number; hits: number | null }>;

function summary(timed: readonly Timed[]): KindTimes {
  const answered = timed.flatMap(({ ms, hits }) => (hits === null ? [] : [{ ms, hits }]));
  const hits = answered.map((one) => one.hits).sort((a, b) => a - b);
  return {
    asked: answered.length,
    skipped: timed.length - answered.length,
    ms: percentilesOf(answered.map(({ ms }) => ms)),
    medianHits: hits[Math.floor(hits.length / 2)] ?? null,
  };
}

/**
 * Asks every query of a log once, after others to warm up, and times each. `maxMs` bounds both together: kinds take
 * turns in a log, so that its first part is a fair sample.
 */
export async function timeQueries(
  log: QueryLog,
  run: QueryRunner,
  maxMs = Number.POSITIVE_INFINITY,
): Promise<QueryTimes> {
  const endMs = performance.now() + maxMs;
  const warmUpEndMs = performance.now() + maxMs / 10;
  for (const query of log.warmUp) {
    if (performance.now() > warmUpEndMs) break;
    await run(query);
  }
  const timed: Timed[] = [];
  for (const query of log.queries) {
    const startedMs = performance.now();
    if (startedMs > endMs) break;
    const hits = await run(query);
    timed.push({ query, hits, ms: performance.now() - startedMs });
  }
  const kinds: readonly QueryKind[] = mixedKinds;
  const mixed = timed.filter(({ query }) => kinds.includes(query.kind));
  const ofKind = queryKinds.map((kind) => [kind, summary(timed.filter(({ query }) => query.kind === kind))]);
  return {
    byKind: Object.fromEntries(ofKind) as QueryTimes['byKind'],
    unasked: log.queries.length - timed.length,
    mixed: summary(mixed),
    mixedAnswers: Object.fromEntries(
      mixed.flatMap(({ query, ms, hits }) => (hits === null ? [] : [[query.text, { ms, hits }]])),
    ),
    slowest: timed
      .flatMap(({ query, ms, hits }) => (hits === null ? [] : [{ text: query.text, ms, hits }]))
      .sort((a, b) => b.ms - a.ms)
      .slice(0, 5),
  };
}

export type Comparison = Readonly<{
  /** Queries of the mixed log that both could answer. */
  queries: number;
  /** How many of them found as many articles in both. */
  sameHits: number;
  /** 95th percentiles over them, in milliseconds. */
  ours: number;
  theirs: number;
}>;

/** Holds two systems against each other; null when there is no query that both answered. */
export function compareTimes(ours: QueryTimes, theirs: QueryTimes): Comparison | null {
  const both = Object.entries(ours.mixedAnswers).flatMap(([text, one]) => {
    const other = theirs.mixedAnswers[text];
    return other === undefined ? [] : [[one, other] as const];
  });
  const [one, two] = [percentilesOf(both.map(([{ ms }]) => ms)), percentilesOf(both.map(([, { ms }]) => ms))];
  if (one === null || two === null) return null;
  const sameHits = both.filter(([a, b]) => a.hits === b.hits).length;
  return { queries: both.length, sameHits, ours: one.p95, theirs: two.p95 };
}
