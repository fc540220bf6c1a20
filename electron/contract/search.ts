import type { Direction, Published, TextRange } from './article.ts';
import type { ArticleId, ResultSetId, SourceId, TagId } from './ids.ts';

export type Grammar = 'news' | 'lunr';
export type SortOrder = 'relevance' | 'newest' | 'oldest';

/** Narrowing on top of the query: an article has one of the values of each kind that is named. */
export type SearchFilter = Readonly<{
  /** By id, so that a tag that is renamed is still meant; each takes in the tags nested in it. */
  tags: readonly TagId[];
  sources: readonly SourceId[];
  /** Only articles without any tag. */
  untagged: boolean;
  /** BCP 47 codes. */
  languages?: readonly string[];
  /** Places and agencies as they were read. */
  places?: readonly string[];
  agencies?: readonly string[];
  /** Days of publication, `YYYY-MM-DD`, both included. */
  published?: Readonly<{ from: string; to: string }>;
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
export type QueryFault = Readonly<{ at: number; length: number; message: string; query?: string }>;

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

/** What the found articles have in common; the most frequent first. */
export type Facets = Readonly<{
  /** The thousand most frequent, in the order of the alphabet. */
  tags: readonly FacetCount<string>[];
  sources: readonly FacetCount<SourceId>[];
  languages: readonly FacetCount<string>[];
  /** The hundred most frequent. */
  places: readonly FacetCount<string>[];
  agencies: readonly FacetCount<string>[];
  timeline: Timeline;
}>;

export type SearchPage = Readonly<{
  /** Names the whole answer for `rows`, selections and reading; it stays as it was found. */
  resultSet: ResultSetId;
  query: string;
  /** The query, fully bracketed, as it was understood. */
  reading: string;
  fault: QueryFault | null;
  hints: readonly QueryHint[];
  /** Whether anything of the query keeps an article out: without, it is everything there is. */
  narrows: boolean;
  /** Sentences about how the query was answered, for example that no article had all of its words. */
  notices: readonly string[];
  /** Exact. */
  total: number;
  milliseconds: number;
  hits: readonly Hit[];
  facets: Facets;
  /** For an answer without hits: words of the archive that are near to the query's. */
  nearestWords: readonly string[];
}>;

/** How an answer stands to what has come into the archive since. */
export type Arrivals = Readonly<{
  /** Articles that its query finds now and did not find then. */
  articles: number;
  /** What would be said of the query's answer now: a notice of the answer that is not among these holds no more. */
  notices: readonly string[];
}>;

export type RowsRequest = Readonly<{ resultSet: ResultSetId; offset: number; limit: number }>;

/** Articles that an act is done to: named ones, or all of an answer but some. */
export type Selection =
  | Readonly<{ ids: readonly ArticleId[] }>
  | Readonly<{ resultSet: ResultSetId; except: readonly ArticleId[] }>;
