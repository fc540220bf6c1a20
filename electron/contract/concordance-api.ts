import type { Direction, Published } from './article.ts';
import type { ArticleId, ResultSetId } from './ids.ts';

/** Fewest and most words that a line shows on either side of its hit. */
export const contextWords = { min: 5, max: 20, usual: 10 } as const;

/**
 * The order of lines: that of the answer; the words to the left or right, from the first, second or third one outwards; or
 * something of the article. Lines that are equal stay in the order of the answer.
 */
export const concordanceSorts = [
  'answer',
  'L1',
  'L2',
  'L3',
  'R1',
  'R2',
  'R3',
  'newest',
  'oldest',
  'outlet',
] as const;

export type ConcordanceSort = (typeof concordanceSorts)[number];

export type ConcordanceRequest = Readonly<{
  resultSet: ResultSetId;
  sort: ConcordanceSort;
  /** Words on either side. */
  left: number;
  right: number;
  offset: number;
  /** At most 200. */
  limit: number;
}>;

/** Where a hit stands: which text of which field, and the UTF-16 code unit of that at which it begins. */
export type HitPlace = Readonly<{ field: string; text: number; start: number }>;

/** One hit with the words around it, in the order in which they are read. */
export type ConcordanceLine = Readonly<{
  article: ArticleId;
  left: string;
  hit: string;
  right: string;
  direction: Direction;
  language: string;
  published: Published | null;
  outlet: string | null;
  headline: string;
  place: HitPlace;
}>;

/** How much of an answer was read for a concordance so far. Each call reads on a little. */
export type ReadSoFar = Readonly<{
  articles: number;
  /** Of so many. */
  of: number;
  /** All of them were read, or as much as is kept. */
  isWhole: boolean;
  /** There are more hits than are kept. */
  isCut: boolean;
}>;

export type ConcordancePage = Readonly<{
  lines: readonly ConcordanceLine[];
  /** Lines so far. */
  total: number;
  read: ReadSoFar;
}>;

export const collocateSorts = ['log-likelihood', 'mutual-information', 'together', 'word'] as const;

export type CollocateSort = (typeof collocateSorts)[number];

export type CollocatesRequest = Readonly<{
  resultSet: ResultSetId;
  sort: CollocateSort;
  /** Words on either side that count as near. */
  left: number;
  right: number;
  /** Words that stand near the hits less often are left out. */
  atLeast: number;
  offset: number;
  /** At most 200. */
  limit: number;
}>;

export type Collocate = Readonly<{
  /** As it is mostly written. */
  word: string;
  /** How often it stands near a hit, before it and after it. */
  together: number;
  left: number;
  right: number;
  /** How often it stands in the articles that were read, hits left out. */
  inAll: number;
  logLikelihood: number;
  mutualInformation: number;
}>;

export type CollocatesPage = Readonly<{
  collocates: readonly Collocate[];
  total: number;
  /** Words near hits, and all words but the hits, of the articles that were read. */
  near: number;
  words: number;
  read: ReadSoFar;
}>;

export interface ConcordanceApi {
  /**
   * Every hit of an answer with the words around it. The articles are read as it is asked for: each call reads on for some
   * milliseconds, so that lines come in until `read.isWhole`. Fails with `result-set-gone` as `rows` does.
   */
  concordance(request: ConcordanceRequest): Promise<ConcordancePage>;
  /** The words that stand near the hits of an answer more often than elsewhere in its articles; read as a concordance is. */
  collocates(request: CollocatesRequest): Promise<CollocatesPage>;
}
