import type { ForeignQuery, QueryFault, QueryHint, SearchRequest } from '../../contract/search.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { IndexSnapshot } from '../index/index-reader.ts';
import type { Narrowing } from './filtering/excluded-articles.ts';
import type { DocumentSets } from './matching/weighted-terms.ts';
import type { RescoreQuery } from './ranking/rescorer.ts';
import type { ScoredArticles } from './ranking/score-order.ts';
import type { ScoringModel } from './ranking/scorer.ts';
import type { FacetCounts } from './results/facets.ts';
import type { Highlighter } from './results/highlighter.ts';

export type FindRequest = Pick<SearchRequest, 'query' | 'grammar' | 'typing'> & Narrowing;
export type RankRequest = FindRequest & Pick<SearchRequest, 'sort'>;

/** What a query finds, before any of its articles is read or ranked. */
export type Found = Readonly<{
  matched: DocumentSets;
  /** Excluded articles that are hidden, and whether any would be. */
  hidden: number;
  hidesExcluded: boolean;
  model: (snapshot: IndexSnapshot) => ScoringModel;
  /** What the second look at the best is for; null in a grammar that has none. */
  rescoreQuery: RescoreQuery | null;
  /** Whether anything of the query scores; otherwise articles come in the order of their ids. */
  scores: boolean;
  reading: string;
  fault: QueryFault | null;
  hints: readonly QueryHint[];
  foreign: ForeignQuery | null;
  narrows: boolean;
  notices: readonly Sentence[];
  nearestWords: readonly string[];
  highlighter: Highlighter;
}>;

/** An answer before any of its articles is read. `best` are the first of all that were found. */
export type Answer = Omit<Found, 'matched' | 'model' | 'rescoreQuery' | 'scores'> &
  FacetCounts &
  Readonly<{ best: ScoredArticles }>;
