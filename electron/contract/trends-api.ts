import type { SavedQuestion } from './saved-searches.ts';
import type { QueryFault } from './search.ts';

export const trendUnits = ['day', 'month', 'year'] as const;
export type TrendUnit = (typeof trendUnits)[number];

/** Days, `YYYY-MM-DD`, both included. */
export type TrendSpan = Readonly<{ from: string; to: string }>;

export const maxTrends = 20;

export type TrendsRequest = Readonly<{
  /** `typing`: the last word is still being completed. */
  questions: readonly (SavedQuestion & Readonly<{ typing?: boolean | undefined }>)[];
  /** Null for the one that gives at most 120 periods. */
  unit: TrendUnit | null;
  /** Null from the first article that any question finds to the last. */
  span: TrendSpan | null;
}>;

export type TrendPeriod = Readonly<{
  /** Its first day. */
  key: string;
  /** Of each question. */
  articles: readonly number[];
  /** Articles of the archive that are of this period, and their words. */
  all: number;
  words: number;
}>;

/** Periods without gaps; `undated`: of each question, articles whose day is not known. */
export type TrendCounts = Readonly<{
  unit: TrendUnit;
  periods: readonly TrendPeriod[];
  undated: readonly number[];
}>;

/** `faults`: of each question what is wrong with its query, or null; what is counted then is what could be read of it. */
export type TrendsAnswer = TrendCounts & Readonly<{ faults: readonly (QueryFault | null)[] }>;

export interface TrendsApi {
  /** How many articles questions find in each period. */
  trends(request: TrendsRequest): Promise<TrendsAnswer>;
}
