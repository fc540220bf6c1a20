import type { ArticleSelection } from './search.ts';

/** So many articles can be given back at most. */
export const maxUndoableRemoval = 5000;

/** `canUndo`: `undoRemoval` would give them back; not where they are too many to be kept. */
export type Removed = Readonly<{ removed: number; canUndo: boolean }>;

/** What removes articles, and gives them back. */
export interface RemovingApi {
  /** Removes articles for good, with their text, tags and notes. */
  removeArticles(request: Readonly<{ selection: ArticleSelection }>): Promise<Removed>;
  /** Gives back, as they were, the articles that were removed last since the library was opened. */
  undoRemoval(request: Readonly<Record<string, never>>): Promise<Readonly<{ givenBack: number }>>;
}
