import type { SavedSearchId } from './ids.ts';
import type { QueryFault, SearchRequest } from './search.ts';

/** What a search asks for, without which rows of it. */
export type SavedQuestion = Pick<SearchRequest, 'query' | 'grammar' | 'sort' | 'filter'>;

export type SavedSearch = Readonly<{
  id: SavedSearchId;
  name: string;
  question: SavedQuestion;
  createdAtMs: number;
  /** Articles with this id or a greater one came since the person looked. */
  seenUpTo: number;
  seenAtMs: number;
}>;

/** A search that was made, and how many articles it found then. */
export type PastSearch = Readonly<{ question: SavedQuestion; found: number; atMs: number }>;

export type CountedQuestion = Readonly<{
  articles: number;
  /** Of them, those that came since. */
  fresh: number;
  fault: QueryFault | null;
}>;

/** How many questions are counted in one call: a search must not wait long behind them. */
export const maxCountedQuestions = 50;

export const maxHistory = 500;

export interface SavedSearchesApi {
  listSearches(request: Readonly<Record<string, never>>): Promise<readonly SavedSearch[]>;
  /** The newest first. */
  searchHistory(request: Readonly<{ limit: number }>): Promise<readonly PastSearch[]>;
  /** How many articles questions find now. `upTo` is one more than the greatest id of an article that was there to be found. */
  countQuestions(
    request: Readonly<{ questions: readonly Readonly<{ question: SavedQuestion; seenUpTo: number }>[] }>,
  ): Promise<Readonly<{ counts: readonly CountedQuestion[]; upTo: number }>>;
}

export interface SavingApi {
  /** Keeps a search under a name; what there is now counts as looked at up to `seenUpTo`. */
  saveSearch(
    request: Readonly<{ name: string; question: SavedQuestion; seenUpTo: number }>,
  ): Promise<SavedSearch>;
  renameSearch(request: Readonly<{ search: SavedSearchId; name: string }>): Promise<SavedSearch>;
  /** Keeps another question under the same name. */
  replaceSearch(request: Readonly<{ search: SavedSearchId; question: SavedQuestion }>): Promise<SavedSearch>;
  /** The person looked at what it finds. */
  seeSearch(request: Readonly<{ search: SavedSearchId; seenUpTo: number }>): Promise<void>;
  deleteSearch(request: Readonly<{ search: SavedSearchId }>): Promise<SavedSearch>;
  /** Gives back what `deleteSearch` took. */
  restoreSearch(request: Readonly<{ saved: SavedSearch }>): Promise<void>;
  /** Notes in the history that a search was made. */
  noteSearch(request: Readonly<{ question: SavedQuestion; found: number }>): Promise<void>;
}
