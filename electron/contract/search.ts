import type { ReadingState } from './read-states.ts';
import type { Direction, Published, TextRange } from './article.ts';
import type { ChosenValues, FacetName } from './facet-values.ts';
import type { Said, Sentence } from '../words/sentence.ts';
import type { ArticleId, ResultSetId, SourceId, TagId } from './ids.ts';

export type Grammar = 'news' | 'lunr';
/** Orders of an answer: `longest` by words, `added` the newest in the library first, `queue` as a person put them. */
export const sortOrders = ['relevance', 'newest', 'oldest', 'longest', 'outlet', 'added', 'queue'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** Narrowing on top of the query: an article has one of the values of each facet of which some are chosen. */
export type SearchFilter = ChosenValues &
  Readonly<{
    /** Each takes in the tags nested in it. */
    tags: readonly TagId[];
    sources: readonly SourceId[];
    /** Only articles without any tag. */
    untagged: boolean;
    /** Days of publication, `YYYY-MM-DD`, both included. */
    published?: Readonly<{ from: string; to: string }>;
    /** Values that an article has none of. */
    not?: ChosenValues;
    /** Facets of which an article has all of the chosen values. */
    every?: readonly FacetName[];
  }>;

export type SearchRequest = Readonly<{
  query: string;
  grammar: Grammar;
  sort: SortOrder;
  filter: SearchFilter;
  offset: number;
  /** At most 200. */
  limit: number;
  /** Complete the last word, as for a person who is still typing it. Grammar `news` only. */
  typing: boolean;
}>;

/**
 * What is wrong with a query and where: UTF-16 code units of the query as typed. `query`: the whole query as it was
 * probably meant.
 */
export type QueryFault = Readonly<{ at: number; length: number; message: Said; query?: string }>;

/** Something that a query may have been meant to say and does not; `query` says it. */
export type QueryHint = QueryFault & Readonly<{ query: string }>;

export type Snippet = Readonly<{ text: string; marks: readonly TextRange[] }>;

export type Hit = Readonly<{
  id: ArticleId;
  /** Absolute path of the file, or of one of them. */
  path: string;
  headline: string;
  headlineMarks: readonly TextRange[];
  score: number;
  published: Published | null;
  place: string | null;
  agency: string | null;
  outlet: string | null;
  language: string;
  direction: Direction;
  words: number;
  tags: readonly string[];
  notes: number;
  highlights: number;
  states: readonly ReadingState[];
  /** Every file of this article has vanished from its source. */
  missing: boolean;
  snippet: Snippet;
}>;

export type FacetCount<Key> = Readonly<{ key: Key; articles: number }>;

/** When the found articles were published, in bars without gaps from the first to the last. */
export type Timeline = Readonly<{
  unit: 'day' | 'month' | 'year';
  /** The first day of each bar, `YYYY-MM-DD`, and how many articles it holds. */
  bars: readonly FacetCount<string>[];
  undated: number;
}>;

/** A query that was written for another service, in our language. */
export type ForeignQuery = Readonly<{
  service: 'Nexis' | 'Factiva';
  query: string;
  /** What it does not ask in the same way. */
  differs: readonly Sentence[];
}>;

export type SearchPage = Readonly<{
  /** Names the whole answer for `rows`, selections and reading; it stays as it was found. */
  resultSet: ResultSetId;
  query: string;
  /** The query, fully bracketed, as it was understood. */
  reading: string;
  fault: QueryFault | null;
  hints: readonly QueryHint[];
  /** Null for a query of ours. */
  foreign: ForeignQuery | null;
  /** Whether anything of the query keeps an article out: without, it is everything there is. */
  narrows: boolean;
  /** Sentences about how the query was answered, for example that no article had all of its words. */
  notices: readonly Said[];
  /** Exact. */
  total: number;
  /** Excluded articles that it would have besides: only what asks for them finds them. */
  hidden: number;
  milliseconds: number;
  hits: readonly Hit[];
  timeline: Timeline;
  /** For an answer without hits: words of the archive that are near to the query's. */
  nearestWords: readonly string[];
}>;

/** How an answer stands to what has come into the archive since. */
export type NewMatches = Readonly<{
  /** Articles that its query finds now and did not find then. */
  articles: number;
  /** What would be said of the query's answer now: a notice of the answer that is not among these holds no more. */
  notices: readonly Said[];
}>;

export type RowsRequest = Readonly<{ resultSet: ResultSetId; offset: number; limit: number }>;

/** Articles that an act is done to: named ones, or all of an answer but some. */
export type ArticleSelection =
  | Readonly<{ ids: readonly ArticleId[] }>
  | Readonly<{ resultSet: ResultSetId; except: readonly ArticleId[] }>;
