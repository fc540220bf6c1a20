import type { QueryHint } from './search.ts';

/** What can stand where something is being typed. */
export type SuggestionKind =
  | 'word'
  | 'field'
  | 'operator'
  | 'tag'
  | 'source'
  | 'folder'
  | 'format'
  | 'language'
  | 'outlet'
  | 'section'
  | 'place'
  | 'agency'
  | 'state';

export type SuggestRequest = Readonly<{
  query: string;
  /** Where it is being typed, in UTF-16 code units. */
  caret: number;
}>;

export type Suggestion = Readonly<{
  kind: SuggestionKind;
  /** What stands in the query instead of what was typed. */
  text: string;
  /** How many articles it finds by itself; null for what finds none. */
  articles: number | null;
}>;

/** `[from, to)` of the query is what was typed of each. */
export type Suggestions = Readonly<{ from: number; to: number; suggestions: readonly Suggestion[] }>;

/** `typing`: the last word of the query may go on. */
export type MeantRequest = Readonly<{ query: string; typing: boolean }>;

export interface SuggestingApi {
  /** What may be meant by what is being typed in a query of grammar `news`. */
  suggest(request: SuggestRequest): Promise<Suggestions>;
  /** The query with words that few articles have as near ones that many have; null where none is likely to be mistaken. */
  meantQuery(request: MeantRequest): Promise<Readonly<{ hint: QueryHint | null }>>;
}
